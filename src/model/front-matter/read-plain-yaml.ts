import type { Entry, Value } from './front-matter.ts';
import { linesOf, type Origin, scalarValue, templated, yamlPlace } from './read-yaml.ts';
import type { ScalarSource } from './yaml-prose.ts';
import type { ScalarContext } from './yaml-scalar.ts';

/** A key of words and digits, whose colon a blank or the line's end follows. */
const KEY = /([\w\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,59}):(?=[ \r\n]|$)/y;
/** A list's next item up to its dash's blank. */
const DASH = /( *)-(?= )/y;
const BLANKS = / */y;
const LINE_END = / *(?:\r?\n|$)/y;
/** A line that says nothing: an empty one, or a comment from its first column. */
const IDLE = /(?:\r?\n|#[^\r\n]*(?:\r?\n|$))/y;

/**
 * What may stand in any scalar beyond ASCII: what YAML prints, without line ends of other systems, byte-order marks and
 * halves of characters beyond the first plane.
 */
const WIDE = String.raw`\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffef`;
/** What a plain scalar may begin with: words, digits, Chinese and its marks, and no mark of YAML's. */
const FIRST = String.raw`\w\u00a1-\u2027\u202a-\u2fff\u3001-\ud7ff\uff00-\uffef(/`;
const PLAIN = new RegExp(`[${FIRST}][ -~${WIDE}]*`, 'y');
/** Between brackets: without commas, brackets, quotation marks, colons, and what could begin something else. */
const ITEM = new RegExp(`[${FIRST}][ !$-&(-+\\--9;-Z\\\\^-z|~${WIDE}]*`, 'y');
const DOUBLE = new RegExp(`"[ !#-[\\]-~${WIDE}]*"`, 'y');
const SINGLE = new RegExp(`'[ -&(-~${WIDE}]*'`, 'y');
/** What would end a plain scalar or make it a key. */
const NO_PLAIN = / #|: |:$/;

const NOTHING = /^(?:null|Null|NULL)$/;
const TRUTH = /^(?:true|True|TRUE|false|False|FALSE)$/;
/** A date is no number, and whatever holds another character is none either. */
const MAYBE_NUMBER = /^[0-9a-fA-FoxX_.+-]+$/;
const DATE = /^\d{4}-\d/;
const WHOLE = /^(?:0|[1-9]\d{0,14})$/;

/**
 * Reads YAML of the plainest kind without the parser: `key: value` from the first column, the value one line of plain or
 * quoted text without escapes, a list of such between brackets, or one with dashes below its key. What it returns is
 * what the parser's reading is, places included (a property test compares the two); `undefined` for all else, however
 * slight: that is read by the parser. Most front matter is of this kind, and is read in a
 * quarter of the time, a tenth when a program has just started.
 */
export function readPlainYaml(origin: Origin): readonly Entry[] | undefined {
  const { yaml, base } = origin;
  const entries: Entry[] = [];
  let at = 0;
  while (at < yaml.length) {
    const idle = endOf(IDLE, yaml, at);
    if (idle !== undefined) {
      at = idle;
      continue;
    }
    KEY.lastIndex = at;
    const key = KEY.exec(yaml)?.[1];
    if (key === undefined) return undefined;
    const keyEnd = at + key.length;
    const read = readValue(origin, keyEnd + 1);
    if (read === undefined) return undefined;
    const lines = linesOf(origin, at, read.end);
    entries.push({
      key,
      keyAt: yamlPlace(base + at, base + keyEnd),
      value: read.value,
      lines,
      ...templated(origin, lines),
    });
    at = read.next;
  }
  return entries.length === 0 ? undefined : entries;
}

/** A value and where it ends, an offset of the YAML. */
interface Read {
  readonly value: Value;
  readonly end: number;
}

/** The same with where the line behind it begins. */
interface ReadLine extends Read {
  readonly next: number;
}

/** What stands behind a key's colon. */
function readValue(origin: Origin, colon: number): ReadLine | undefined {
  const { yaml, base } = origin;
  const start = endOf(BLANKS, yaml, colon) ?? colon;
  const next = endOf(LINE_END, yaml, start);
  if (next === undefined)
    return lineOf(origin, yaml[start] === '[' ? readBrackets(origin, start) : readOne(origin, start, 'block'));
  if (endOf(DASH, yaml, next) !== undefined) return readDashes(origin, next);
  return { value: { kind: 'null', at: yamlPlace(base + start, base + start) }, end: start, next };
}

/** What was read, where nothing but blanks stands behind it on its line. */
function lineOf({ yaml }: Origin, read: Read | undefined): ReadLine | undefined {
  const next = read && endOf(LINE_END, yaml, read.end);
  return read && next !== undefined ? { value: read.value, end: read.end, next } : undefined;
}

function readDashes(origin: Origin, from: number): ReadLine | undefined {
  const { yaml, base } = origin;
  const items: Value[] = [];
  let indent: number | undefined;
  let end = from;
  let next = from;
  for (let dash = endOf(DASH, yaml, next); dash !== undefined; dash = endOf(DASH, yaml, next)) {
    indent ??= dash - 1 - next;
    if (dash - 1 - next !== indent) return undefined;
    const item = lineOf(origin, readOne(origin, endOf(BLANKS, yaml, dash) ?? dash, 'block'));
    if (item === undefined) return undefined;
    items.push(item.value);
    ({ end, next } = item);
  }
  const at = yamlPlace(base + from + (indent ?? 0), base + end);
  return { value: { kind: 'list', at, items }, end, next };
}

function readBrackets(origin: Origin, from: number): Read | undefined {
  const { yaml, base } = origin;
  const items: Value[] = [];
  let at = endOf(BLANKS, yaml, from + 1) ?? from + 1;
  while (yaml[at] !== ']' || items.length > 0) {
    const item = readOne(origin, at, 'flow');
    if (item === undefined) return undefined;
    items.push(item.value);
    at = endOf(BLANKS, yaml, item.end) ?? item.end;
    if (yaml[at] === ']') break;
    if (yaml[at] !== ',') return undefined;
    at = endOf(BLANKS, yaml, at + 1) ?? at + 1;
  }
  return { value: { kind: 'list', at: yamlPlace(base + from, base + at + 1), items }, end: at + 1 };
}

/** One scalar. */
function readOne(origin: Origin, start: number, context: ScalarContext): Read | undefined {
  const { yaml } = origin;
  const mark = yaml[start];
  const style = mark === '"' ? 'double' : mark === "'" ? 'single' : 'plain';
  let end = endOf(
    style === 'plain' ? (context === 'block' ? PLAIN : ITEM) : style === 'double' ? DOUBLE : SINGLE,
    yaml,
    start,
  );
  if (end === undefined) return undefined;
  if (style !== 'plain') {
    const text = yaml.slice(start + 1, end - 1);
    return { value: scalarOf(origin, { start, end, style, context, value: text }, text), end };
  }
  while (yaml.charCodeAt(end - 1) === 32) end--;
  const text = yaml.slice(start, end);
  if (NO_PLAIN.test(text)) return undefined;
  const at = { start, end, style, context, value: text } as const;
  if (NOTHING.test(text))
    return { value: { kind: 'null', at: yamlPlace(origin.base + start, origin.base + end) }, end };
  if (TRUTH.test(text)) return { value: scalarOf(origin, at, /^t/i.test(text)), end };
  if (/^\d/.test(text) && MAYBE_NUMBER.test(text) && !DATE.test(text))
    return WHOLE.test(text) ? { value: scalarOf(origin, at, Number(text)), end } : undefined;
  return { value: scalarOf(origin, at, text), end };
}

function scalarOf(
  { text, base }: Origin,
  { start, end, style, context, value: written }: Pick<ScalarSource, 'start' | 'end' | 'style' | 'context' | 'value'>,
  value: string | number | boolean,
): Value {
  const string = typeof value === 'string';
  return scalarValue({ text, start: base + start, end: base + end, style, context, value: written, string }, value);
}

/** Where a pattern that matches at `at` ends; `undefined` where it does not. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
