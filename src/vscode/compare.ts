import * as vscode from 'vscode';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { earlierVersion } from './earlier-version.ts';

/** Compare with…: what changed in an article since its saved version, a revision, the published one, or against another article. */
export function registerCompare(desk: Desk, articles: Articles): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;

  let about: vscode.Uri | undefined;

  function show(title: string, html: string): void {
    if (!panel) {
      // Nothing runs in it, and nothing is loaded.
      panel = vscode.window.createWebviewPanel('copydesk.changes', title, vscode.ViewColumn.Beside, {
        localResourceRoots: [],
        enableFindWidget: true,
      });
      articles.page(panel, () => about);
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.title = title;
    panel.webview.html = html;
    panel.reveal(undefined, true);
  }

  async function compare(argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : (await articles.chosenDocument())?.uri;
    if (!uri) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const earlier = await earlierVersion(desk, document, vscode.l10n.t('Compare with…'));
    if (!earlier) return;
    const names = { before: earlier.name, after: nameOf(uri) };
    const made = await desk.ask('copydesk/compare', { uri: desk.uri(uri), before: earlier.text, names });
    if (!made) return;
    about = uri;
    show(made.title, made.html);
  }

  return vscode.Disposable.from(vscode.commands.registerCommand('copydesk.compare', told(compare)), {
    dispose: () => panel?.dispose(),
  });
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);
