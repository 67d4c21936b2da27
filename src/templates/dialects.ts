import { readToml } from '../model/front-matter/read-toml.ts';
import { isNoDate, readDate } from '../model/written-date.ts';
import { oneLine, yamlItem, yamlList, yamlScalar } from './front-matter-text.ts';

/** How front matter may be written. */
export type DialectName = 'yaml' | 'toml' | 'json';

/** How the front matter of a template is written. */
export interface Dialect {
  readonly kind: DialectName;
  /** The line that ends it, without blanks. */
  readonly close: string;
  /** What stands before the value on a line, with the key where there is one. */
  readonly lead: RegExp;
  /** A text as a whole value, as an item of a list, several as a list. */
  scalar(text: string): string;
  item(text: string): string;
  list(texts: readonly string[]): string;
  /** The head of a new line. */
  head(key: string): string;
  /** What stands round a text whose words are still to come, so that they may be anything. */
  readonly quotes: string;
}

const quoted = (text: string): string => JSON.stringify(oneLine(text));
const quotedList = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

const yaml: Dialect = {
  kind: 'yaml',
  close: '---',
  lead: /^(?:\s*- )?([^\s:#[{"'-][^:]*):\s+/,
  scalar: yamlScalar,
  item: yamlItem,
  list: yamlList,
  head: (key) => `${yamlScalar(key)}: `,
  quotes: '',
};

/** A moment stands by itself in TOML, as Hugo writes it, where TOML has its form. */
function isTomlMoment(text: string): boolean {
  if (!text.includes('-') || isNoDate(readDate(text))) return false;
  const line = `at = ${text}`;
  return readToml(line, { start: 0, end: line.length }).faults.length === 0;
}

const toml: Dialect = {
  kind: 'toml',
  close: '+++',
  lead: /^\s*([\w-]+|"[^"]*")\s*=\s*/,
  scalar: (text) => (isTomlMoment(text) ? text : quoted(text)),
  item: quoted,
  list: quotedList,
  head: (key) => `${/^[\w-]+$/.test(key) ? key : quoted(key)} = `,
  quotes: '"',
};

const json: Dialect = {
  kind: 'json',
  close: '}',
  lead: /^\s*("[^"]*")\s*:\s*/,
  scalar: quoted,
  item: quoted,
  list: quotedList,
  head: (key) => `  ${quoted(key)}: `,
  quotes: '"',
};

/** A dialect by its name. */
export const dialectNamed = (name: DialectName): Dialect => ({ yaml, toml, json })[name];

/** The dialect of a template's front matter by its first line; YAML where it has none. */
export function dialectOf(first: string | undefined): Dialect {
  const opening = first?.trimEnd();
  return opening === '+++' ? toml : opening === '{' ? json : yaml;
}

/** Whether a first line opens front matter of a dialect. */
export function opens(first: string | undefined, { kind, close }: Dialect): boolean {
  return first?.trimEnd() === (kind === 'json' ? '{' : close);
}

/** A key without the quotation marks that a dialect may put round it. */
export const bareKey = (key: string): string => (key.startsWith('"') ? key.slice(1, -1) : key);
