import type { TextEdit } from '../range.ts';
import type { Entry, FrontMatter } from './front-matter.ts';
import { parseYaml } from './yaml-scalar.ts';

/** A field to be added; `yaml` is its value as YAML. */
interface Added {
  readonly key: string;
  readonly yaml: string;
}

/** A value as TOML and JSON alike write it; `undefined` for a map, or a list of them. */
export function valueInDialect(yaml: string): string | undefined {
  if (yaml.trim() === '') return '""';
  const document = parseYaml(`k: ${yaml}`);
  if (!document || document.errors.length > 0) return undefined;
  const read: unknown = document.toJS();
  const value: unknown = typeof read === 'object' && read !== null && 'k' in read ? read.k : undefined;
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? `[${value.map(quoted).join(', ')}]` : undefined;
  return typeof value === 'object' || value === undefined ? undefined : quoted(value);
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
    const value = valueInDialect(yaml);
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
