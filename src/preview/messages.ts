import type { PageChange, ShownFinding } from '../page/change.ts';
import type { Keystroke } from './keystroke.ts';
import { isCount, isFinding, isFlag, isLine, isListOf, isOneOf, isRecord, isText, isWords } from './shapes.ts';

/**
 * What the extension and the preview say to each other. Both sides check what they are told: a message that is not
 * one of these is dropped. Lines count from 0 and may have a fraction: 3.5 is the middle of the fourth line.
 */
export type ToPreview = Update | Same | Typed | ScrollTo | Cursor | Panel | Marks;

/** A new state of the page. A preview that does not show `base` answers `ready` and is sent the whole page. */
export interface Update extends Omit<PageChange, 'own' | 'theme'> {
  readonly type: 'update';
  /** The version of the text that it was drawn from. */
  readonly textVersion: number;
  /** What the extension needs to find the article again after a reload: its URI. Kept in the webview's state. */
  readonly resource: string;
  /** What the page wears, absent when it did not change. A page that is dressed anew is drawn anew. */
  readonly dress?: Dress;
  /** How many pictures of other sites are not shown. */
  readonly remote: number;
  /** The article as the site's lists show it, where that was wanted. */
  readonly cards?: string;
}

/** The page of a newer version of the text is the one that was sent last. */
interface Same {
  readonly type: 'same';
  readonly textVersion: number;
}

/** What was typed, ahead of the page that will be drawn from it. */
export interface Typed extends Keystroke {
  readonly type: 'typed';
  /** The version of the text that it made. */
  readonly version: number;
  /** The source line it is in. */
  readonly line: number;
}

/** The document around a page. */
export interface Dress {
  /** Its Content-Security-Policy. */
  readonly policy: string;
  /** Allows stylesheets that are given as text. Letters and digits. */
  readonly nonce: string;
  /** In order: addresses inside the webview, or text. */
  readonly styles: readonly Style[];
  /** Its document type, '' for none; absent: that of a page of today. */
  readonly doctype?: string;
  /** Attributes of its `html` and `body` elements. */
  readonly html: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

type Style = { readonly href: string; readonly media?: string } | { readonly css: string; readonly media?: string };

/** Shows the line at the top of the preview, as it is at the top of the editor. */
interface ScrollTo {
  readonly type: 'scroll';
  readonly line: number;
}

/** The cursor of the editor is in `line` (a whole number): that block is shown. */
export interface Cursor {
  readonly type: 'cursor';
  readonly line: number;
  /** Whether the page may be scrolled to it. */
  readonly scroll: boolean;
}

/** A version of an article that was, with its whole text. */
export interface EarlierVersion {
  readonly name: string;
  readonly text: string;
}

/** Since which version changes are marked, for the preview to keep through a reload; absent: none are. */
interface Marks {
  readonly type: 'marks';
  readonly since?: EarlierVersion;
}

/** How the panel is set up. */
export interface Panel {
  readonly type: 'panel';
  /** It keeps its article. */
  readonly locked: boolean;
  /** Pictures of other sites: shown, hidden until they are allowed, or never shown in a folder that is not trusted. */
  readonly remote: 'shown' | 'hidden' | 'untrusted';
  /** What leads to the source. */
  readonly click: ClickToSource;
}

/** `click`: a click moves the editor's cursor, a double click goes there; `doubleClick`: only that; `off`: neither. */
export type ClickToSource = 'click' | 'doubleClick' | 'off';

export const clicks: readonly ClickToSource[] = ['click', 'doubleClick', 'off'];

export type FromPreview = Ready | Patched | Scrolled | Source | Open | Wants | FixIt | Lock | ShowRemote;

/** The script runs and shows `version` (0: nothing yet); the extension answers with an update from that version or from 0. */
interface Ready extends Omit<Wants, 'type'> {
  readonly type: 'ready';
  readonly version: number;
}

/** What the next updates should hold. */
interface Wants {
  readonly type: 'wants';
  /** Findings are marked. */
  readonly findings: boolean;
  readonly cards: boolean;
}

/** The update is in the DOM; `milliseconds` is what the patch took. */
interface Patched {
  readonly type: 'patched';
  readonly version: number;
  readonly milliseconds: number;
}

/** The reader scrolled the preview; the editor should show `line` at its top. */
interface Scrolled {
  readonly type: 'scrolled';
  readonly line: number;
}

/** The reader asked for the source of what stands in `line` (a whole number). */
export interface Source {
  readonly type: 'source';
  readonly line: number;
  readonly column?: number;
  /** The editor gets the focus; else only its cursor moves. */
  readonly go: boolean;
}

/** The reader followed a link. The extension decides what to do: http, https and mailto outside, paths in the editor. */
interface Open {
  readonly type: 'open';
  readonly href: string;
}

/** The reader chose fix number `fix` of finding number `finding` of a block (-1: of the page around the body). */
interface FixIt {
  readonly type: 'fix';
  /** The page on which it was chosen: on another one the same numbers are something else. */
  readonly version: number;
  readonly block: number;
  readonly finding: number;
  readonly fix: number;
}

/** The reader locked or unlocked the preview. */
interface Lock {
  readonly type: 'lock';
  readonly locked: boolean;
}

/** The reader asked for pictures of other sites. */
interface ShowRemote {
  readonly type: 'remote';
}

/** `fit` is as wide as the panel; `cards` is the article as the site's lists show it. */
export type View = 'fit' | 'desktop' | 'tablet' | 'phone' | 'cards' | 'print';
export type Scheme = 'auto' | 'light' | 'dark';

export const views: readonly View[] = ['fit', 'desktop', 'tablet', 'phone', 'cards', 'print'];
export const schemes: readonly Scheme[] = ['auto', 'light', 'dark'];

/** What the webview keeps through a reload (`vscode.setState`), for itself and for the panel's serializer. */
export interface PreviewState {
  readonly resource: string;
  readonly line: number;
  readonly locked: boolean;
  readonly findings: boolean;
  readonly view: View;
  readonly scheme: Scheme;
  /** Since which version changes are marked; absent: none are. */
  readonly since?: EarlierVersion;
}

/** Whether the preview may act on what it was told. */
export function isToPreview(message: unknown): message is ToPreview {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'scroll':
      return isLine(message.line);
    case 'cursor':
      return isCount(message.line) && isFlag(message.scroll);
    case 'panel':
      return (
        isFlag(message.locked) &&
        isOneOf(message.remote, ['shown', 'hidden', 'untrusted']) &&
        isOneOf(message.click, clicks)
      );
    case 'same':
      return isCount(message.textVersion);
    case 'marks':
      return message.since === undefined || isEarlierVersion(message.since);
    case 'typed':
      return (
        isCount(message.version) &&
        isCount(message.line) &&
        isText(message.before) &&
        isText(message.after) &&
        isCount(message.removed) &&
        isText(message.text)
      );
    case 'update':
      return (
        isCount(message.textVersion) &&
        isCount(message.number) &&
        message.number > 0 &&
        isCount(message.base) &&
        isText(message.resource) &&
        isText(message.title) &&
        isText(message.lang) &&
        (message.dress === undefined || isDress(message.dress)) &&
        (message.around === undefined || isAround(message.around)) &&
        isCount(message.start) &&
        isCount(message.removed) &&
        isListOf(message.blocks, isBlock) &&
        isListOf(message.starts, isCount) &&
        isCount(message.lines) &&
        isCount(message.remote) &&
        (message.cards === undefined || isText(message.cards))
      );
    default:
      return false;
  }
}

/** Whether the extension may act on what a preview said. */
export function isFromPreview(message: unknown): message is FromPreview {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'ready':
      return isCount(message.version) && isFlag(message.findings) && isFlag(message.cards);
    case 'wants':
      return isFlag(message.findings) && isFlag(message.cards);
    case 'patched':
      return isCount(message.version) && isLine(message.milliseconds);
    case 'scrolled':
      return isLine(message.line);
    case 'source':
      return isCount(message.line) && (message.column === undefined || isCount(message.column)) && isFlag(message.go);
    case 'open':
      return isText(message.href) && message.href.length <= 4096;
    case 'fix':
      return (
        isCount(message.version) &&
        (message.block === -1 || isCount(message.block)) &&
        isCount(message.finding) &&
        isCount(message.fix)
      );
    case 'lock':
      return isFlag(message.locked);
    case 'remote':
      return true;
    default:
      return false;
  }
}

/** Reads what a webview kept; what an older preview did not keep is as in a new one. `undefined`: it is of no preview. */
export function readPreviewState(state: unknown): PreviewState | undefined {
  if (!isRecord(state) || !isText(state.resource)) return undefined;
  return {
    resource: state.resource,
    line: isLine(state.line) ? state.line : 0,
    locked: state.locked === true,
    findings: state.findings !== false,
    view: isOneOf(state.view, views) ? state.view : 'fit',
    scheme: isOneOf(state.scheme, schemes) ? state.scheme : 'auto',
    ...(isEarlierVersion(state.since) ? { since: { name: state.since.name, text: state.since.text } } : {}),
  };
}

function isEarlierVersion(value: unknown): value is EarlierVersion {
  return isRecord(value) && isText(value.name) && isText(value.text);
}

function isAround(value: unknown): boolean {
  return isRecord(value) && isText(value.before) && isText(value.after) && isListOf(value.findings, isFinding);
}

function isBlock(value: unknown): value is { html: string; findings: ShownFinding[] } {
  return isRecord(value) && isText(value.html) && isListOf(value.findings, isFinding);
}

function isDress(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value.policy) &&
    isText(value.nonce) &&
    isListOf(value.styles, isStyle) &&
    (value.doctype === undefined ||
      (isText(value.doctype) && /^(?:<!doctype html[\w\s"/.+:-]*>)?$/i.test(value.doctype))) &&
    isWords(value.html) &&
    isWords(value.body)
  );
}

function isStyle(value: unknown): value is Style {
  return (
    isRecord(value) && isText(value.href) !== isText(value.css) && (value.media === undefined || isText(value.media))
  );
}
