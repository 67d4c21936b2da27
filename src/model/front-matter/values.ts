import type { Entry, FrontMatter, Value } from './front-matter.ts';

/** One value that is neither a list nor a map. */
export type Scalar = Extract<Value, { kind: 'scalar' }>;

/**
 * Whether the YAML of an entry has a fault, or it holds code of a template: what it says is not known yet, so nothing
 * is said about it.
 */
export function isBroken({ faults }: FrontMatter, { lines, templated }: Entry): boolean {
  if (templated) return true;
  return faults.some(
    ({ at }) => at.start < lines.end && (at.end > lines.start || at.start === lines.start) && at.start >= lines.start,
  );
}

/** Whether a value says nothing: none, an empty text, an empty list. */
export function isEmpty(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'scalar') return typeof value.value === 'string' && value.value.trim() === '';
  return value.kind === 'list' ? value.items.length === 0 : value.kind === 'map' && value.entries.length === 0;
}

/** What an object that tells of somebody calls their name, in the words of generators and of exports. */
export const nameKeys: readonly string[] = ['name', '姓名', 'display_name', 'displayName', 'author'];

/** The entry of an object in which somebody's name stands: `{name: 高远, url: …}`. */
export function nameEntry(value: Value): Entry | undefined {
  for (const key of nameKeys) {
    const found = entryNamed(value, key);
    if (found?.value.kind === 'scalar') return found;
  }
  return undefined;
}

/** What a map has under a name; `undefined` where it is none, or has no such name. */
export function entryNamed(value: Value, name: string): Entry | undefined {
  return value.kind === 'map' ? value.entries.find(({ key }) => key === name) : undefined;
}

/** The single values of a field: the value itself, the items of a list, what stands under the names of a map. */
export function scalarsOf(value: Value): readonly Scalar[] {
  if (value.kind === 'scalar') return [value];
  if (value.kind === 'list') return value.items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  return value.kind === 'map' ? value.entries.flatMap((entry) => scalarsOf(entry.value)) : [];
}

/** What a scalar says as text: numbers, dates and truth values as they are written. `undefined` for other values. */
export function textOf(value: Value): string | undefined {
  if (value.kind !== 'scalar') return undefined;
  return typeof value.value === 'string' ? value.value : value.raw;
}

/** Faults with which nothing is known of what the front matter holds. */
const unread: ReadonlySet<string> = new Set([
  'too-long',
  'too-deep',
  'too-many-keys',
  'too-complex',
  'not-a-map',
  'toml-syntax',
  'json-syntax',
]);

/** Whether the fields of the front matter are known, so that one can be said to be missing. */
export function isRead({ kind, faults }: FrontMatter): boolean {
  return kind !== 'none' && kind !== 'unclosed' && kind !== 'code' && !faults.some(({ code }) => unread.has(code));
}

/** Characters between which a line end is nothing: Han, kana, full-width marks. */
const WIDE = /[\u2018-\u201d\u2026\u2014\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/**
 * What a scalar says to a reader: YAML makes a blank of a line end inside of a text, and Chinese has none there.
 * Escapes, and blanks that were typed, stay.
 */
export function shownText(value: Scalar): string {
  const { raw, prose } = value;
  const text = typeof value.value === 'string' ? value.value : raw;
  if (!/[\r\n]/.test(raw) || text !== prose.rendered) return text;
  return text.replace(/ /g, (blank, at: number) => {
    const folded = prose.kindAt(at) === 'encoded' && /[\r\n]/.test(written(value, at));
    return folded && WIDE.test(text.charAt(at - 1)) && WIDE.test(text.charAt(at + 1)) ? '' : blank;
  });
}

/** The source of one character of a scalar. */
function written({ raw, at, prose }: Scalar, index: number): string {
  const { start, end } = prose.at(index, index + 1);
  return raw.slice(start - at.start, end - at.start);
}
