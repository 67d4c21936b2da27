import { readByline } from '../model/byline/read-byline.ts';
import { responsibleLabels } from '../model/furniture/furniture-words.ts';
import { columnsOf, readBreadcrumb, readTimeLine, type TimeLine } from './page-head.ts';
import {
  fold,
  isButton,
  isFooter,
  isNavigation,
  isRunningText,
  isSectionLine,
  LONGEST_LINE,
  readStaffLine,
} from './page-lines.ts';

/** Why a line of a page is no part of the article. */
export type Chrome =
  | 'site'
  | 'breadcrumb'
  | 'time'
  | 'original-title'
  | 'editor'
  | 'navigation'
  | 'footer'
  | 'button'
  | 'after';

/** A line that was left out, as written. */
interface LeftOut {
  readonly kind: Chrome;
  readonly line: string;
}

/** A page's lines, told apart. Every line is in exactly one place. */
export interface SortedPage {
  /** Whether anything of a news page was found; if not, all lines are body. */
  readonly recognised: boolean;
  readonly title?: string;
  readonly subtitle?: string;
  readonly originalTitle?: string;
  /** Columns that the breadcrumb may mean, innermost first. */
  readonly columns: readonly string[];
  readonly time: TimeLine | undefined;
  readonly editors: readonly string[];
  readonly body: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

const HEAD_LINES = 400;
const TAIL_LINES = 400;
const ORIGINAL = /^[(《\s]*(?:本文)?原标题\s*:\s*/;

/** Tells the lines of a page apart. Linear in their length; never throws. */
export function sortPage(lines: readonly string[]): SortedPage {
  const head = findHead(lines);
  const tail = findTail(lines, head.bodyStart);
  const leftOut: LeftOut[] = [...head.leftOut];
  const body = [...head.kept];
  const editors = [...tail.editors];
  let originalTitle: string | undefined;
  for (let at = head.bodyStart; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const folded = line.length <= LONGEST_LINE ? fold(line) : '';
    const kind = tail.kinds.get(at) ?? (isButton(folded) ? 'button' : undefined);
    if (kind !== undefined) leftOut.push({ kind, line });
    else if (originalTitle === undefined && folded.length <= 120 && ORIGINAL.test(folded)) {
      originalTitle = line.slice(ORIGINAL.exec(folded)?.[0].length ?? 0).replace(/[）)》]+$/, '');
      leftOut.push({ kind: 'original-title', line });
    } else if (editors.length === 0 && opensWithEditor(folded) && readStaffLine(line)?.length) {
      editors.push(...(readStaffLine(line) ?? []));
      leftOut.push({ kind: 'editor', line });
    } else body.push(line);
  }
  const signed = head.time !== undefined || head.columns.length > 0 || tail.kinds.size > 0 || head.byline;
  if (!signed) return { recognised: false, columns: [], time: undefined, editors: [], body: lines, leftOut: [] };
  return {
    recognised: true,
    ...(head.title === undefined ? {} : { title: head.title }),
    ...(head.subtitle === undefined ? {} : { subtitle: head.subtitle }),
    ...(originalTitle === undefined ? {} : { originalTitle }),
    columns: head.columns,
    time: head.time ?? tail.time,
    editors: editors.length > 0 ? editors : (head.time?.editors ?? []),
    body,
    leftOut,
  };
}

interface Head {
  readonly title?: string;
  readonly subtitle?: string;
  readonly columns: readonly string[];
  readonly time: TimeLine | undefined;
  /** A byline opens the text. */
  readonly byline: boolean;
  /** Lines above the text that belong to it: a byline under the title, lines that nothing is known of. */
  readonly kept: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly bodyStart: number;
}

/** A byline that text follows on the same line; one alone may stand between title and time. */
function isHeadByline(line: string): boolean {
  const start = line.slice(0, LONGEST_LINE);
  const byline = readByline(start, 'head');
  return byline !== undefined && start.slice(byline.to).trim() !== '';
}

function isBylineLine(line: string): boolean {
  return line.length <= 120 && readByline(line, 'line') !== undefined;
}

/** Everything above the text: site line, breadcrumb, title, time line. */
function findHead(lines: readonly string[]): Head {
  let crumbAt = -1;
  let timeAt = -1;
  let columns: readonly string[] = [];
  let time: TimeLine | undefined;
  let textAt = 0;
  for (; textAt < Math.min(lines.length, HEAD_LINES); textAt++) {
    const line = lines[textAt] ?? '';
    const crumb = readBreadcrumb(line);
    if (crumb !== undefined) {
      crumbAt = textAt;
      columns = columnsOf(crumb);
      continue;
    }
    time = readTimeLine(line);
    if (time !== undefined) {
      timeAt = textAt;
      break;
    }
    if (isRunningText(line) || isHeadByline(line)) break;
  }
  const above = timeAt >= 0 ? timeAt : textAt;
  const opening = lines[timeAt >= 0 ? nextText(lines, timeAt + 1) : textAt] ?? '';
  const byline = isHeadByline(opening);
  const found = titleAmong(lines, crumbAt + 1, above, timeAt >= 0);
  // Without a time line nothing tells the lines above the text from the text, unless something signs the page.
  const bodyStart = timeAt >= 0 ? timeAt + 1 : found.next;
  const leftOut: LeftOut[] = [];
  const kept: string[] = [];
  for (let at = 0; at < bodyStart; at++) {
    const line = lines[at] ?? '';
    if (at === timeAt) leftOut.push({ kind: 'time', line });
    else if (at === crumbAt) leftOut.push({ kind: 'breadcrumb', line });
    else if (at < found.first) leftOut.push({ kind: 'site', line });
    else if (at !== found.titleAt && at !== found.subtitleAt) kept.push(line);
  }
  const after = time === undefined ? { time, next: bodyStart } : continued(lines, bodyStart, time);
  for (let at = bodyStart; at < after.next; at++) leftOut.push({ kind: 'time', line: lines[at] ?? '' });
  const title = lines[found.titleAt];
  const subtitle = lines[found.subtitleAt];
  return {
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    columns,
    time: after.time,
    byline,
    kept,
    leftOut,
    bodyStart: after.next,
  };
}

/** The first line from `from` that may be text: credits, buttons and bare source lines stand above it. */
function nextText(lines: readonly string[], from: number): number {
  let at = from;
  while (at < Math.min(lines.length, from + 6) && !isRunningText(lines[at] ?? '') && !isHeadByline(lines[at] ?? ''))
    at++;
  return at;
}

/** Takes in the lines below the time line that go on with it: `来源：X`, or `来源：` and the outlet a line further. */
function continued(lines: readonly string[], from: number, time: TimeLine): { time: TimeLine; next: number } {
  let all = time;
  let next = from;
  for (; next < Math.min(lines.length, from + 4); next++) {
    const line = (lines[next] ?? '').trim();
    if (line.length > 60) break;
    const more = readTimeLine(line);
    if (more !== undefined) all = merged(all, more);
    else if (all.open === 'source' && !/[。，；：！？,;:!?]/.test(line))
      all = merged(all, { ...NOTHING, source: line });
    else break;
  }
  return { time: all, next };
}

const NOTHING: TimeLine = { authors: [], editors: [], photographers: [] };

function merged(first: TimeLine, more: TimeLine): TimeLine {
  const { open: _filled, ...said } = first;
  return {
    ...more,
    ...said,
    authors: [...first.authors, ...more.authors],
    editors: [...first.editors, ...more.editors],
    photographers: [...first.photographers, ...more.photographers],
  };
}

interface Titles {
  readonly titleAt: number;
  readonly subtitleAt: number;
  /** The first line that is not the site's. */
  readonly first: number;
  /** The line after the title and subtitle. */
  readonly next: number;
}

/** Finds title and subtitle among the lines `[from, to)`. */
function titleAmong(lines: readonly string[], from: number, to: number, timed: boolean): Titles {
  const candidates: number[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? '';
    const folded = fold(line.slice(0, LONGEST_LINE));
    if (line.length > 120 || /官方网站|官网$/.test(line) || isNavigation(folded) || isButton(folded)) continue;
    if (isBylineLine(line) || isSectionLine(line)) continue;
    candidates.push(at);
  }
  const afterCrumb = from > 0;
  const dashed = (at: number | undefined) => at !== undefined && /^(?:—|――|--)/.test(lines[at] ?? '');
  const last = candidates.at(-1);
  if (last === undefined) return { titleAt: -1, subtitleAt: -1, first: from, next: from };
  let titleAt = last;
  // Below a breadcrumb the title comes first; without one, the site's own lines do.
  if (afterCrumb || !timed) titleAt = candidates[0] ?? last;
  else if (dashed(last)) titleAt = candidates.at(-2) ?? last;
  const below = candidates.find((at) => at > titleAt);
  const subtitleAt = below === titleAt + 1 && (dashed(below) || (afterCrumb && timed)) ? below : -1;
  return { titleAt, subtitleAt, first: titleAt, next: Math.max(titleAt, subtitleAt) + 1 };
}

interface Tail {
  readonly kinds: ReadonlyMap<number, Chrome>;
  readonly editors: readonly string[];
  /** A time line under the text, as some sites have it. */
  readonly time: TimeLine | undefined;
}

/** Everything below the text: editor line, navigation, small print, and what the site puts in between. */
function findTail(lines: readonly string[], from: number): Tail {
  const kinds = new Map<number, Chrome>();
  const editors: string[] = [];
  let time: TimeLine | undefined;
  let at = lines.length - 1;
  const stop = Math.max(from, lines.length - TAIL_LINES);
  let editorAt = -1;
  for (; at >= stop; at--) {
    const line = lines[at] ?? '';
    const folded = line.length <= LONGEST_LINE ? fold(line) : '';
    const staff = readStaffLine(line);
    if (staff !== undefined) {
      kinds.set(at, 'editor');
      editors.splice(0, 0, ...staff);
      editorAt = at;
      continue;
    }
    if (isNavigation(folded)) kinds.set(at, 'navigation');
    else if (folded !== '' && isFooter(folded)) kinds.set(at, 'footer');
    else if (isButton(folded)) kinds.set(at, 'button');
    else if (folded !== '' && readTimeLine(line)?.date !== undefined) {
      time ??= readTimeLine(line);
      kinds.set(at, 'time');
    } else if (editorAt >= 0 || isRunningText(line)) break;
    else if (!editorBelow(lines, stop, at)) break;
    // Between the editor line and the small print stand the site's lists of other articles.
    else kinds.set(at, 'after');
  }
  return { kinds, editors, time };
}

/** Whether an editor line stands not far above line `at`, with no running text between. */
function editorBelow(lines: readonly string[], stop: number, at: number): boolean {
  for (let above = at - 1; above >= Math.max(stop, at - 40); above--) {
    const line = lines[above] ?? '';
    if (isRunningText(line)) return false;
    if (readStaffLine(line) !== undefined) return true;
  }
  return false;
}

/** 【责任编辑：周砚】 */
function opensWithEditor(line: string): boolean {
  const opening = line.replace(/^[【[(\s]+/, '');
  return responsibleLabels.some((label) => opening.startsWith(label));
}
