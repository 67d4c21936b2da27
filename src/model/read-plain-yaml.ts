import type { Entry, Value } from './front-matter.ts';
import type { Range } from './range.ts';
import { scalarValue, yamlPlace } from './read-yaml.ts';
import { yamlLimits } from './yaml-guard.ts';
import type { ScalarContext, ScalarStyle } from './yaml-scalar.ts';

// The YAML that newsrooms write nearly always: `key: text`, a quoted text, `[one, two]`, a list of `- one` lines.
// Reading that needs no parser, and the parser takes longer to warm up than a small article takes to check. What
// is read here is read exactly as the parser would, as a property test proves; everything else is left to it.

/** Characters that YAML, or we, treat in ways of their own. */
const ODD = '\\u0000-\\u001f\\u007f-\\u00a0\\u2028\\u2029\\ufeff\\ud800-\\udfff';
/** What must not be in a plain value besides: the marks of comments and keys. */
const NOT = `#:${ODD}`;
const FIRST = '[A-Za-z0-9\\u3400-\\u4dbf\\u4e00-\\u9fff【（《“‘「『]';
const PLAIN = `${FIRST}(?:[^ ${NOT}]|:(?=[^ ${NOT}])| +(?=[^ ${NOT}]))*`;
const ITEM = `${FIRST}(?:[^ ,\\[\\]{}${NOT}]| +(?=[^ ,\\[\\]{}${NOT}]))*`;
const END = '(?:\\r\\n|\\n|$)';
const KEY_LINE = new RegExp(
  `([A-Za-z_\\u4e00-\\u9fff][\\w\\u4e00-\\u9fff-]*):(?:| +(?:(${PLAIN})|"([^"\\\\${ODD}]*)"|'([^'${ODD}]*)'|\\[(${ITEM}(?:, *${ITEM})*)\\]) *)${END}`,
  'y',
);
const ITEM_LINE = new RegExp(`( *)- +(${PLAIN}) *${END}`, 'y');
const IDLE_LINE = /(?:#[^\u0000-\u0008\u000b-\u001f\r\n]*)?(?:\r\n|\n|$)/y;

/** `2024-06-01 10:53`: the only values that begin with a digit and are read here; YAML 1.2 core has no dates. */
const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const NO_STRING = /^(?:true|false|null)$/i;

/** Whether YAML reads a plain scalar as a string and as nothing else. */
function isString(text: string): boolean {
  const digit = /^[0-9]/.test(text);
  return digit ? DATE.test(text) : text.length > 5 || !NO_STRING.test(text);
}

/**
 * Reads `text[range)` when it is YAML of the simple kind; `undefined` when it is not, or when any doubt remains.
 * Never throws. Linear in the length of the range.
 */
export function readPlainYaml(text: string, range: Range): readonly Entry[] | undefined {
  if (range.end - range.start > yamlLimits.length / 4) return undefined;
  // Line ends are matched against the end of the block, not of the article.
  const yaml = text.slice(range.start, range.end);
  const entries: Entry[] = [];
  let at = 0;
  while (at < yaml.length) {
    const key = match(KEY_LINE, yaml, at);
    if (key === undefined) {
      const idle = match(IDLE_LINE, yaml, at);
      if (idle === undefined || idle[0] === '') return undefined;
      at += idle[0].length;
      continue;
    }
    const start = range.start + at;
    const name = key[1] ?? '';
    const next = at + key[0].length;
    const colon = start + name.length + 1;
    const keyAt = yamlPlace(start, colon - 1);
    const list =
      key[0].trimEnd().endsWith(':') && key[2] === undefined ? readItems(text, yaml, next, range.start) : undefined;
    if (list === 'doubtful') return undefined;
    const value = list ? list.value : readValue(text, key, colon);
    if (value === undefined) return undefined;
    at = list ? list.next : next;
    entries.push({ key: name, keyAt, value, lines: { start, end: range.start + at } });
    if (entries.length > 100) return undefined;
  }
  return entries;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function readValue(text: string, key: RegExpExecArray, colon: number): Value | undefined {
  const [, , plain, double, single, items] = key;
  const start = colon + (/^ */.exec(text.slice(colon, colon + 64))?.[0].length ?? 0);
  if (start >= colon + 64) return undefined;
  if (plain !== undefined) return isString(plain) ? scalar(text, start, plain, 'plain', 'block') : undefined;
  if (double !== undefined) return scalar(text, start, double, 'double', 'block');
  if (single !== undefined) return scalar(text, start, single, 'single', 'block');
  if (items === undefined) return { kind: 'null', at: yamlPlace(colon, colon) };
  const values: Value[] = [];
  let at = start + 1;
  for (const item of items.split(',')) {
    const said = item.trimStart();
    if (!isString(said)) return undefined;
    values.push(scalar(text, at + item.length - said.length, said, 'plain', 'flow'));
    at += item.length + 1;
  }
  return { kind: 'list', at: yamlPlace(start, at), items: values };
}

function scalar(text: string, start: number, value: string, style: ScalarStyle, context: ScalarContext): Value {
  const quotes = style === 'plain' ? 0 : 2;
  return scalarValue({ text, start, end: start + value.length + quotes, style, context, value, string: true }, value);
}

/** The lines `- one` below a key, all indented alike; `undefined` when there are none. */
function readItems(
  text: string,
  yaml: string,
  from: number,
  base: number,
): { value: Value; next: number } | 'doubtful' | undefined {
  const items: Value[] = [];
  let at = from;
  let indent: number | undefined;
  let start = 0;
  let end = 0;
  for (;;) {
    const line = match(ITEM_LINE, yaml, at);
    if (line === undefined) break;
    const [whole, blanks = '', said = ''] = line;
    indent ??= blanks.length;
    if (indent !== blanks.length || !isString(said)) return 'doubtful';
    const dash = base + at + blanks.length;
    const begin = base + yaml.indexOf(said, at + blanks.length + 1);
    if (items.length === 0) start = dash;
    end = begin + said.length;
    items.push(scalar(text, begin, said, 'plain', 'block'));
    at += whole.length;
  }
  return items.length === 0 ? undefined : { value: { kind: 'list', at: yamlPlace(start, end), items }, next: at };
}
