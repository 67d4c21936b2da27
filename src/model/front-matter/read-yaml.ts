import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import { withoutInvisible } from '../foreign/invisible.ts';
import type { Place, Prose } from '../prose.ts';
import type { Range } from '../range.ts';
import type { Dialect } from './dialect.ts';
import type { Entry, Value } from './front-matter.ts';
import { isTemplated } from './template-code.ts';
import type { Scalar as ScalarOf } from './values.ts';
import { visibleValue } from './visible-value.ts';
import { type ScalarSource, yamlProse } from './yaml-prose.ts';
import { readScalar, type ScalarContext, type ScalarStyle } from './yaml-scalar.ts';

/** The text that places point into, and where the parsed YAML starts in it. */
export interface Origin {
  /** The whole article. */
  readonly text: string;
  /** UTF-16 offset of the YAML's first character in `text`. */
  readonly base: number;
  /** Line ends that are a lone CR are LF here, which the parser needs; same length as its stretch of `text`. */
  readonly yaml: string;
  /** Line ends inside of quotation marks and brackets are blanks in `yaml`: see `joined-lines.ts`. */
  readonly joined?: boolean;
  /** It is JSON, which YAML's parser reads as what it is. */
  readonly dialect?: Dialect;
}

/** A place in the YAML itself. */
export function yamlPlace(start: number, end: number): Place {
  return { start, end, from: 0, to: 0 };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** A scalar whose prose is made when somebody asks for it. */
class LazyScalar implements ScalarOf {
  readonly kind = 'scalar';
  readonly at: Place;
  readonly value: string | number | boolean;
  readonly raw: string;
  readonly #source: ScalarSource;
  #prose: Prose | undefined;

  constructor(source: ScalarSource, value: string | number | boolean) {
    this.at = yamlPlace(source.start, source.end);
    this.value = value;
    this.raw = source.text.slice(source.start, source.end);
    this.#source = source;
  }

  get prose(): Prose {
    this.#prose ??= yamlProse(this.#source);
    return this.#prose;
  }
}

/** A scalar value; its prose is made when somebody asks for it. */
export function scalarValue(source: ScalarSource, value: string | number | boolean): Value {
  return visibleValue(new LazyScalar(source, value), source.style === 'plain');
}

/** Where a node's own text ends; trailing comments and blank lines are not its own. */
function endOf(node: unknown): number | undefined {
  if (isMap(node) && !node.flow) {
    for (let i = node.items.length - 1; i >= 0; i--) {
      const pair = node.items[i];
      const end = endOf(pair?.value) ?? endOf(pair?.key);
      if (end !== undefined) return end;
    }
  } else if (isSeq(node) && !node.flow) {
    for (let i = node.items.length - 1; i >= 0; i--) {
      const item = node.items[i];
      const end = isPair(item) ? (endOf(item.value) ?? endOf(item.key)) : endOf(item);
      if (end !== undefined) return end;
    }
  }
  return (node as ParsedNode | null | undefined)?.range?.[1];
}

function folded(raw: string, context: ScalarContext, joined: string): string {
  const read = readScalar(raw.replace(/\r(?!\n)/g, '\n'), context)?.value;
  return typeof read === 'string' ? read : joined;
}

/** Tags of YAML itself that only say what a value is anyway; those of programs, and what is no text, are not followed. */
const CORE = 'tag:yaml.org,2002:';
const spokenTags: ReadonlySet<string> = new Set([
  '!',
  ...['str', 'int', 'float', 'bool', 'null'].map((tag) => CORE + tag),
]);

/** What a scalar with a tag says; `undefined`: only a program knows. */
function taggedValue({ tag, value, source }: Scalar): unknown {
  // A moment is read as it is written, like one without the tag.
  if (tag === `${CORE}timestamp`) return source;
  if (tag === undefined || !spokenTags.has(tag)) return undefined;
  return value ?? null;
}

function readScalarNode(node: Scalar, origin: Origin, context: ScalarContext): Value {
  const [from = 0, to = 0] = node.range ?? [];
  const start = origin.base + from;
  const end = origin.base + to;
  const value: unknown = node.tag === undefined ? node.value : taggedValue(node);
  if (value === null) return { kind: 'null', at: yamlPlace(start, end) };
  const string = typeof value === 'string';
  if (!string && typeof value !== 'number' && typeof value !== 'boolean')
    return { kind: 'other', at: yamlPlace(start, end) };
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  const raw = origin.text.slice(start, end);
  // Lines that were joined for the parser's sake are folded as they stand.
  const said = string && origin.joined && /[\r\n]/.test(raw) ? folded(raw, context, value) : value;
  const written = typeof said === 'string' ? said : raw;
  const { text, dialect } = origin;
  return scalarValue({ text, start, end, style, context, value: written, string, ...(dialect && { dialect }) }, said);
}

/** A parsed node as a value with places; `undefined` stands for a value that is not there. */
function readNode(node: unknown, origin: Origin, context: ScalarContext, empty: number): Value {
  if (isScalar(node)) return readScalarNode(node, origin, context);
  const range = (node as ParsedNode | null | undefined)?.range;
  if (!range) return { kind: 'null', at: yamlPlace(empty, empty) };
  const at = yamlPlace(origin.base + range[0], origin.base + (endOf(node) ?? range[1]));
  if (isAlias(node)) return { kind: 'other', at };
  if (isSeq(node)) {
    if (node.tag !== undefined && node.tag !== `${CORE}seq`) return { kind: 'other', at };
    const inner: ScalarContext = node.flow ? 'flow' : context;
    const items: Value[] = node.items.map((item) =>
      isPair(item) ? { kind: 'other', at } : readNode(item, origin, inner, at.start),
    );
    return { kind: 'list', at, items };
  }
  if (isMap(node)) {
    if (node.tag !== undefined && node.tag !== `${CORE}map`) return { kind: 'other', at };
    return { kind: 'map', at, entries: readEntries(node, origin, context).entries };
  }
  return { kind: 'other', at };
}

/** The entries of a map in written order, duplicates included, and the keys that are no words. */
export function readEntries(
  map: unknown,
  origin: Origin,
  context: ScalarContext,
): { readonly entries: readonly Entry[]; readonly badKeys: readonly Place[] } {
  const entries: Entry[] = [];
  const badKeys: Place[] = [];
  if (!isMap(map)) return { entries, badKeys };
  const inner: ScalarContext = map.flow ? 'flow' : context;
  for (const { key, value } of map.items) {
    const range = (key as ParsedNode | null)?.range;
    const start = range?.[0] ?? (value as ParsedNode | null)?.range?.[0] ?? map.range?.[0] ?? 0;
    const keyEnd = range?.[1] ?? start;
    const keyAt = yamlPlace(origin.base + start, origin.base + keyEnd);
    const name = isScalar(key) && key.tag === undefined && key.range ? keyName(key) : undefined;
    if (name === undefined || name === '') {
      badKeys.push(
        keyAt.end > keyAt.start
          ? keyAt
          : yamlPlace(keyAt.start, Math.min(keyAt.start + 1, origin.base + origin.yaml.length)),
      );
      continue;
    }
    const read: Value =
      name === '<<'
        ? { kind: 'other', at: yamlPlace(origin.base + start, origin.base + (endOf(value) ?? keyEnd)) }
        : readNode(value, origin, inner, origin.base + keyEnd);
    const lines = linesOf(origin, start, Math.max(keyEnd, endOf(value) ?? keyEnd));
    entries.push({ key: name, keyAt, value: read, lines, ...templated(origin, lines) });
  }
  return { entries, badKeys };
}

/** Whether an entry's lines hold code of a template, as the entry says it. */
export function templated({ text }: Origin, { start, end }: Range): { readonly templated?: true } {
  return isTemplated(text.slice(start, end)) ? { templated: true } : {};
}

/** A key as it is written, without what nobody sees: `2024` and `true` are keys too. */
function keyName(key: Scalar): string | undefined {
  const written = typeof key.value === 'string' ? key.value : key.source;
  return typeof written === 'string' ? withoutInvisible(written) : undefined;
}

/** The whole lines that `[start, end)` of the YAML touches, as a range of the text. */
export function linesOf(origin: Origin, start: number, end: number): { start: number; end: number } {
  const { yaml, base } = origin;
  const first = start === 0 ? 0 : yaml.lastIndexOf('\n', start - 1) + 1;
  if (end > start && yaml.charCodeAt(end - 1) === 10) return { start: base + first, end: base + end };
  const next = yaml.indexOf('\n', end);
  return { start: base + first, end: base + (next < 0 ? yaml.length : next + 1) };
}
