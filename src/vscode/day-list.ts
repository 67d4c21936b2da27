import * as vscode from 'vscode';
import { askText } from './ask.ts';
import { type Desk, told } from './client.ts';
import { askForFolder } from './pick-article.ts';
import { printPage } from './print-page.ts';

/** Day's List…: what goes out on a day, in which order, and what is missing, as a page to look at and to print. */
export function registerDayList(context: vscode.ExtensionContext, desk: Desk): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;

  async function show(argument: unknown): Promise<void> {
    if (!vscode.workspace.workspaceFolders?.length) {
      askForFolder();
      return;
    }
    const day = typeof argument === 'string' ? argument : await askDay((await desk.ask('copydesk/today', {})).day);
    if (day === undefined) return;
    const made = await desk.ask('copydesk/dayPage', { day });
    const title = vscode.l10n.t('Day’s list {0}', made.day);
    panel?.dispose();
    const shown = vscode.window.createWebviewPanel('copydesk.dayList', title, vscode.ViewColumn.Active, {
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel = shown;
    shown.webview.html = made.html;
    shown.onDidDispose(() => {
      if (panel === shown) panel = undefined;
    });
    printed = made;
  }

  let printed: { readonly day: string; readonly html: string } | undefined;

  async function print(): Promise<void> {
    if (printed) await printPage(context, `${printed.day}.html`, printed.html);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'copydesk.dayList',
      told((day?: unknown) => show(day)),
    ),
    vscode.commands.registerCommand('copydesk.printDayList', told(print)),
    { dispose: () => panel?.dispose() },
  );
}

/** Asks for a day; that of today is offered. */
async function askDay(today: string): Promise<string | undefined> {
  const typed = await askText({
    title: vscode.l10n.t('Day’s List'),
    prompt: vscode.l10n.t('What goes out on this day, and what is missing'),
    value: today,
    validateInput: (text) => (isDay(text.trim()) ? undefined : vscode.l10n.t('Write a day as {0}.', today)),
  });
  return typed?.trim();
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}
