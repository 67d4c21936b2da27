import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Checked, checkedNotification } from '../server/protocol.ts';
import { isMarkdown } from './article-files.ts';

/** What the server last said about each open article. */
export interface Articles extends vscode.Disposable {
  of(uri: vscode.Uri): Checked | undefined;
  /** The article in the active editor, or the one that was active before a panel took the focus. */
  active(): vscode.TextEditor | undefined;
  /** Makes a page one about an article: while it has the focus, commands mean that article. */
  page(panel: vscode.WebviewPanel, about: () => vscode.Uri | undefined): void;
  /** The article of the page that has the focus. */
  onPage(): vscode.Uri | undefined;
  /** The same in an editor, which is opened where it is in none. */
  editorOfPage(): Promise<vscode.TextEditor | undefined>;
  /**
   * The article that a command is about: that of the page that has the focus, else as {@link active}, and waits while an
   * editor has just been opened, of which the server has not said yet whether it holds one. Says so when there is none.
   */
  chosen(): Promise<vscode.TextEditor | undefined>;
  /**
   * The same for a command that needs the text alone. No editor is opened for the article of a page: what takes the focus
   * while a list is about to be shown closes the list.
   */
  chosenDocument(): Promise<vscode.TextDocument | undefined>;
  /** Fires with the uri of an open document that was checked anew. */
  readonly onDidCheck: vscode.Event<vscode.Uri>;
}

/** After how long a command no longer waits for the server to know an editor, milliseconds: it hangs. */
const patience = 60_000;

/**
 * Follows the server's reviews and keeps two context keys true to the active editor: `copydesk.isArticle`, and
 * `copydesk.isNoArticle` for one of which the server has said that it holds none. In between commands are offered, and
 * wait: a machine may take seconds to start the server, and a palette without them would say that there are none.
 */
export function articleTracker(client: BaseLanguageClient): Articles {
  const known = new Map<string, Checked>();
  const emitter = new vscode.EventEmitter<vscode.Uri>();
  const pages = new Map<vscode.WebviewPanel, () => vscode.Uri | undefined>();
  let shown: string | undefined;

  function isArticle(editor: vscode.TextEditor | undefined): boolean {
    return editor !== undefined && known.get(editor.document.uri.toString())?.article === true;
  }

  function updateKey(): void {
    const editor = vscode.window.activeTextEditor;
    const checked = editor && known.get(editor.document.uri.toString());
    const now = checked === undefined ? 'unknown' : checked.article ? 'isArticle' : 'isNoArticle';
    if (now === shown) return;
    shown = now;
    for (const key of ['isArticle', 'isNoArticle'])
      void vscode.commands.executeCommand('setContext', `copydesk.${key}`, now === key);
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
  function active(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    return isArticle(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isArticle);
  }

  function onPage(): vscode.Uri | undefined {
    for (const [panel, about] of pages) if (panel.active) return about();
    return undefined;
  }

  async function editorOfPage(): Promise<vscode.TextEditor | undefined> {
    const uri = onPage();
    if (!uri) return undefined;
    const isIts = ({ document }: vscode.TextEditor): boolean => document.uri.toString() === uri.toString();
    const open = vscode.window.visibleTextEditors.find(isIts);
    // Not in place of the page: whoever signs there goes on reading it.
    const beside = vscode.window.tabGroups.activeTabGroup.viewColumn === vscode.ViewColumn.One;
    const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    return open ?? vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: true });
  }

  /** Until the server has said what the document is, it was closed, or the server hangs. */
  function toldOf({ uri }: vscode.TextDocument): Promise<void> {
    const isIts = (one: vscode.Uri): boolean => one.toString() === uri.toString();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(late);
        listening.dispose();
        resolve();
      };
      const late = setTimeout(end, patience);
      const listening = vscode.Disposable.from(
        emitter.event((checked) => {
          if (isIts(checked)) end();
        }),
        vscode.workspace.onDidCloseTextDocument((closed) => {
          if (isIts(closed.uri)) end();
        }),
      );
    });
  }

  async function chosenEditor(): Promise<vscode.TextEditor | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isMarkdown(document) && !known.has(document.uri.toString()))
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Copydesk is reading the article') },
        () => toldOf(document),
      );
    const editor = active();
    if (!editor) void vscode.window.showInformationMessage(vscode.l10n.t('Open an article first.'));
    return editor;
  }

  return {
    of: (uri) => known.get(uri.toString()),
    active,
    page(panel, about) {
      pages.set(panel, about);
      panel.onDidDispose(() => pages.delete(panel));
    },
    onPage,
    editorOfPage,
    async chosen() {
      return (await editorOfPage()) ?? chosenEditor();
    },
    async chosenDocument() {
      const uri = onPage();
      return uri ? vscode.workspace.openTextDocument(uri) : (await chosenEditor())?.document;
    },
    onDidCheck: emitter.event,
    dispose: () => void disposables.dispose(),
  };
}
