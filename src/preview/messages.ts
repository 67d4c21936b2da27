/**
 * What the extension and the preview say to each other. Both sides check what they are told: a message that is not
 * one of these is dropped. Lines count from 0 and may have a fraction: 3.5 is the middle of the fourth line.
 */
export type ToPreview = Update | ScrollTo;

/**
 * A new state of the page. Only what changed is sent: body blocks `[start, start + removed)` of the page with
 * version `base` are replaced by `blocks`. The first update has `base` 0, the empty page that has no blocks.
 */
export interface Update {
  readonly type: 'update';
  /** Greater than that of every update before; never 0. */
  readonly version: number;
  /** The version that this one changes. A preview that shows another one answers `ready` and is sent the whole page. */
  readonly base: number;
  /** What the extension needs to find the article again after a reload: its URI. Kept in the webview's state. */
  readonly resource: string;
  readonly title: string;
  readonly lang: string;
  readonly theme: string;
  /** The page around the body, absent when it did not change. */
  readonly frame?: { readonly before: string; readonly after: string };
  readonly start: number;
  readonly removed: number;
  readonly blocks: readonly string[];
  /** First source line of every block, changed or not. */
  readonly starts: readonly number[];
  /** How many lines the source has. */
  readonly lines: number;
}

/** Shows the line at the top of the preview, as it is at the top of the editor. */
export interface ScrollTo {
  readonly type: 'scroll';
  readonly line: number;
}

export type FromPreview = Ready | Patched | Scrolled | Source | Open;

/** The script runs and shows `version` (0: nothing yet); the extension answers with an update from that version or from 0. */
export interface Ready {
  readonly type: 'ready';
  readonly version: number;
}

/** The update is in the DOM; `milliseconds` is what the patch took. */
export interface Patched {
  readonly type: 'patched';
  readonly version: number;
  readonly milliseconds: number;
}

/** The reader scrolled the preview; the editor should show `line` at its top. */
export interface Scrolled {
  readonly type: 'scrolled';
  readonly line: number;
}

/** The reader asked for the source of what stands in `line` (a whole number). */
export interface Source {
  readonly type: 'source';
  readonly line: number;
}

/** The reader followed a link. The extension decides what to do: http, https and mailto outside, paths in the editor. */
export interface Open {
  readonly type: 'open';
  readonly href: string;
}

/** What the webview keeps through a reload (`vscode.setState`), for the panel's serializer. */
export interface PreviewState {
  readonly resource: string;
  readonly line: number;
}

/** Whether the preview may act on what it was told. */
export function isToPreview(message: unknown): message is ToPreview {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'scroll':
      return isLine(message.line);
    case 'update':
      return (
        isCount(message.version) &&
        message.version > 0 &&
        isCount(message.base) &&
        isText(message.resource) &&
        isText(message.title) &&
        isText(message.lang) &&
        isText(message.theme) &&
        (message.frame === undefined || isFrame(message.frame)) &&
        isCount(message.start) &&
        isCount(message.removed) &&
        isListOf(message.blocks, isText) &&
        isListOf(message.starts, isCount) &&
        isCount(message.lines)
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
      return isCount(message.version);
    case 'patched':
      return isCount(message.version) && isLine(message.milliseconds);
    case 'scrolled':
      return isLine(message.line);
    case 'source':
      return isCount(message.line);
    case 'open':
      return isText(message.href) && message.href.length <= 4096;
    default:
      return false;
  }
}

/** Whether a webview's kept state is one that a preview wrote. */
export function isPreviewState(state: unknown): state is PreviewState {
  return isRecord(state) && isText(state.resource) && isLine(state.line);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isFrame(value: unknown): boolean {
  return isRecord(value) && isText(value.before) && isText(value.after);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}
