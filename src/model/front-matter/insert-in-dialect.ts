import type { TextEdit } from '../range.ts';
import type { Entry, FrontMatter, FrontMatterKind } from './front-matter.ts';
import { parseYaml } from './yaml-scalar.ts';

/** A field to be added; `yaml` is its value as YAML. */
interface Added {
  readonly key: string;
  readonly yaml: string;
}

/** A value as TOML or JSON writes it; `undefined` for what neither of them can say. */
export function valueInDialect(yaml: string, kind: FrontMatterKind): string | undefined {
  if (yaml.trim() === '') return '""';
  const document = parseYaml(`k: ${yaml}`);
  if (!document || document.errors.length > 0) return undefined;
  const read: unknown = document.toJS();
  const value: unknown = typeof read === 'object' && read !== null && 'k' in read ? read.k : undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => itemWritten(item, kind));
    return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined;
  }
  return typeof value === 'object' || value === undefined ? undefined : quoted(value);
}

/** An item of a list: a text, or names with texts. */
function itemWritten(item: unknown, kind: FrontMatterKind): string | undefined {
  if (typeof item === 'string') return quoted(item);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const pairs = Object.entries(item);
  return pairs.every(([, text]) => typeof text === 'string') ? mapInDialect(pairs, kind) : undefined;
}

/** Names with texts between braces, as TOML or JSON writes them. */
function mapInDialect(pairs: readonly (readonly [key: string, text: string])[], kind: FrontMatterKind): string {
  const written = pairs.map(([key, text]) =>
    kind === 'json' ? `${quoted(key)}: ${quoted(text)}` : `${tomlKey(key)} = ${quoted(text)}`,
  );
  return kind === 'json' ? `{${written.join(', ')}}` : `{ ${written.join(', ')} }`;
}

/**
 * Adds names with texts behind the last item of a list of TOML or JSON, in the style of the list: between its brackets,
 * each item on a line of its own where the last one is, or as a table of TOML. Nothing where the list is none.
 */
export function addItemInDialect(
  kind: FrontMatterKind,
  text: string,
  { key, value, lines }: Entry,
  pairs: readonly (readonly [key: string, text: string])[],
  lineEnd: string,
): readonly TextEdit[] {
  if (value.kind !== 'list') return [];
  if (text.charAt(value.at.start) !== '[') {
    const table = [`[[${tomlKey(key)}]]`, ...pairs.map(([name, said]) => `${tomlKey(name)} = ${quoted(said)}`)];
    const open = !/[\r\n]/.test(text.charAt(lines.end - 1));
    return [{ start: lines.end, end: lines.end, text: `${open ? lineEnd : ''}${table.join(lineEnd)}${lineEnd}` }];
  }
  const item = mapInDialect(pairs, kind);
  const last = value.items.at(-1);
  if (last === undefined) return [{ start: value.at.start + 1, end: value.at.start + 1, text: item }];
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(value.at.start, last.at.start))?.[1];
  const gap = indent === undefined ? ' ' : `${lineEnd}${indent}`;
  return [{ start: last.at.end, end: last.at.end, text: `,${gap}${item}` }];
}

function quoted(value: unknown): string {
  return JSON.stringify(value);
}

/**
 * Adds fields to front matter in TOML or JSON, behind the last one that comes before them, in the words of either.
 * Nothing where a value cannot be said so.
 *
 * @param fields in the order in which they are to stand
 * @param rank where a key comes in the house's order
 */
export function insertInDialect(
  frontMatter: FrontMatter,
  text: string,
  fields: readonly Added[],
  rank: (key: string) => number,
  lineEnd: string,
): readonly TextEdit[] {
  const isJson = frontMatter.kind === 'json';
  // What stands under the head of a table belongs to that table.
  const entries = frontMatter.entries.filter(({ lines }) => isJson || !/^[ \t]*\[/.test(text.slice(lines.start)));
  const added = new Map<number, string>();
  for (const { key, yaml } of fields) {
    const value = valueInDialect(yaml, frontMatter.kind);
    if (value === undefined) return [];
    const before = entries.findLast((entry) => rank(entry.key) <= rank(key));
    const place = isJson
      ? jsonPlace(frontMatter, text, before ?? undefined, entries[0], lineEnd)
      : { at: before?.lines.end ?? frontMatter.inner.start, lead: '', tail: lineEnd };
    if (place === undefined) return [];
    const pair = isJson ? `${quoted(key)}: ${value}` : `${tomlKey(key)} = ${value}`;
    // A last line without an end cannot be followed.
    if (!isJson && place.at > 0 && !/[\r\n]/.test(text.charAt(place.at - 1))) return [];
    added.set(place.at, `${added.get(place.at) ?? ''}${place.lead}${pair}${place.tail}`);
  }
  return [...added].map(([at, written]) => ({ start: at, end: at, text: written }));
}

const tomlKey = (key: string): string => (/^[A-Za-z\d_-]+$/.test(key) ? key : quoted(key));

function jsonPlace(
  { inner }: FrontMatter,
  text: string,
  before: Entry | undefined,
  first: Entry | undefined,
  lineEnd: string,
): { readonly at: number; readonly lead: string; readonly tail: string } | undefined {
  const beside = before ?? first;
  if (beside === undefined) return undefined;
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(inner.start, beside.keyAt.start))?.[1];
  const gap = indent === undefined ? ' ' : `${lineEnd}${indent}`;
  return before
    ? { at: before.value.at.end, lead: `,${gap}`, tail: '' }
    : { at: beside.keyAt.start, lead: '', tail: `,${gap}` };
}
