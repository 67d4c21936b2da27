import * as vscode from 'vscode';
import { pagePolicy, previewHtml } from '../preview/html.ts';
import {
  type ClickToSource,
  clicks,
  type Dress,
  type EarlierVersion,
  isFromPreview,
  type PreviewState,
  type Source,
  type ToPreview,
  type Update,
} from '../preview/messages.ts';
import { isOneOf } from '../preview/shapes.ts';
import type { PageAnswer } from '../server/protocol.ts';
import type { Desk } from './client.ts';
import { nonce } from './nonce.ts';
import { applyEdits, editorOf, follow, isThere, keystroke, reveal, topLine, watchFile } from './preview-editor.ts';
import { previewLabels } from './preview-words.ts';
import type { RemoteImages } from './remote-images.ts';

/** One preview: the page of one article, drawn from its unsaved text. */
export interface PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  /** The article it shows. */
  resource(): vscode.Uri;
  /** Shows another article. */
  show(uri: vscode.Uri): void;
  /** The article's text, its house or what may be shown changed. */
  refresh(): void;
  /** The article's text changed: what was typed is shown at once, where that can be done. */
  typed(change: vscode.TextDocumentChangeEvent): void;
  /** The settings, the lock or what is allowed changed. */
  setUp(): void;
  /** The editor scrolled. */
  scrolled(editor: vscode.TextEditor): void;
  /** The editor's cursor moved. */
  pointed(editor: vscode.TextEditor): void;
  /** A locked preview keeps its article. */
  locked: boolean;
  /** Marks what changed since an earlier version of its article; `undefined`: nothing. Another article is shown without. */
  mark(since: EarlierVersion | undefined): void;
  /** The version since which changes are marked; `undefined`: none are. */
  marks(): EarlierVersion | undefined;
}

interface PreviewContext {
  readonly extensionUri: vscode.Uri;
  readonly desk: Desk;
  readonly remote: RemoteImages;
  /** The reader locked or unlocked the preview, or changes are marked or no longer. */
  locked(): void;
}

/** For how long after the preview moved the editor the editor's scrolling is the echo of that, in milliseconds. */
const echo = 200;

/** A preview that has not shown a page after so long is sent the next one, in milliseconds. */
const patience = 1000;

let panels = 0;

/** Fills a panel with the preview of an article. `kept`: what it kept through a reload of the window. */
export function previewPanel(
  { extensionUri, desk, remote, locked: lockChanged }: PreviewContext,
  panel: vscode.WebviewPanel,
  first: vscode.Uri,
  kept?: PreviewState,
): PreviewPanel {
  const name = `${Date.now().toString(36)}-${++panels}`;
  let uri = first;
  /** The number of the page that it shows. */
  let sent: number | undefined;
  /** What the page wears. */
  let worn: string | undefined;
  let ownDress = '';
  let ready = false;
  let drawing = false;
  /** What was typed is shown ahead of a page. */
  let ahead = false;
  let again = false;
  let movedEditorAt = 0;
  /** The article's file is not there any more; what was drawn last stays. */
  let gone = false;
  /** It was deleted; an editor may have its text for a while. */
  let deleted = false;
  /** Called when the preview shows what it was sent, or never will. */
  let shown = (): void => {};
  let wants = { findings: true, cards: false };
  let since = kept?.since;
  let own: Extract<PageAnswer, { same: false }>['own'];

  const post = (message: ToPreview) => panel.webview.postMessage(message);
  const file = (...names: readonly string[]) => vscode.Uri.joinPath(extensionUri, ...names);
  const shownAt = (at: vscode.Uri) => panel.webview.asWebviewUri(at).toString();

  function open(): void {
    const { webview } = panel;
    const root = imageRoot(uri);
    webview.options = {
      enableScripts: true,
      localResourceRoots: [file('dist'), file('media'), ...(root ? [root] : [])],
    };
    webview.html = previewHtml({
      cspSource: webview.cspSource,
      nonce: nonce(),
      scriptUri: shownAt(file('dist', 'preview.js')),
      styleUri: shownAt(file('media', 'preview.css')),
      lang: vscode.env.language,
      title: vscode.l10n.t('Preview'),
      labels: previewLabels(),
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
    // A hidden webview forgets everything; it says that it is ready when it is shown again.
    if (!ready || !panel.visible) return;
    if (!(await reopened(of))) return;
    const root = imageRoot(of);
    const images = root && { root: desk.uri(root), base: shownAt(root).replace(/\/$/, '') };
    const allowed = remote.state() === 'shown';
    const answer = await desk.ask('copydesk/pageChange', {
      uri: desk.uri(of),
      preview: name,
      base: sent ?? 0,
      ...(images ? { images } : {}),
      trusted: vscode.workspace.isTrusted,
      remote: allowed,
      ...(since ? { since } : {}),
      ...wants,
    });
    if (of !== uri) again = true;
    const was = gone;
    gone = deleted || (!answer && !(await isThere(of)));
    if (gone !== was) title();
    if (!answer || of !== uri) return;
    title();
    if (answer.same) {
      if (ahead) await post({ type: 'same', textVersion: answer.version });
      ahead = false;
      return;
    }
    const { same: _same, own: newOwn, theme, version: textVersion, ...change } = answer;
    if (change.base === 0 || newOwn) own = newOwn;
    if (newOwn || own === undefined) ownDress = JSON.stringify(own ?? null);
    const wanted = `${theme} ${allowed} ${ownDress}`;
    if (wanted !== worn && change.base !== 0) {
      // A page that is dressed anew is drawn anew.
      sent = undefined;
      again = true;
      return;
    }
    const dress = wanted === worn ? {} : { dress: dressOf(theme, own, allowed) };
    worn = wanted;
    sent = change.number;
    const update: Update = { type: 'update', textVersion, ...change, resource: of.toString(), ...dress };
    const done = new Promise<void>((resolve) => {
      const late = setTimeout(resolve, patience);
      shown = () => {
        clearTimeout(late);
        resolve();
      };
    });
    await post(update);
    // A page that takes long to lay out is not sent the next one before: what is typed meanwhile is drawn once.
    await done;
  }

  function dressOf(theme: string, page: typeof own, allowed: boolean): Dress {
    const once = nonce();
    // Under the newsroom's own page a sheet that gives way to all of its own; else the common one and the theme's on it.
    const ours = (page ? ['own'] : ['base', theme]).map((id) => ({
      href: shownAt(file('media', 'themes', id, 'style.css')),
    }));
    return {
      policy: pagePolicy(panel.webview.cspSource, once, allowed),
      nonce: once,
      styles: [...ours, ...(page?.styles ?? []), { href: shownAt(file('media', 'preview-page.css')) }],
      ...(page ? { doctype: page.doctype } : {}),
      html: page?.html ?? {},
      body: page?.body ?? {},
    };
  }

  function title(): void {
    const shown = nameOf(uri);
    if (gone) panel.title = vscode.l10n.t('Preview (its file is gone): {0}', shown);
    else panel.title = it.locked ? vscode.l10n.t('Preview (locked): {0}', shown) : vscode.l10n.t('Preview: {0}', shown);
  }

  function setUp(): void {
    title();
    if (ready) void post({ type: 'panel', locked: it.locked, remote: remote.state(), click: clickSetting() });
  }

  /** What is marked comes back with the preview. */
  function tellMarks(): void {
    if (ready) void post({ type: 'marks', ...(since ? { since } : {}) });
  }

  async function point(editor: vscode.TextEditor, scroll: boolean): Promise<void> {
    await post({ type: 'cursor', line: editor.selection.active.line, scroll });
  }

  async function goToSource({ line, column = 0, go }: Source): Promise<void> {
    const position = new vscode.Position(line, column);
    const selection = new vscode.Range(position, position);
    const editor = editorOf(uri);
    if (!go && editor) {
      movedEditorAt = Date.now();
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      return;
    }
    const viewColumn = editor?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(uri, { viewColumn, selection, preserveFocus: !go });
  }

  panel.webview.onDidReceiveMessage(async (message: unknown) => {
    if (!isFromPreview(message)) return;
    switch (message.type) {
      case 'ready': {
        ready = true;
        shown();
        if (message.version !== sent) sent = undefined;
        if (message.version === 0) worn = undefined;
        wants = { findings: message.findings, cards: message.cards };
        setUp();
        if (message.version === 0) tellMarks();
        await draw();
        const editor = editorOf(uri);
        if (editor && message.version === 0) {
          await post({ type: 'scroll', line: topLine(editor) });
          await point(editor, false);
        }
        break;
      }
      case 'wants':
        wants = { findings: message.findings, cards: message.cards };
        await draw();
        break;
      case 'scrolled': {
        const editor = editorOf(uri);
        if (!editor || !scrolls('scrollEditorWithPreview')) break;
        movedEditorAt = Date.now();
        reveal(editor, message.line);
        break;
      }
      case 'source':
        await goToSource(message);
        break;
      case 'fix': {
        // On another page the numbers mean another finding.
        if (message.version !== sent) break;
        const { version: number, block, finding, fix } = message;
        const answer = await desk.ask('copydesk/pageFix', { preview: name, number, block, finding, fix });
        await applyEdits(uri, answer);
        break;
      }
      case 'lock':
        it.locked = message.locked;
        setUp();
        lockChanged();
        break;
      case 'remote':
        await remote.toggle();
        break;
      case 'open':
        await follow(uri, message.href);
        break;
      case 'patched':
        if (message.version === sent) shown();
        break;
    }
  });

  const it: PreviewPanel = {
    panel,
    locked: kept?.locked ?? false,
    resource: () => uri,
    show(next) {
      if (next.toString() === uri.toString()) return;
      const roots = imageRoot(uri)?.toString();
      uri = next;
      sent = undefined;
      it.mark(undefined);
      gone = false;
      deleted = false;
      watched.dispose();
      watched = watchFile(uri, fileChanged);
      if (imageRoot(uri)?.toString() !== roots) {
        ready = false;
        open();
      }
      title();
      void draw();
    },
    refresh: () => void draw(),
    typed(change) {
      const typed = ready && sent !== undefined && panel.visible ? keystroke(change) : undefined;
      // Where changes are marked, what is taken away stays on the page, struck out.
      if (!typed || (since && typed.removed > 0)) return;
      ahead = true;
      void post(typed);
    },
    setUp,
    mark(version) {
      if (since === version) return;
      since = version;
      tellMarks();
      lockChanged();
      void draw();
    },
    marks: () => since,
    scrolled(editor) {
      if (editor.document.uri.toString() !== uri.toString() || Date.now() - movedEditorAt < echo) return;
      if (ready && scrolls('scrollPreviewWithEditor')) void post({ type: 'scroll', line: topLine(editor) });
    },
    pointed(editor) {
      if (!ready || editor.document.uri.toString() !== uri.toString()) return;
      void point(editor, scrolls('scrollPreviewWithEditor') && Date.now() - movedEditorAt >= echo);
    },
  };
  function fileChanged(there: boolean): void {
    deleted = !there;
    it.refresh();
  }

  let watched = watchFile(uri, fileChanged);
  panel.onDidDispose(() => {
    watched.dispose();
    shown();
  });
  title();
  open();
  return it;
}

/** The server knows open texts alone, and VS Code closes one whose tab is gone while its preview stays. */
async function reopened(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return true;
  if (uri.scheme === 'untitled') return false;
  return vscode.workspace.openTextDocument(uri).then(
    () => true,
    () => false,
  );
}

/** The folder that an article's images may come from: its workspace folder, else its own folder. */
function imageRoot(uri: vscode.Uri): vscode.Uri | undefined {
  if (uri.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
}

function scrolls(setting: 'scrollEditorWithPreview' | 'scrollPreviewWithEditor'): boolean {
  return vscode.workspace.getConfiguration('copydesk.preview').get<boolean>(setting, true);
}

function clickSetting(): ClickToSource {
  const chosen = vscode.workspace.getConfiguration('copydesk.preview').get<string>('clickToSource');
  return isOneOf(chosen, clicks) ? chosen : 'doubleClick';
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
