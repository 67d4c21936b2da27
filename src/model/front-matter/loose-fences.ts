import type { TextEdit } from '../range.ts';
import type { FenceFault, Fences } from './fences.ts';
import { hasAsciiKey, lineFrom, lookOf } from './line-look.ts';

/** Blanks, and what nobody sees: a paste leaves it before the first character. */
const BLANKS = '[ \\t\\u00a0\\u2000-\\u200f\\u202f\\u2060\\u3000\\ufeff]*';
/** Dashes of any keyboard where a fence of three hyphens belongs, with what may stand behind them by mistake. */
const LOOSE = new RegExp(`^${BLANKS}(?:\\\\?-{2,}|-(?: -){2,}|[-‐-―−─━－]{2,})${BLANKS}(?:ya?ml)?${BLANKS}$`, 'i');
/** An opening fence with a mark behind it, or what a page in a browser leaves there. */
const MARKED = /^---[ \t]*(?:[^\p{L}\p{N}\s-]{1,3}|&nbsp;|<br ?\/?>)[ \t]*$/iu;
const STRICT = /^---[ \t]*$/;
/** Words that a front matter begins with, where nothing but them tells that it is one. */
const FIRST_KEY =
  /^(?:title|layout|date|author|authors|tags|categories|slug|draft|标题|题目|栏目|日期|作者|记者)[ \t]*(?::(?:[ \t]|$)|：)/i;
const HEXO_JSON = /^;{3,}[ \t]*$/;
/** How far to look for the end of a front matter whose fences are not what they should be. */
const HORIZON = 65_536;

/** A fence as it should be, in place of the line that stands there. */
function mended(text: string, start: number): TextEdit {
  const { end } = lineFrom(text, start);
  return { start, end, text: '---' };
}

/**
 * Front matter whose fences are not two lines of `---` at the very start, as Hugo and Hexo read it, or as somebody
 * plainly meant it: blank lines before it, `----`, `———`, `---yaml`, no opening line, `;;;`. `undefined` where a text
 * has none, which is the rule: it must begin with lines of `key: value`.
 *
 * @param head where the text begins, behind a byte-order mark
 */
export function findLoose(text: string, head: number): Fences | undefined {
  const from = firstWritten(text, head);
  if (from === undefined) return undefined;
  const line = lineFrom(text, from);
  const source = text.slice(line.start, line.end);
  if (HEXO_JSON.test(source)) return hexoJson(text, head, line.next);
  const glued = gluedTo(source);
  if (LOOSE.test(source) || MARKED.test(source) || glued !== undefined) {
    const faults: FenceFault[] = [];
    if (from > head) faults.push(fault('blank-before', from, line.end, [{ start: head, end: from, text: '' }]));
    const inner = glued === undefined ? line.next : from + glued;
    const lineEnd = text.slice(line.end, line.next);
    const edit = glued === undefined ? mended(text, from) : { start: from + 3, end: inner, text: lineEnd };
    if (!STRICT.test(source)) faults.push(fault('fence', line.start, line.end, [edit], source));
    return between(text, head, from, inner, faults);
  }
  if (/^"[^"\r\n]{1,80}"[ \t]*:/.test(source)) return hexoJson(text, head, from);
  return FIRST_KEY.test(source) ? between(text, head, from, from, []) : undefined;
}

/** Where the first field or a comment begins on the line of the opening fence: `---title: …`, `--- # …`. */
function gluedTo(source: string): number | undefined {
  const dashes = /^---[ \t]*/.exec(source)?.[0].length;
  const rest = source.slice(dashes);
  return dashes !== undefined && (rest.startsWith('#') || hasAsciiKey(rest) || FIRST_KEY.test(rest))
    ? dashes
    : undefined;
}

function fault(
  code: FenceFault['code'],
  start: number,
  end: number,
  edits: readonly TextEdit[],
  written = '',
): FenceFault {
  return { code, start, end, edits, written: written.trim() };
}

/** The start of the first line that is not blank, within the first lines. */
export function firstWritten(text: string, head: number): number | undefined {
  let at = head;
  for (let blank = 0; blank < 20 && at < text.length; blank++) {
    const line = lineFrom(text, at);
    if (!/^[\s\u200b\ufeff]*$/.test(text.slice(line.start, line.end))) return at;
    if (line.next === line.end) return undefined;
    at = line.next;
  }
  return undefined;
}

/** Front matter whose first fence is as it should be, and whose last one is not. `start`: behind the first. */
export function looselyClosed(text: string, head: number, start: number): Fences | undefined {
  return between(text, head, head, start, []);
}

/**
 * The lines from `inner` on, as far as they look like YAML, and the fence behind them. Without an opening line (then
 * `inner` is where the text begins) it takes two keys, or a closing line, to tell YAML from prose.
 */
function between(
  text: string,
  head: number,
  from: number,
  inner: number,
  faults: readonly FenceFault[],
): Fences | undefined {
  const bare = inner === from;
  const limit = Math.min(text.length, inner + HORIZON);
  let keys = 0;
  let at = inner;
  let end = inner;
  let closing: { readonly start: number; readonly end: number; readonly next: number } | undefined;
  let blank = false;
  let goesOn = false;
  while (at < limit) {
    const line = lineFrom(text, at, limit);
    const source = text.slice(line.start, line.end);
    const look = lookOf(source);
    if (LOOSE.test(source)) {
      closing = line;
      break;
    }
    if (look === 'other' || look === 'word') {
      // A value may go on at any column; between fences, the last of them shows that it did.
      if (bare || keys === 0) break;
      goesOn = true;
    } else if (look === 'blank' && goesOn) break;
    if (look === 'blank') {
      // Without fences a blank line is the end.
      if (bare) blank = true;
    } else if (blank) break;
    else {
      if (hasAsciiKey(source) || FIRST_KEY.test(source)) keys++;
      if (look !== 'comment') end = line.next;
    }
    if (line.next === line.end) break;
    at = line.next;
  }
  if (keys === 0 || (bare && keys < 2 && (closing === undefined || blank))) return undefined;
  // `标题：副题` over a line of dashes is a subhead, and so are two lines of prose.
  if (bare && blank) closing = undefined;
  const all = [...faults];
  if (bare) {
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    const opening = { start: head, end: from, text: `---${lineEnd}` };
    const edits = closing
      ? [opening]
      : [opening, { start: end, end, text: `${ended(text, end, lineEnd)}---${lineEnd}` }];
    const first = lineFrom(text, from);
    all.push(fault(closing ? 'no-opening' : 'no-fences', from, first.end, edits));
  } else if (closing === undefined) return undefined;
  if (closing && !STRICT.test(text.slice(closing.start, closing.end))) {
    const written = text.slice(closing.start, closing.end);
    all.push(fault('fence', closing.start, closing.end, [mended(text, closing.start)], written));
  }
  const innerEnd = closing?.start ?? end;
  const close = closing?.next ?? end;
  return {
    kind: 'yaml',
    range: { start: from, end: close },
    inner: { start: inner, end: innerEnd },
    bodyStart: close,
    faults: all,
  };
}

const ended = (text: string, at: number, lineEnd: string): string =>
  at > 0 && !/[\r\n]/.test(text.charAt(at - 1)) ? lineEnd : '';

/** Hexo's JSON: the inside of an object, up to a line of `;;;`. */
function hexoJson(text: string, head: number, inner: number): Fences | undefined {
  const limit = Math.min(text.length, inner + HORIZON);
  for (let at = inner; at < limit; ) {
    const line = lineFrom(text, at, limit);
    if (HEXO_JSON.test(text.slice(line.start, line.end)) && /^\s*[{"]/.test(text.slice(inner, line.start))) {
      return {
        kind: 'json',
        range: { start: head, end: line.next },
        inner: { start: inner, end: line.start },
        bodyStart: line.next,
        faults: [fault('hexo-json', line.start, line.end, [])],
      };
    }
    if (line.next === line.end) break;
    at = line.next;
  }
  return undefined;
}
