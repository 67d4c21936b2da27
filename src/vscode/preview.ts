import * as vscode from 'vscode';
import { type PreviewState, readPreviewState } from '../preview/messages.ts';
import { isMarkdown } from './article-files.ts';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { earlierVersion } from './earlier-version.ts';
import { done } from './first-steps.ts';
import { articleToUse } from './pick-article.ts';
import { type PreviewPanel, previewPanel } from './preview-panel.ts';
import { remoteImages } from './remote-images.ts';

/** The webview's type, also in `package.json` and in saved layouts. */
const viewType = 'copydesk.preview';

/** Open Preview to the Side, its lock, and the previews that a window had when it was closed. */
export function registerPreview(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  const panels = new Set<PreviewPanel>();
  /** The article that was opened last. */
  let shownLast: vscode.Uri | undefined;
  const remote = remoteImages(context);
  const shared = { extensionUri: context.extensionUri, desk, remote, locked: setLockKey };

  function add(panel: vscode.WebviewPanel, uri: vscode.Uri, kept?: PreviewState): PreviewPanel {
    const preview = previewPanel(shared, panel, uri, kept);
    panels.add(preview);
    articles.page(panel, () => preview.resource());
    panel.onDidDispose(() => {
      panels.delete(preview);
      setLockKey();
    });
    panel.onDidChangeViewState(() => {
      setLockKey();
      preview.refresh();
    });
    return preview;
  }

  function all(what: (preview: PreviewPanel) => void): void {
    for (const preview of panels) what(preview);
  }

  function setLockKey(): void {
    const active = [...panels].find(({ panel }) => panel.active);
    void vscode.commands.executeCommand('setContext', 'copydesk.previewLocked', active?.locked === true);
    void vscode.commands.executeCommand('setContext', 'copydesk.previewMarksChanges', active?.marks() !== undefined);
  }

  async function open(argument?: unknown): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    const near = active && isMarkdown(active) ? active.uri : (articles.onPage() ?? articles.active()?.document.uri);
    const given = argument instanceof vscode.Uri ? argument : near;
    const uri =
      given ?? (await articleToUse(desk, undefined, vscode.l10n.t('Which article do you want to see?')))?.document.uri;
    if (!uri) return;
    await vscode.workspace.openTextDocument(uri);
    // A file that was just opened may not have been looked at yet.
    const checked = articles.of(uri) ?? (await desk.ask('copydesk/check', { uri: desk.uri(uri) }));
    if (checked?.article === false) {
      // The key is that of the built-in preview, which shows every other Markdown, where there is one.
      try {
        await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
      } catch {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('This file is not an article: it has no front matter.'),
        );
      }
      return;
    }
    done('preview');
    shownLast = uri;
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
    for (const preview of panels) {
      if (!preview.panel.active) continue;
      preview.locked = !preview.locked;
      preview.setUp();
    }
    setLockKey();
    followActive();
  }

  /** Marks what changed since a version that the reader chooses, in the preview that has the focus or the article's own. */
  async function markChanges(argument?: unknown): Promise<void> {
    const focused = [...panels].find(({ panel }) => panel.active);
    if (!focused) await open(argument);
    const preview = focused ?? [...panels].find(({ resource }) => resource().toString() === shownLast?.toString());
    const document = preview && (await vscode.workspace.openTextDocument(preview.resource()));
    const version = document && (await earlierVersion(desk, document, vscode.l10n.t('Mark Changes in Preview…')));
    if (version && preview.resource().toString() === document.uri.toString()) preview.mark(version);
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
      told((uri?: unknown) => open(uri)),
    ),
    vscode.commands.registerCommand(
      'copydesk.markChanges',
      told((uri?: unknown) => markChanges(uri)),
    ),
    vscode.commands.registerCommand('copydesk.hideChanges', () => all((preview) => preview.mark(undefined))),
    remote,
    remote.onDidChange(() =>
      all((preview) => {
        preview.setUp();
        preview.refresh();
      }),
    ),
    vscode.commands.registerCommand('copydesk.toggleRemoteImages', () => remote.toggle()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('copydesk.preview')) all((preview) => preview.setUp());
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => all((preview) => preview.pointed(textEditor))),
    vscode.commands.registerCommand('copydesk.lockPreview', toggleLock),
    vscode.commands.registerCommand('copydesk.unlockPreview', toggleLock),
    vscode.workspace.onDidChangeTextDocument((change) => {
      for (const preview of showsDocument(change.document.uri)) {
        preview.typed(change);
        preview.refresh();
      }
    }),
    // What was not saved is gone: the page is that of the file.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      for (const preview of showsDocument(uri)) preview.refresh();
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        for (const preview of panels) {
          const { path } = preview.resource();
          if (path !== oldUri.path && !path.startsWith(`${oldUri.path}/`)) continue;
          // Under another name it is the same article.
          const since = preview.marks();
          preview.show(newUri.with({ path: newUri.path + path.slice(oldUri.path.length) }));
          preview.mark(since);
        }
      }
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
        const kept = readPreviewState(state);
        if (!kept) return panel.dispose();
        try {
          const uri = vscode.Uri.parse(kept.resource, true);
          await vscode.workspace.openTextDocument(uri);
          add(panel, uri, kept);
        } catch {
          panel.dispose();
        }
      },
    }),
    { dispose: () => panels.forEach(({ panel }) => void panel.dispose()) },
  );
}
