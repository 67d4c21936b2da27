import * as vscode from 'vscode';
import { previewHtml } from '../preview/html.ts';
import { isFromPreview, type ToPreview } from '../preview/messages.ts';
import { pageUpdate, type ShownPage } from '../preview/update.ts';
import type { PageOfArticle } from '../server/protocol.ts';
import type { Desk } from './client.ts';
import { editorOf, follow, reveal, topLine } from './preview-editor.ts';

/** One preview: the page of one article, drawn from its unsaved text. */
export interface PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  /** The article it shows. */
  resource(): vscode.Uri;
  /** Shows another article. */
  show(uri: vscode.Uri): void;
  /** The article's text or its house changed. */
  refresh(): void;
  /** The editor scrolled. */
  scrolled(editor: vscode.TextEditor): void;
  /** A locked preview keeps its article. */
  locked: boolean;
}

/** For how long after the preview moved the editor the editor's scrolling is the echo of that, in milliseconds. */
const echo = 200;

/** Fills a panel with the preview of an article. */
export function previewPanel(
  context: vscode.ExtensionContext,
  desk: Desk,
  panel: vscode.WebviewPanel,
  first: vscode.Uri,
): PreviewPanel {
  let uri = first;
  let shown: ShownPage | undefined;
  let version = 0;
  let theme: string | undefined;
  let dress: string | undefined;
  let ready = false;
  let drawing = false;
  let again = false;
  let movedEditorAt = 0;

  const post = (message: ToPreview) => panel.webview.postMessage(message);
  const file = (...names: readonly string[]) => vscode.Uri.joinPath(context.extensionUri, ...names);

  function prepare(page: PageOfArticle): void {
    const { webview } = panel;
    theme = page.theme;
    dress = JSON.stringify(page.own);
    shown = undefined;
    ready = false;
    webview.html = previewHtml({
      cspSource: webview.cspSource,
      nonce: nonce(),
      scriptUri: webview.asWebviewUri(file('dist', 'preview.js')).toString(),
      styleUris: [file('media', 'themes', page.theme, 'style.css'), file('media', 'preview.css')].map((one) =>
        webview.asWebviewUri(one).toString(),
      ),
      lang: page.lang,
      title: page.title,
      ...(page.own ? { own: page.own } : {}),
    });
  }

  /** Draws the page as the text stands; edits that come meanwhile are drawn once, after it. */
  async function draw(): Promise<void> {
    if (drawing) {
      again = true;
      return;
    }
    drawing = true;
    try {
      do {
        again = false;
        await drawOnce(uri);
      } while (again);
    } catch (error) {
      console.error('Copydesk preview:', error);
    } finally {
      drawing = false;
    }
  }

  async function drawOnce(of: vscode.Uri): Promise<void> {
    const root = imageRoot(of);
    const images = root && {
      root: desk.uri(root),
      base: panel.webview.asWebviewUri(root).toString().replace(/\/$/, ''),
    };
    const page = await desk.ask('copydesk/page', {
      uri: desk.uri(of),
      ...(images ? { images } : {}),
      trusted: vscode.workspace.isTrusted,
    });
    if (of !== uri) again = true;
    if (!page || of !== uri) return;
    panel.title = vscode.l10n.t('Preview: {0}', nameOf(of));
    // Stylesheets are the document's own, so that a page dressed otherwise is another document.
    if (page.theme !== theme || JSON.stringify(page.own) !== dress) prepare(page);
    if (!ready) return;
    version++;
    const update = pageUpdate(shown, page, of.toString(), version);
    shown = { page, version };
    await post(update);
  }

  panel.webview.onDidReceiveMessage(async (message: unknown) => {
    if (!isFromPreview(message)) return;
    switch (message.type) {
      case 'ready': {
        ready = true;
        if (message.version !== shown?.version) shown = undefined;
        await draw();
        const editor = editorOf(uri);
        if (editor) await post({ type: 'scroll', line: topLine(editor) });
        break;
      }
      case 'scrolled': {
        const editor = editorOf(uri);
        if (!editor || !scrolls('scrollEditorWithPreview')) break;
        movedEditorAt = Date.now();
        reveal(editor, message.line);
        break;
      }
      case 'source': {
        const position = new vscode.Position(message.line, 0);
        const viewColumn = editorOf(uri)?.viewColumn ?? vscode.ViewColumn.One;
        await vscode.window.showTextDocument(uri, { viewColumn, selection: new vscode.Range(position, position) });
        break;
      }
      case 'open':
        await follow(uri, message.href);
        break;
      case 'patched':
        break;
    }
  });

  function options(): void {
    const root = imageRoot(uri);
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [file('dist'), file('media'), ...(root ? [root] : [])],
    };
  }

  options();
  void draw();
  return {
    panel,
    locked: false,
    resource: () => uri,
    show(next) {
      if (next.toString() === uri.toString()) return;
      const roots = imageRoot(uri)?.toString();
      uri = next;
      if (imageRoot(uri)?.toString() !== roots) options();
      shown = undefined;
      void draw();
    },
    refresh: () => void draw(),
    scrolled(editor) {
      if (editor.document.uri.toString() !== uri.toString() || Date.now() - movedEditorAt < echo) return;
      if (ready && scrolls('scrollPreviewWithEditor')) void post({ type: 'scroll', line: topLine(editor) });
    },
  };
}

/** The folder that an article's images may come from: its workspace folder, else its own folder. */
function imageRoot(uri: vscode.Uri): vscode.Uri | undefined {
  if (uri.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
}

function scrolls(setting: 'scrollEditorWithPreview' | 'scrollPreviewWithEditor'): boolean {
  return vscode.workspace.getConfiguration('copydesk.preview').get<boolean>(setting, true);
}

function nonce(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
