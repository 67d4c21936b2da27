import * as vscode from 'vscode';
import { pageScheme } from '../server/protocol.ts';
import { type Desk, told } from './client.ts';

/** Documents that Copydesk writes itself: the resolved house, and the page of each check. Read-only. */
export function registerDeskPages(desk: Desk): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent({ path, query }) {
      const check = /^\/checks\/([a-z-]+)\.md$/.exec(path)?.[1];
      if (check !== undefined) {
        return (await desk.ask('copydesk/explain', { id: check })) ?? vscode.l10n.t('There is no check “{0}”.', check);
      }
      return (await desk.ask('copydesk/house', query === '' ? {} : { uri: query })).text;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(pageScheme, provider),
    vscode.commands.registerCommand(
      'copydesk.showHouseYaml',
      told(() => showHouse(desk, changed)),
    ),
    vscode.commands.registerCommand(
      'copydesk.explain',
      told((check: unknown) => explain(check)),
    ),
  );
}

async function showHouse(desk: Desk, changed: vscode.EventEmitter<vscode.Uri>): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const near = active && active.scheme !== pageScheme ? active : vscode.workspace.workspaceFolders?.[0]?.uri;
  const about = near ? { uri: desk.uri(near) } : {};
  const { id } = await desk.ask('copydesk/house', about);
  const uri = vscode.Uri.from({ scheme: pageScheme, path: `/${id}.yml`, query: near ? desk.uri(near) : '' });
  changed.fire(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'yaml'), {
    preview: true,
  });
}

async function explain(check: unknown): Promise<void> {
  if (typeof check !== 'string' || !/^[a-z-]+$/.test(check)) return;
  const uri = vscode.Uri.from({ scheme: pageScheme, path: `/checks/${check}.md` });
  // The built-in preview shows it as a page; where that is missing (in some browsers), the text must do.
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }
}
