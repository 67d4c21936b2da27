import * as vscode from 'vscode';
import type { HandOverForm } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { copyRich } from './copy-rich.ts';
import { inlinePictures } from './inline-pictures.ts';

/** Copy for CMS, Copy for WeChat, Copy Plain Text, Export HTML…: the article of the active editor, as it stands. */
export function registerHandOver(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  const article = (argument: unknown): vscode.Uri | undefined => {
    const uri = argument instanceof vscode.Uri ? argument : articles.active()?.document.uri;
    if (!uri) void vscode.window.showInformationMessage(vscode.l10n.t('Open an article first.'));
    return uri;
  };

  async function ask(uri: vscode.Uri, as: HandOverForm, into?: vscode.Uri) {
    // The server knows the texts of open documents only.
    await vscode.workspace.openTextDocument(uri);
    const params = {
      uri: desk.uri(uri),
      as,
      trusted: vscode.workspace.isTrusted,
      ...(into ? { into: desk.uri(into) } : {}),
    };
    const made = await desk.ask('copydesk/handOver', params);
    if (!made)
      void vscode.window.showInformationMessage(vscode.l10n.t('This file is not an article: it has no front matter.'));
    return made ?? undefined;
  }

  async function copy(argument: unknown, as: 'cms' | 'wechat'): Promise<void> {
    const uri = article(argument);
    const made = uri && (await ask(uri, as));
    if (!uri || !made) return;
    const { html, missing } = await inlinePictures(made.html, made.pictures);
    const copied = await copyRich(context, { html, text: made.text });
    if (!copied) return;
    const said =
      as === 'cms'
        ? vscode.l10n.t('Copied. Paste it into the CMS.')
        : vscode.l10n.t('Copied. Paste it into WeChat’s editor.');
    const note =
      missing.length === 0 ? '' : ` ${vscode.l10n.t('Pictures left out, to be uploaded: {0}.', missing.join('、'))}`;
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
    if (!uri) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') || 'article';
    const folder =
      uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
    const target = await vscode.window.showSaveDialog({
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.html`) } : {}),
      filters: { HTML: ['html'] },
      title: vscode.l10n.t('Export HTML'),
    });
    const made = target && (await ask(uri, 'page', vscode.Uri.joinPath(target, '..')));
    if (!target || !made) return;
    const { html, missing } = await inlinePictures(made.html, made.pictures);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
    const open = vscode.l10n.t('Open');
    const note = missing.length === 0 ? '' : ` ${vscode.l10n.t('Pictures left out: {0}.', missing.join('、'))}`;
    const written = target.path.slice(target.path.lastIndexOf('/') + 1);
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('“{0}” was written.', written) + note,
      open,
    );
    if (chosen === open) await vscode.env.openExternal(target);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'copydesk.copyForCms',
      told((argument?: unknown) => copy(argument, 'cms')),
    ),
    vscode.commands.registerCommand(
      'copydesk.copyForWechat',
      told((argument?: unknown) => copy(argument, 'wechat')),
    ),
    vscode.commands.registerCommand(
      'copydesk.copyPlainText',
      told((argument?: unknown) => copyText(argument)),
    ),
    vscode.commands.registerCommand(
      'copydesk.exportHtml',
      told((argument?: unknown) => exportPage(argument)),
    ),
  );
}
