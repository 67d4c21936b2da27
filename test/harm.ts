import yaml from 'js-yaml';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';

/**
 * What other programs read in a body, by patterns: on purpose apart from the product's own reader, so that both would
 * have to be wrong in the same place. Code of templates, links and their targets, code, mathematics, addresses, tags.
 */
const LITERAL: readonly RegExp[] = [
  /\{\{.*?\}\}/gs,
  /\{%.*?%\}/gs,
  /<%.*?%>/gs,
  /\[\[.*?\]\]/gs,
  /\]\([^)\n]*\)/g,
  /```.*?```/gs,
  /`[^`\n]+`/g,
  /\$\$.*?\$\$/gs,
  /\$[^$\n]+\$/g,
  /https?:\/\/[^\s<>"）)，。]+/g,
  /\{[:.#][^}\n]*\}/g,
  /<[A-Za-z/][^>\n]*>/g,
];
const YAML_HEAD = /^\uFEFF?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const TOML_HEAD = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;

interface Parts {
  /** What js-yaml, or a reader of TOML, reads; `undefined` where it refuses, or where there is none. */
  readonly values: unknown;
  readonly body: string;
}

function parts(text: string): Parts {
  const head = YAML_HEAD.exec(text) ?? TOML_HEAD.exec(text);
  if (head === null) return { values: undefined, body: text };
  const body = text.slice(head[0].length);
  try {
    const inner = head[1] ?? '';
    const values: unknown = /^\uFEFF?\+/.test(text) ? getStaticTOMLValue(parseTOML(inner)) : yaml.load(inner);
    return { values, body };
  } catch {
    return { values: undefined, body };
  }
}

function literals(body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pattern of LITERAL)
    for (const [span] of body.matchAll(pattern)) counts.set(span, (counts.get(span) ?? 0) + 1);
  return counts;
}

/** Every value with the way to it, so that two readings can be compared. */
function* leaves(value: unknown, path = ''): Iterable<readonly [path: string, value: unknown]> {
  if (Array.isArray(value)) {
    yield [`${path}[]`, value.length];
    for (const [index, item] of value.entries()) yield* leaves(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, path === '' ? key : `${path}.${key}`);
  } else yield [path, value];
}

const OFFSET = /^\d{4}-.*\d(?:[Zz]| ?[+-]\d{2}:?\d{2})$/;
const wordsOf = (text: unknown): string =>
  String(text)
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
const figuresOf = (text: unknown): string => (String(text).normalize('NFKC').match(/\d+/g) ?? []).map(Number).join(' ');

/** Whether a value says the same: dates by their moment, prose by its words. */
function isSame(path: string, before: unknown, after: unknown, prose: ReadonlySet<string>): boolean {
  if (before instanceof Date || after instanceof Date) {
    if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime();
    // A text that YAML did not read as a date became one: the same figures on the same clock.
    const [text, date] = before instanceof Date ? [after, before] : [before, after];
    if (typeof text !== 'string' || !(date instanceof Date)) return false;
    if (OFFSET.test(text)) return Date.parse(text) === date.getTime();
    return figuresOf(date.toISOString().slice(0, 19)).startsWith(figuresOf(text));
  }
  if (Object.is(before, after)) return true;
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  // A moment in another form: +0800 and +08:00.
  const [was, is] = [Date.parse(before), Date.parse(after)];
  if (OFFSET.test(before) && OFFSET.test(after) && was === is) return true;
  // A date in other signs: 2024/6/1 8:05 and 2024-06-01 08:05.
  if (/^\s*\d{4}\D/.test(before.normalize('NFKC')) && figuresOf(before) === figuresOf(after)) return true;
  return prose.has(path.replace(/\[.*/, '')) && wordsOf(before) === wordsOf(after);
}

/**
 * What a bulk fix changed that it must not: spans of the body that are code to somebody, and front-matter values as
 * js-yaml reads them. Where js-yaml refused the front matter before, nobody read it, and nothing is compared.
 *
 * @param prose fields whose punctuation and blanks may change
 * @returns one line for each span or value that is gone; empty when nothing was harmed
 */
export function harm(before: string, after: string, prose: ReadonlySet<string> = new Set()): readonly string[] {
  if (before === after) return [];
  const [old, now] = [parts(before), parts(after)];
  const found: string[] = [];
  const left = literals(now.body);
  for (const [span, count] of literals(old.body)) if ((left.get(span) ?? 0) < count) found.push(span);
  if (old.values === undefined || old.values === null) return found;
  const values = new Map(leaves(now.values));
  for (const [path, value] of leaves(old.values)) {
    if (!isSame(path, value, values.get(path), prose))
      found.push(`${path}: ${JSON.stringify(value)} → ${JSON.stringify(values.get(path))}`);
  }
  return found;
}
