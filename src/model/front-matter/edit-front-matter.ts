import type { TextEdit } from '../range.ts';
import type { Entry, FrontMatter } from './front-matter.ts';
import { insertInDialect, valueInDialect } from './insert-in-dialect.ts';
import { writeScalar } from './yaml-scalar.ts';

/** A field to be written: `yaml` is what stands behind `key:`, as YAML; it may begin with a line end. */
interface NewField {
  readonly key: string;
  readonly yaml: string;
}

/** The house's fields in order: the key of each, or all the names that it may have. */
export type FieldOrder = readonly (string | readonly string[])[];

/** Where a key comes in the order; behind all others when it is not in it. */
export function rankIn(order: FieldOrder, key: string): number {
  const found = order.findIndex((names) => (typeof names === 'string' ? names === key : names.includes(key)));
  return found < 0 ? order.length : found;
}

/** The line end that the text uses: that of its first line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The shortest edit that turns `text[start, end)` into `wanted`; none when it says so already. */
export function shortestEdit(text: string, start: number, end: number, wanted: string): readonly TextEdit[] {
  const had = text.slice(start, end);
  if (had === wanted) return [];
  const shorter = Math.min(had.length, wanted.length);
  let head = 0;
  while (head < shorter && had.charCodeAt(head) === wanted.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(had.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && had.charCodeAt(had.length - 1 - tail) === wanted.charCodeAt(wanted.length - 1 - tail))
    tail++;
  if (tail > 0 && isLowSurrogate(had.charCodeAt(had.length - tail))) tail--;
  return [{ start: start + head, end: end - tail, text: wanted.slice(head, wanted.length - tail) }];
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** `key: value` with its line end. */
function entryLine(field: NewField, lineEnd: string): string {
  const value = field.yaml.replace(/\r\n|\n|\r/g, lineEnd);
  const gap = value === '' || /^[\r\n]/.test(value) ? '' : ' ';
  return `${writeScalar(field.key)}:${gap}${value}${lineEnd}`;
}

/**
 * Gives the field `key` the value `yaml` (YAML as it stands behind the colon). Only that value changes: comments,
 * the order of keys and line ends stay. A field that is not there yet goes where `order` (the house's keys in
 * order) says.
 */
export function setField(
  frontMatter: FrontMatter,
  text: string,
  key: string,
  yaml: string,
  order: FieldOrder,
): readonly TextEdit[] {
  const entry = frontMatter.entries.find((candidate) => candidate.key === key);
  if (!entry) return insertFields(frontMatter, text, [{ key, yaml }], order);
  if (frontMatter.kind === 'toml' || frontMatter.kind === 'json') {
    const written = valueInDialect(yaml, frontMatter.kind);
    return written === undefined ? [] : shortestEdit(text, entry.value.at.start, entry.value.at.end, written);
  }
  const lineEnd = lineEndOf(text);
  const value = yaml.replace(/\r\n|\n|\r/g, lineEnd);
  const { start, end } = entry.value.at;
  const colon = entry.keyAt.end + (/^[ \t]*/.exec(text.slice(entry.keyAt.end, entry.lines.end))?.[0].length ?? 0);
  // A full-width colon, say: the fault comes first.
  if (text[colon] !== ':') return [];
  const behind = colon + 1;
  // From the colon on when either value stands on lines of its own; a block scalar's last line end is not its own.
  const ahead = text.slice(behind, start);
  // A comment between the two stays where it is.
  const ownLines = (/[\r\n]/.test(ahead) && !ahead.includes('#')) || /^[\r\n]/.test(value);
  const last = end - (/(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(start, end - 2), end))?.[0].length ?? 0);
  const to = Math.max(behind, last);
  // A value that was not there may stand before a comment, which needs a blank of its own.
  const own = beforeComment(text, to, value);
  if (!ownLines && start > behind) return shortestEdit(text, start, Math.max(start, last), own);
  const gap = value === '' || /^[\r\n]/.test(value) ? '' : ' ';
  return shortestEdit(text, behind, to, gap + own);
}

/** YAML that is put right before `at`, with a blank behind it where a comment follows. */
export function beforeComment(text: string, at: number, yaml: string): string {
  return yaml !== '' && text.charAt(at) === '#' ? `${yaml} ` : yaml;
}

/**
 * Adds fields that are not there, each after the last field that comes before it in `order`, without touching
 * any line that is. An article without front matter gets one.
 */
export function insertFields(
  frontMatter: FrontMatter,
  text: string,
  fields: readonly NewField[],
  order: FieldOrder,
): readonly TextEdit[] {
  if (fields.length === 0 || frontMatter.kind === 'code') return [];
  const lineEnd = lineEndOf(text);
  const rank = (key: string): number => rankIn(order, key);
  const sorted = [...fields].sort((a, b) => rank(a.key) - rank(b.key));
  if (frontMatter.kind === 'toml' || frontMatter.kind === 'json')
    return insertInDialect(frontMatter, text, sorted, rank, lineEnd);
  // A map between braces is not ours to write.
  if (/^\s*\{/.test(text.slice(frontMatter.inner.start, frontMatter.inner.end))) return [];
  if (frontMatter.kind === 'none') {
    const at = frontMatter.range.start;
    const block = `---${lineEnd}${sorted.map((field) => entryLine(field, lineEnd)).join('')}---${lineEnd}`;
    const gap = at >= text.length || /^[\r\n]/.test(text.slice(at)) ? '' : lineEnd;
    return [{ start: at, end: at, text: block + gap }];
  }
  const texts = new Map<number, string>();
  for (const field of sorted) {
    const { at, beside } = placeFor(frontMatter, rank, field.key);
    // What stands before the key may be its name, as in `&name title: …`.
    const indent = beside ? (/^ *$/.exec(text.slice(beside.lines.start, beside.keyAt.start))?.[0] ?? '') : '';
    texts.set(at, (texts.get(at) ?? '') + indent + entryLine(field, lineEnd));
  }
  return [...texts].map(([at, added]) => {
    const open = at > 0 && !/[\r\n]/.test(text.charAt(at - 1));
    return { start: at, end: at, text: open ? lineEnd + added.slice(0, -lineEnd.length) : added };
  });
}

/** Where a new line for `key` goes: after the last entry that `order` puts before it; and the entry that it joins. */
function placeFor(
  frontMatter: FrontMatter,
  rank: (key: string) => number,
  key: string,
): { readonly at: number; readonly beside?: Entry } {
  const own = rank(key);
  let before: Entry | undefined;
  let after: Entry | undefined;
  for (const entry of frontMatter.entries) {
    const other = rank(entry.key);
    if (other <= own) before = entry;
    else after ??= entry;
  }
  // An entry that the house does not know says nothing about order when a known one does.
  if (before) return { at: before.lines.end, beside: before };
  return after ? { at: after.lines.start, beside: after } : { at: frontMatter.inner.end };
}

/** Renames a key; its value, its comment and its place stay. */
export function renameKey(text: string, entry: Entry, key: string): readonly TextEdit[] {
  return shortestEdit(text, entry.keyAt.start, entry.keyAt.end, writeScalar(key));
}

/** Takes an entry's lines away. Nothing when it shares a line with another one (`{a: 1, b: 2}`). */
export function removeEntry(frontMatter: FrontMatter, entry: Entry): readonly TextEdit[] {
  const { start, end } = entry.lines;
  const shared = frontMatter.entries.some(
    (other) => other.keyAt.start !== entry.keyAt.start && other.lines.start < end && other.lines.end > start,
  );
  return shared ? [] : [{ start, end, text: '' }];
}
