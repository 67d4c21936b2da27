import * as vscode from 'vscode';
import { type Desk, told } from './client.ts';
import { openNew } from './open-new.ts';

/** New Article from Pasted Page: the text of a page on the clipboard becomes an article. */
export function registerNewFromPage(desk: Desk): vscode.Disposable {
  return vscode.commands.registerCommand(
    'copydesk.newFromPage',
    told((text?: unknown) => newFromPage(desk, text)),
  );
}

/** @param text of the page, for scripts; the clipboard's when absent */
async function newFromPage(desk: Desk, text: unknown): Promise<void> {
  const page = typeof text === 'string' ? text : await vscode.env.clipboard.readText();
  if (page.trim().length < 20) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The clipboard holds no page. Select a whole article page in the browser (Ctrl+A), copy it, and try again.',
      ),
    );
    return;
  }
  const near = vscode.window.activeTextEditor?.document.uri;
  const folder = near && vscode.workspace.getWorkspaceFolder(near) ? near : vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await desk.ask('copydesk/import', { text: page, ...(folder ? { uri: desk.uri(folder) } : {}) });
  await openNew(file);
  if (file.notes.length > 0) void vscode.window.showInformationMessage(file.notes.join(' '));
}
