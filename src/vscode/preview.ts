import * as vscode from 'vscode';
import { isPreviewState } from '../preview/messages.ts';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { type PreviewPanel, previewPanel } from './preview-panel.ts';

/** The webview's type, also in `package.json` and in saved layouts. */
const viewType = 'copydesk.preview';

/** Open Preview to the Side, its lock, and the previews that a window had when it was closed. */
export function registerPreview(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  const panels = new Set<PreviewPanel>();

  function add(panel: vscode.WebviewPanel, uri: vscode.Uri): PreviewPanel {
    const preview = previewPanel(context, desk, panel, uri);
    panels.add(preview);
    panel.onDidDispose(() => panels.delete(preview));
    panel.onDidChangeViewState(() => setLockKey());
    return preview;
  }

  function setLockKey(): void {
    const active = [...panels].find(({ panel }) => panel.active);
    void vscode.commands.executeCommand('setContext', 'copydesk.previewLocked', active?.locked === true);
  }

  function open(argument?: unknown): void {
    const uri = argument instanceof vscode.Uri ? argument : articles.active()?.document.uri;
    if (!uri) return;
    const following = [...panels].find(({ locked }) => !locked);
    if (following) {
      following.show(uri);
      following.panel.reveal(undefined, true);
      return;
    }
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    add(vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Preview'), where), uri);
  }

  function toggleLock(): void {
    for (const preview of panels) if (preview.panel.active) preview.locked = !preview.locked;
    setLockKey();
  }

  function followActive(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (!uri || !articles.of(uri)?.article) return;
    for (const preview of panels) if (!preview.locked) preview.show(uri);
  }

  function showsDocument(uri: vscode.Uri): readonly PreviewPanel[] {
    return [...panels].filter((preview) => preview.resource().toString() === uri.toString());
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'copydesk.openPreview',
      told(async (uri?: unknown) => open(uri)),
    ),
    vscode.commands.registerCommand('copydesk.lockPreview', toggleLock),
    vscode.commands.registerCommand('copydesk.unlockPreview', toggleLock),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const preview of showsDocument(document.uri)) preview.refresh();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const preview of panels) preview.refresh();
    }),
    // A review also follows a change of the house or of the images.
    articles.onDidCheck((uri) => {
      for (const preview of showsDocument(uri)) preview.refresh();
      // Only now is it known that a file that was just opened is an article.
      followActive();
    }),
    vscode.window.onDidChangeActiveTextEditor(followActive),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      for (const preview of panels) preview.scrolled(textEditor);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        if (!isPreviewState(state)) return panel.dispose();
        const uri = vscode.Uri.parse(state.resource, true);
        try {
          await vscode.workspace.openTextDocument(uri);
          add(panel, uri);
        } catch {
          panel.dispose();
        }
      },
    }),
    { dispose: () => panels.forEach(({ panel }) => void panel.dispose()) },
  );
}
