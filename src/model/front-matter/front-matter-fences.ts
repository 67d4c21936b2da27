import type { Fences } from './fences.ts';
import { hasAsciiKey, lineEndLength, lineFrom, lookOf } from './line-look.ts';
import { findLoose, firstWritten, looselyClosed } from './loose-fences.ts';

/** A fence's line: exactly three dashes (or, to close, three dots) at column 0, then at most blanks. */
const OPENING = /---[ \t]*(?:\r\n|\n|\r|$)/y;
const CLOSING = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;
const TOML_FENCE = /(?:\r\n|\n|\r)\+\+\+[ \t]*(?:\r\n|\n|\r|$)/g;

/** How far to look for the end of JSON or of a front matter that nobody closed. */
const HORIZON = 65_536;

/**
 * Whether what stands after an opening `---` is front matter and not an article that opens with a thematic
 * break: decided by the first lines that say anything.
 */
function opensFrontMatter(text: string, from: number, to: number, closed: boolean): boolean {
  const first = lineFrom(text, from, to);
  let line = first;
  let content = false;
  while (line.start < to) {
    const source = text.slice(line.start, line.end);
    const look = lookOf(source.trimStart());
    if (look === 'blank') {
      if (content || !closed) return false;
    } else if (look === 'key') return true;
    else if (look !== 'comment') {
      if (!closed || first.end === first.start) return false;
      if (!content && (look === 'word' || look === 'item' || /^[[{%]/.test(source))) return true;
      content = true;
    }
    if (line.next === line.end) break;
    line = lineFrom(text, line.next, to);
  }
  // Nothing at all, or comments alone, between two fences is an empty front matter.
  return closed && !content;
}

/**
 * Where a front matter ends that its writer has not closed: at the first blank line or the first line that cannot
 * be YAML. Starts at `from`, which is the start of a line.
 */
function unclosedEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + HORIZON);
  let end = from;
  let at = from;
  while (at < limit) {
    const line = lineFrom(text, at, limit);
    const look = lookOf(text.slice(line.start, line.end));
    if (look === 'blank' || look === 'other' || look === 'word') break;
    // `# 标题` may be a comment or the body's first heading: it is a comment when YAML goes on after it.
    if (look !== 'comment') end = line.next;
    if (line.next === line.end) break;
    at = line.next;
  }
  return end;
}

/**
 * The start of the first line that can only be the body, when the closing fence was found so far below that it is
 * a thematic break: after a blank line stands prose, and no key follows it.
 */
function bodyBefore(text: string, from: number, to: number): number | undefined {
  let blank = false;
  let found: number | undefined;
  for (let at = from; at < to; ) {
    const line = lineFrom(text, at, to);
    const source = text.slice(line.start, line.end);
    const look = lookOf(source);
    if (found !== undefined) {
      if (hasAsciiKey(source)) return undefined;
    } else if (look === 'blank') blank = true;
    else if (look === 'other' && blank && !/^[\]}]/.test(source)) found = line.start;
    if (line.next === line.end) break;
    at = line.next;
  }
  return found;
}

/** The end of a JSON object that starts at `start`, or `undefined` when it has none near. */
function jsonEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + HORIZON);
  let depth = 0;
  let quoted = false;
  for (let i = start; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === 92) i++;
      else if (unit === 34) quoted = false;
    } else if (unit === 34) quoted = true;
    else if (unit === 123) depth++;
    else if (unit === 125 && --depth === 0) return i + 1;
  }
  return undefined;
}

/**
 * Finds the front matter at the head of an article. An article that merely opens with a thematic break has none.
 * Linear in the length of the front matter; a text that has none costs nothing.
 */
export function findFences(text: string): Fences {
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none: Fences = {
    kind: 'none',
    range: { start: head, end: head },
    inner: { start: head, end: head },
    bodyStart: head,
  };
  const own = findStrict(text, head);
  if (own !== undefined) return own === 'none' ? none : own;
  const at = firstWritten(text, head);
  const behind = at === undefined || at === head ? undefined : findStrict(text, at);
  if (at !== undefined && behind !== undefined && behind !== 'none' && isWritten(text, behind)) {
    const edits = [{ start: head, end: at, text: '' }];
    const fault = { code: 'blank-before' as const, start: at, end: lineFrom(text, at).end, edits, written: '' };
    return { ...behind, faults: [fault, ...(behind.faults ?? [])] };
  }
  return findLoose(text, head) ?? none;
}

/** Whether what looks like YAML has a key that prose has not: `正文：` after a thematic break is prose. */
function isWritten(text: string, { kind, inner }: Fences): boolean {
  if (kind === 'toml' || kind === 'json' || kind === 'code') return true;
  for (let at = inner.start; at < inner.end; ) {
    const line = lineFrom(text, at, inner.end);
    if (hasAsciiKey(text.slice(line.start, line.end))) return true;
    if (line.next === line.end) break;
    at = line.next;
  }
  return false;
}

/** Front matter that begins right at `head` with a fence as it should be; `none`: it is a thematic break. */
function findStrict(text: string, head: number): Fences | 'none' | undefined {
  if (text.startsWith('+++', head)) return findToml(text, head) ?? 'none';
  if (text.charCodeAt(head) === 123) return findJson(text, head) ?? 'none';
  const named = findNamed(text, head);
  if (named) return named;
  OPENING.lastIndex = head;
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const start = head + opening[0].length;
  // The line before the fence may be the opening fence itself: start one line end earlier.
  CLOSING.lastIndex = start - (/[\r\n]+$/.exec(opening[0])?.[0].length ?? 0);
  const closing = CLOSING.exec(text);
  if (closing) {
    const innerEnd = closing.index < start ? start : closing.index + lineEndLength(text, closing.index);
    const close = closing.index + closing[0].length;
    if (!opensFrontMatter(text, start, innerEnd, true)) return 'none';
    if (bodyBefore(text, start, Math.min(innerEnd, start + HORIZON)) === undefined) {
      return { kind: 'yaml', range: { start: head, end: close }, inner: { start, end: innerEnd }, bodyStart: close };
    }
  } else if (!opensFrontMatter(text, start, Math.min(text.length, start + HORIZON), false)) return 'none';
  const loose = looselyClosed(text, head, start);
  if (loose) return loose;
  const end = unclosedEnd(text, start);
  return { kind: 'unclosed', range: { start: head, end }, inner: { start, end }, bodyStart: end };
}

/** A fence that says in which language the lines behind it are, as gray-matter reads them. */
const NAMED = /---[ \t]*(json5?|toml|js|javascript|cjs|mjs|ts|typescript|coffee|cson|edn)[ \t]*(?:\r\n|\n|\r)/iy;

/** `---json`, `---toml` and `---js`, closed by `---` (gray-matter: Eleventy, VuePress, Docusaurus). */
function findNamed(text: string, head: number): Fences | undefined {
  if (!text.startsWith('---', head)) return undefined;
  NAMED.lastIndex = head;
  const opening = NAMED.exec(text);
  if (!opening?.[1]) return undefined;
  const start = head + opening[0].length;
  CLOSING.lastIndex = start - 1;
  const closing = CLOSING.exec(text);
  if (!closing) return undefined;
  const end = Math.max(start, closing.index + lineEndLength(text, closing.index));
  const close = closing.index + closing[0].length;
  const language = opening[1].toLowerCase();
  const at = { range: { start: head, end: close }, bodyStart: close };
  if (language === 'toml') return { kind: 'toml', ...at, inner: { start, end } };
  const inner = text.slice(start, end);
  const brace = inner.search(/\S/);
  // Comments and single quotes of JSON5 are no JSON: a program reads them.
  if (language !== 'json' || inner.charAt(brace) !== '{') return { kind: 'code', ...at, inner: { start, end } };
  return { kind: 'json', ...at, inner: { start: start + brace, end: start + inner.trimEnd().length } };
}

/** `+++` on a line of its own, then `key = value` (Hugo). */
function findToml(text: string, head: number): Fences | undefined {
  const first = lineFrom(text, head);
  if (text.slice(head, first.end).trimEnd() !== '+++') return undefined;
  TOML_FENCE.lastIndex = first.end;
  const closing = TOML_FENCE.exec(text);
  if (!closing) return undefined;
  const innerEnd = Math.max(first.next, closing.index + lineEndLength(text, closing.index));
  const close = closing.index + closing[0].length;
  const inner = text.slice(first.next, Math.min(innerEnd, first.next + HORIZON));
  if (inner.trim() !== '' && !/^[ \t]*(?:(?:[\w."'-]{1,80}|"[^"\n]{1,80}")[ \t]*=|\[)/m.test(inner)) return undefined;
  return {
    kind: 'toml',
    range: { start: head, end: close },
    inner: { start: first.next, end: innerEnd },
    bodyStart: close,
  };
}

/** A JSON object at the very start, its closing brace at the end of a line (Hugo). */
function findJson(text: string, head: number): Fences | undefined {
  if (!/^\{\s{0,200}["}]/.test(text.slice(head, head + 210))) return undefined;
  const end = jsonEnd(text, head);
  if (end === undefined) return undefined;
  const line = lineFrom(text, end);
  if (text.slice(end, line.end).trim() !== '') return undefined;
  return { kind: 'json', range: { start: head, end: line.next }, inner: { start: head, end }, bodyStart: line.next };
}
