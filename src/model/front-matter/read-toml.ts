import { type AST, parseTOML } from 'toml-eslint-parser';
import { withoutInvisible } from '../foreign/invisible.ts';
import type { Range } from '../range.ts';
import type { Entry, Value, YamlFault } from './front-matter.ts';
import { lineFrom } from './line-look.ts';
import { yamlPlace } from './read-yaml.ts';
import { isTemplated } from './template-code.ts';
import { visibleValue } from './visible-value.ts';
import { yamlProse } from './yaml-prose.ts';

/** A key while the tables are put together: a value, the keys under it, or one list of keys for each `[[table]]`. */
interface Made {
  readonly key: string;
  readonly keyAt: Range;
  lines: Range;
  value?: Value;
  readonly under: Made[];
  readonly tables: Made[][];
}

/** TOML that cannot be read: where the parser gave up (UTF-16 units of the text). */
interface Refused {
  readonly entries: readonly Entry[];
  readonly faults: readonly YamlFault[];
}

/** TOML of more than this is not read. */
const LONGEST = 65_536;

/**
 * Reads `text[range)` as TOML 1.0 (Hugo's `+++`), with the places of keys and values. Never throws. Dates are texts as
 * they are written, as in YAML; tables are maps.
 */
export function readToml(text: string, { start, end }: Range): Refused {
  const first = lineFrom(text, start, end);
  if (end - start > LONGEST)
    return {
      entries: [],
      faults: [{ code: 'too-long', data: { limit: LONGEST / 1024 }, at: yamlPlace(start, first.end) }],
    };
  const source = text.slice(start, end);
  const top = parsed(source);
  if ('at' in top) {
    const at = Math.min(start + top.at, Math.max(start, end - 1));
    const line = lineFrom(text, at, end);
    return { entries: [], faults: [{ code: 'toml-syntax', data: {}, at: yamlPlace(at, Math.max(at + 1, line.end)) }] };
  }
  const made: Made[] = [];
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') addPair(made, node, text, start);
    else addTable(made, node, text, start);
  }
  return { entries: made.map((one) => entryOf(one, text)), faults: [] };
}

function parsed(source: string): AST.TOMLTopLevelTable | { readonly at: number } {
  try {
    return parseTOML(source, { tomlVersion: '1.0' }).body[0];
  } catch (fault) {
    const at: unknown = fault instanceof Error && 'index' in fault ? fault.index : 0;
    return { at: typeof at === 'number' ? at : 0 };
  }
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string => (key.type === 'TOMLBare' ? key.name : key.value);

/** The list in which the last of some keys stands, with that key; both are made where they are not there yet. */
function reach(
  made: Made[],
  keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[],
  lines: Range,
  base: number,
): Made | undefined {
  let list = made;
  let found: Made | undefined;
  for (const key of keys) {
    const name = nameOf(key);
    const last = found?.tables.at(-1);
    if (last) list = last;
    const known = list.find((one) => one.key === name && one.value === undefined);
    if (known) found = known;
    else {
      found = {
        key: name,
        keyAt: { start: base + key.range[0], end: base + key.range[1] },
        lines,
        under: [],
        tables: [],
      };
      list.push(found);
    }
    found.lines = { start: Math.min(found.lines.start, lines.start), end: Math.max(found.lines.end, lines.end) };
    list = found.under;
  }
  return found;
}

function linesOf(text: string, from: number, to: number): Range {
  const before = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
  return { start: from === 0 ? 0 : before, end: lineFrom(text, to).next };
}

function addPair(made: Made[], { key, value, range }: AST.TOMLKeyValue, text: string, base: number): void {
  const lines = linesOf(text, base + range[0], base + range[1]);
  const found = reach(made, key.keys, lines, base);
  if (found) found.value = readValue(value, text, base);
}

function addTable(made: Made[], { key, kind, body, range }: AST.TOMLTable, text: string, base: number): void {
  const found = reach(made, key.keys, linesOf(text, base + range[0], base + range[1]), base);
  if (!found) return;
  const own: Made[] = kind === 'array' ? [] : found.under;
  if (kind === 'array') found.tables.push(own);
  for (const pair of body) addPair(own, pair, text, base);
}

function entryOf(made: Made, text: string): Entry {
  const { lines } = made;
  const key = withoutInvisible(made.key);
  const keyAt = yamlPlace(made.keyAt.start, made.keyAt.end);
  const templated = isTemplated(text.slice(lines.start, lines.end)) ? { templated: true as const } : {};
  return { key, keyAt, value: made.value ?? tableOf(made, text), lines, ...templated };
}

function tableOf({ keyAt, lines, under, tables }: Made, text: string): Value {
  const at = yamlPlace(keyAt.start, Math.max(keyAt.end, lines.end));
  const map = (list: readonly Made[]): Value => ({ kind: 'map', at, entries: list.map((one) => entryOf(one, text)) });
  return tables.length > 0 ? { kind: 'list', at, items: tables.map(map) } : map(under);
}

function readValue(node: AST.TOMLContentNode, text: string, base: number): Value {
  const [from, to] = node.range;
  const at = yamlPlace(base + from, base + to);
  if (node.type === 'TOMLArray')
    return { kind: 'list', at, items: node.elements.map((one) => readValue(one, text, base)) };
  if (node.type === 'TOMLInlineTable') {
    const made: Made[] = [];
    for (const pair of node.body) addPair(made, pair, text, base);
    return { kind: 'map', at, entries: made.map((one) => entryOf(one, text)) };
  }
  const raw = text.slice(at.start, at.end);
  const value =
    node.kind === 'string'
      ? node.value
      : node.kind === 'boolean'
        ? node.value
        : node.kind === 'integer' || node.kind === 'float'
          ? Number(node.value)
          : raw;
  const string = node.kind === 'string';
  const quotes = /^(?:"""|''')/.test(raw) ? 3 : 1;
  const plain = string && (quotes === 3 || raw.startsWith("'"));
  const lead = plain && quotes === 3 ? (/^(?:\r\n|\n)/.exec(raw.slice(3))?.[0].length ?? 0) : 0;
  const inset = plain ? quotes : 0;
  const source = {
    text,
    start: at.start + inset + lead,
    end: at.end - inset,
    style: string && !plain ? ('double' as const) : ('plain' as const),
    context: 'flow' as const,
    value: string ? String(value) : raw,
    string,
    dialect: plain ? ('verbatim' as const) : ('toml' as const),
  };
  return visibleValue({ kind: 'scalar', at, value, raw, prose: yamlProse(source) }, false);
}
