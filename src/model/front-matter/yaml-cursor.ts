import type { Range } from '../range.ts';
import { guardYaml, houseLimits } from './yaml-guard.ts';
import { scanYaml } from './yaml-scan.ts';
import type { Token, YamlStep } from './yaml-token.ts';

/** The word of a YAML document that the cursor is on, and where in the document's structure it stands. */
export interface YamlCursor {
  /** A key (or what may become one), or the value of a key or of an item. */
  readonly kind: 'key' | 'value';
  /** For a key the map that it is in, for a value all of its own steps; outermost first. */
  readonly path: readonly YamlStep[];
  /** The whole word as written, quotation marks included: part of one line, empty where nothing is written. */
  readonly range: Range;
  /** The mark that opens it; empty for a plain word. */
  readonly quote: '' | "'" | '"';
  /** What it says, without quotation marks. */
  readonly word: string;
  /** For a key: a colon is there already. */
  readonly colon: boolean;
  /** Between brackets. */
  readonly flow: boolean;
  /** For a key: it stands behind a `- ` or between brackets, so that nothing can go below it on lines of their own. */
  readonly inline: boolean;
  /** The item of a block list: it may be a value as well as the first key of a map. */
  readonly item: boolean;
  /** What must be put before the word: a blank behind a colon or dash, a colon for a full-width one. */
  readonly gap: string;
  /** The other keys of the map, or the other items of the list. */
  readonly others: readonly string[];
  /** How many characters stand before it on its line. */
  readonly column: number;
}

/** Stands where the cursor is while the text is read; a private character that no newsroom writes. */
const MARK = '\uE0C7';

/**
 * Where in a YAML document `offset` (UTF-16 units) is. The text need not be YAML yet: a word is put at the cursor,
 * and each line is taken for what it is most likely meant to be. `undefined` in comments, in block text, behind a
 * closed bracket, and in what is too much to be a house file.
 */
export function yamlCursor(text: string, offset: number): YamlCursor | undefined {
  if (offset < 0 || offset > text.length || (text[offset - 1] === '\r' && text[offset] === '\n')) return undefined;
  if (guardYaml(text, 0, text.length, houseLimits)) return undefined;
  const clean = withLines(text.includes(MARK) ? text.replaceAll(MARK, ' ') : text);
  return wordAt(clean, offset) ?? behindQuote(clean, offset);
}

function wordAt(clean: string, offset: number): YamlCursor | undefined {
  const marked = clean.slice(0, offset) + MARK + clean.slice(offset);
  const tokens = scanYaml(marked, offset);
  const token = tokens.find(({ start, end }) => start <= offset && offset < end);
  if (token === undefined || token.crooked || marked.slice(token.start, token.end).includes('\n')) return undefined;
  // A word there would take in the mark that opens a comment, brackets or block text.
  if (token.start === offset && /^(?:#|[ \t]*[[{&*!|>])/.test(clean.slice(offset, offset + 200))) return undefined;
  let written = marked.slice(token.start, token.end).replace(MARK, '');
  // Before the indentation of a line, before a dash, or before what stands further on.
  if (token.kind === 'key' && /^(?:\s+\S|[-?](?:\s|$))/.test(written)) return undefined;
  if (token.kind === 'key' && !token.colon && token.quote === '') {
    // What stands behind a blank on a half-typed line is not the word that is being typed.
    written = /^\S*/.exec(written)?.[0] ?? '';
    if (token.start + written.length < offset) return undefined;
  }
  // A comment begins at the cursor, which would part its mark from the blank.
  if (/^[ \t]#/.test(clean.slice(offset - 1, offset + 1))) written = written.slice(0, offset - token.start);
  const column = (at: number): number => (at === 0 ? 0 : at - (clean.lastIndexOf('\n', at - 1) + 1));
  const joined = joinedKey(token, written);
  const behind = token.start + (joined ?? 0) + 1;
  if (joined !== undefined && offset >= behind)
    return {
      ...joinedValue(token, written, joined),
      range: { start: behind, end: token.start + written.length },
      column: column(behind),
    };
  if (joined !== undefined) written = written.slice(0, joined);
  const full = marked[token.start - 1] === '：' && token.kind === 'value' && !token.flow;
  const start = full ? token.start - 1 : token.start;
  return {
    kind: token.kind,
    path: token.path,
    range: { start, end: token.start + written.length },
    quote: token.quote,
    word: unquoted(written, token.quote),
    colon: token.colon || joined !== undefined,
    flow: token.flow,
    inline: token.inline,
    item: token.item,
    gap: full ? ': ' : token.start === offset && !token.bare && /[:,-]/.test(marked[offset - 1] ?? '') ? ' ' : '',
    others: token.siblings.filter((one) => one !== token).map((one) => unquoted(wordOf(marked, one), one.quote)),
    column: column(start),
  };
}

/** The cursor right behind the closing mark of a quoted word is on that word; `undefined` elsewhere. */
function behindQuote(text: string, offset: number): YamlCursor | undefined {
  const mark = text[offset - 1];
  if ((mark !== '"' && mark !== "'") || text[offset] === mark) return undefined;
  const found = wordAt(text, offset - 1);
  return found?.quote === mark && found.range.end === offset ? found : undefined;
}

/**
 * How long the key of `column:乡村` is, whose blank is still missing; `undefined` for other words, and for the items
 * of a list, which may be addresses.
 */
function joinedKey({ kind, colon, flow, quote, item }: Token, written: string): number | undefined {
  if (kind !== 'key' || colon || flow || quote !== '' || item) return undefined;
  return /^([^\s:：#"'[\]{}-][^\s:：]{0,80}):(?![\s/]|$)/.exec(written)?.[1]?.length;
}

/** The value of such a key. */
function joinedValue({ path }: Token, written: string, key: number): Omit<YamlCursor, 'range' | 'column'> {
  return {
    kind: 'value',
    path: [...path, written.slice(0, key)],
    quote: '',
    word: written.slice(key + 1),
    colon: false,
    flow: false,
    inline: false,
    item: false,
    gap: ' ',
    others: [],
  };
}

/** A key of a YAML document, as far as it can be told. */
interface YamlKey {
  /** The keys and items that it lies under, and its own name last. */
  readonly path: readonly YamlStep[];
  readonly range: Range;
}

/** Every key that has a colon, in the order of the text; of YAML that is not finished, too. None of what is too much. */
export function yamlKeys(text: string): readonly YamlKey[] {
  if (guardYaml(text, 0, text.length, houseLimits)) return [];
  return scanYaml(withLines(text))
    .filter(({ kind, colon }) => kind === 'key' && colon)
    .map((token) => ({
      path: [...token.path, unquoted(text.slice(token.start, token.end), token.quote)],
      range: { start: token.start, end: token.end },
    }));
}

/** A lone CR ends a line too, for YAML as for us. */
const withLines = (text: string): string => (/\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text);

const wordOf = (text: string, { start, end }: Token): string => text.slice(start, end).replace(MARK, '');

function unquoted(written: string, quote: string): string {
  if (quote === '') return written.trimEnd();
  const inner = written.slice(1, written.length > 1 && written.endsWith(quote) ? -1 : undefined);
  return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1');
}
