import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Checked, checkedNotification } from '../server/protocol.ts';

/** What the server last said about each open article. */
export interface Articles extends vscode.Disposable {
  of(uri: vscode.Uri): Checked | undefined;
  /** The article in the active editor, or the one that was active before a panel took the focus. */
  active(): vscode.TextEditor | undefined;
  /** Fires with the uri of an open document that was checked anew. */
  readonly onDidCheck: vscode.Event<vscode.Uri>;
}

/** Follows the server's reviews and keeps the context key `copydesk.isArticle` true to the active editor. */
export function articleTracker(client: BaseLanguageClient): Articles {
  const known = new Map<string, Checked>();
  const emitter = new vscode.EventEmitter<vscode.Uri>();
  let shown: boolean | undefined;

  function isArticle(editor: vscode.TextEditor | undefined): boolean {
    return editor !== undefined && known.get(editor.document.uri.toString())?.article === true;
  }

  function updateKey(): void {
    const now = isArticle(vscode.window.activeTextEditor);
    if (now === shown) return;
    shown = now;
    void vscode.commands.executeCommand('setContext', 'copydesk.isArticle', now);
  }

  const disposables = vscode.Disposable.from(
    emitter,
    client.onNotification(checkedNotification, (checked: Checked) => {
      const uri = client.protocol2CodeConverter.asUri(checked.uri);
      known.set(uri.toString(), checked);
      updateKey();
      emitter.fire(uri);
    }),
    vscode.window.onDidChangeActiveTextEditor(updateKey),
    vscode.workspace.onDidCloseTextDocument((document) => {
      known.delete(document.uri.toString());
      updateKey();
    }),
  );
  return {
    of: (uri) => known.get(uri.toString()),
    active() {
      const { activeTextEditor, visibleTextEditors } = vscode.window;
      return isArticle(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isArticle);
    },
    onDidCheck: emitter.event,
    dispose: () => void disposables.dispose(),
  };
}
