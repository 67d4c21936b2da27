import { readHouseYaml } from '../house/house-yaml.ts';
import { lineEndOf } from '../model/front-matter/edit-front-matter.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';

/** What stands at a path of a house file; `undefined` where nothing does. */
function entryAt(text: string, path: readonly string[]): Entry | undefined {
  let entries = readHouseYaml(text).entries;
  let found: Entry | undefined;
  for (const key of path) {
    found = entries.find((entry) => entry.key === key);
    entries = found?.value.kind === 'map' ? found.value.entries : [];
  }
  return found;
}

/**
 * Adds items to a list of a house file, where it stands and as it is written: between brackets, or a line each. All
 * else stays as it is, comments too. `undefined` where there is no such list in the file.
 *
 * @param items as YAML
 */
export function addItems(text: string, path: readonly string[], items: readonly string[]): string | undefined {
  const value = entryAt(text, path)?.value;
  if (value?.kind !== 'list') return undefined;
  const { start, end } = value.at;
  if (text.charAt(start) === '[') {
    const close = text.lastIndexOf(']', end);
    if (close <= start) return undefined;
    const before = text.slice(start + 1, close).trim() === '' ? '' : ', ';
    return `${text.slice(0, close)}${before}${items.map((item) => item.replace(/ {2}# .*$/, '')).join(', ')}${text.slice(close)}`;
  }
  const last = value.items.at(-1);
  return last && afterLine(text, last, (indent) => items.map((item) => `${indent}- ${item}`), /^[ \t]*(?=-)/);
}

/** Adds lines to a map of a house file that has a line for each of its settings, likewise. @param lines without indentation */
export function addEntries(text: string, path: readonly string[], lines: readonly string[]): string | undefined {
  const value = entryAt(text, path)?.value;
  if (value?.kind !== 'map' || text.charAt(value.at.start) === '{') return undefined;
  const last = value.entries.at(-1);
  if (last === undefined) return undefined;
  const begin = lineStart(text, last.keyAt.start);
  const indent = /^[ \t]*/.exec(text.slice(begin))?.[0] ?? '';
  return inserted(
    text,
    last.lines.end,
    lines.map((line) => `${indent}${line}`),
  );
}

function afterLine(
  text: string,
  { at }: Value,
  lines: (indent: string) => readonly string[],
  indentation: RegExp,
): string | undefined {
  const indent = indentation.exec(text.slice(lineStart(text, at.start)))?.[0];
  if (indent === undefined) return undefined;
  const from = Math.max(at.start, at.end - 1);
  const end = from + (/^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(text.slice(from))?.[0].length ?? 0);
  return inserted(text, end, lines(indent));
}

/** Lines of their own where one begins, or behind a last one that has no end, ended as those of the file are. */
function inserted(text: string, end: number, lines: readonly string[]): string {
  const head = text.slice(0, end);
  const lineEnd = lineEndOf(text);
  const written = lines.map((line) => line.replaceAll('\n', lineEnd) + lineEnd).join('');
  return `${head}${/[\r\n]$/.test(head) ? '' : lineEnd}${written}${text.slice(end)}`;
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
