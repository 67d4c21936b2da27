import * as vscode from 'vscode';
import type { HandOver, HandOverForm } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { pickOne } from './ask.ts';
import { type Desk, told } from './client.ts';
import { copyRich } from './copy-rich.ts';
import { filesBeside, filesInside, nameOf } from './handed-files.ts';

/**
 * Copy for CMS, Copy for WeChat, Copy Plain Text, Export HTML…, Print in Browser: the article of the active editor or
 * page, as it stands.
 */
export function registerHandOver(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  function article(argument: unknown): vscode.Uri | undefined {
    const active = articles.onPage() ?? articles.active()?.document.uri;
    const uri = argument instanceof vscode.Uri ? argument : active;
    if (!uri) void vscode.window.showInformationMessage(vscode.l10n.t('Open an article first.'));
    return uri;
  }

  async function ask(uri: vscode.Uri, as: HandOverForm, beside = false): Promise<HandOver | undefined> {
    // The server knows the texts of open documents only.
    await vscode.workspace.openTextDocument(uri);
    const made = await desk.ask('copydesk/handOver', {
      uri: desk.uri(uri),
      as,
      trusted: vscode.workspace.isTrusted,
      beside,
    });
    if (!made)
      void vscode.window.showInformationMessage(vscode.l10n.t('This file is not an article: it has no front matter.'));
    return made ?? undefined;
  }

  async function copy(argument: unknown, as: 'cms' | 'wechat'): Promise<void> {
    const uri = article(argument);
    const made = uri && (await ask(uri, as));
    const filled = made && (await filesInside(made, vscode.l10n.t('Copying the pictures…')));
    if (!made || !filled) return;
    const copied = await copyRich(context, { html: filled.html, text: made.text });
    if (!copied) return;
    const said =
      as === 'cms'
        ? vscode.l10n.t('Copied. Paste it into the CMS.')
        : vscode.l10n.t('Copied. Paste it into WeChat’s editor.');
    const note =
      filled.missing.length === 0
        ? ''
        : ` ${vscode.l10n.t('Pictures left out, to be uploaded: {0}.', listed(filled.missing))}`;
    void vscode.window.showInformationMessage(said + note);
  }

  async function copyText(argument: unknown): Promise<void> {
    const uri = article(argument);
    const made = uri && (await ask(uri, 'text'));
    if (!made) return;
    await vscode.env.clipboard.writeText(made.text);
    void vscode.window.showInformationMessage(vscode.l10n.t('Copied as plain text.'));
  }

  async function exportPage(argument: unknown): Promise<void> {
    const uri = article(argument);
    const first = uri && (await ask(uri, 'page'));
    if (!uri || !first) return;
    const beside = first.files.length > 0 ? await askWhereFilesGo() : false;
    const made = beside ? await ask(uri, 'page', true) : first;
    if (beside === undefined || !made) return;
    const folder =
      uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
    const target = await vscode.window.showSaveDialog({
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${titleOf(uri)}.html`) } : {}),
      filters: { HTML: ['html'] },
      title: vscode.l10n.t('Export HTML'),
    });
    if (target) await write(target, made, beside);
  }

  async function write(target: vscode.Uri, made: HandOver, beside: boolean): Promise<void> {
    const title = vscode.l10n.t('Exporting…');
    const filled = await (beside ? filesBeside(made, title, target) : filesInside(made, title));
    if (!filled) return;
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(filled.html));
    } catch (error) {
      throw new Error(vscode.l10n.t('“{0}” could not be written: {1}', nameOf(target), reasonOf(error)));
    }
    const note =
      filled.missing.length === 0 ? '' : ` ${vscode.l10n.t('Pictures left out: {0}.', listed(filled.missing))}`;
    const written = vscode.l10n.t('“{0}” was written.', nameOf(target)) + note;
    const open = vscode.l10n.t('Open in Browser');
    const chosen = await vscode.window.showInformationMessage(written, ...(opensFiles(target) ? [open] : []));
    if (chosen === open) await vscode.env.openExternal(target);
  }

  /** The browser prints, and makes the PDF. Where it cannot open a file of ours, the page is exported first. */
  async function print(argument: unknown): Promise<void> {
    const uri = article(argument);
    const folder = context.globalStorageUri;
    if (!uri || !opensFiles(folder)) {
      if (uri) await exportPage(uri);
      return;
    }
    const made = await ask(uri, 'page');
    const filled = made && (await filesInside(made, vscode.l10n.t('Exporting…')));
    if (!filled) return;
    const target = vscode.Uri.joinPath(folder, 'print', `${titleOf(uri)}.html`);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(filled.html));
    await vscode.env.openExternal(target);
  }

  const commands: Readonly<Record<string, (argument: unknown) => Promise<void>>> = {
    'copydesk.copyForCms': (argument) => copy(argument, 'cms'),
    'copydesk.copyForWechat': (argument) => copy(argument, 'wechat'),
    'copydesk.copyPlainText': copyText,
    'copydesk.exportHtml': exportPage,
    'copydesk.print': print,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(
        id,
        told((argument?: unknown) => run(argument)),
      ),
    ),
  );
}

/** Whether files go beside the page; `undefined`: the reader thought better of it. */
async function askWhereFilesGo(): Promise<boolean | undefined> {
  const inside = { label: vscode.l10n.t('One file, with its pictures in it') };
  const beside = { label: vscode.l10n.t('The page, and a folder of pictures beside it') };
  const chosen = await pickOne([inside, beside], { title: vscode.l10n.t('Export HTML') });
  return chosen && chosen === beside;
}

/** Whether the system's browser can open a file: it lies on the machine before which the reader sits. */
function opensFiles({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}

/** The name of a page of an article, without its ending. */
function titleOf(uri: vscode.Uri): string {
  return nameOf(uri).replace(/\.[^.]*$/, '') || 'article';
}

/** A few names, and how many more. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join('、');
  return names.length > 5 ? vscode.l10n.t('{0} and {1} more', shown, names.length - 5) : shown;
}

function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'NoPermissions') return vscode.l10n.t('The folder is read-only.');
    if (error.code === 'FileIsADirectory') return vscode.l10n.t('A folder has that name.');
  }
  return error instanceof Error ? error.message : String(error);
}
