import * as vscode from 'vscode';
import { reopenCommand } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { told } from './client.ts';

/**
 * Guards articles that were read with the wrong encoding: one edit and a save would destroy them. An old GBK file
 * opened as UTF-8 is full of U+FFFD.
 */
export function registerEncodingGuard(articles: Articles): vscode.Disposable {
  const warned = new Set<string>();
  function guard(uri: vscode.Uri): void {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    if (!document || document.isUntitled || warned.has(key) || !articles.of(uri)?.article) return;
    if (!document.getText().includes('\uFFFD')) return;
    warned.add(key);
    const reopen = vscode.l10n.t('Reopen with GB18030');
    void vscode.window
      .showErrorMessage(
        vscode.l10n.t('“{0}” was not read with its own encoding. Saving it now would destroy the text.', nameOf(uri)),
        // It may be another one yet.
        ...(document.encoding === 'gb18030' ? [] : [reopen]),
      )
      .then((chosen) => {
        if (chosen === reopen) void vscode.commands.executeCommand(reopenCommand, uri);
      });
  }
  return vscode.Disposable.from(
    articles.onDidCheck(guard),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void warned.delete(uri.toString())),
    vscode.commands.registerCommand(
      reopenCommand,
      told((uri?: unknown) => reopen(uri)),
    ),
  );
}

async function reopen(argument: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri =
    argument instanceof vscode.Uri
      ? argument
      : typeof argument === 'string'
        ? vscode.Uri.parse(argument, true)
        : active;
  if (!uri) return;
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open?.isDirty) {
    throw new Error(vscode.l10n.t('The file has unsaved changes. Undo them or revert the file first, then reopen it.'));
  }
  const document = await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
  await vscode.window.showTextDocument(document);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
