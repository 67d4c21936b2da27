import type { Article } from '../model/article.ts';
import { yamlCursor } from '../model/front-matter/yaml-cursor.ts';
import type { Range } from '../model/range.ts';

/** What the cursor stands on in the front matter; found from the line as it is, so that half-typed YAML will do. */
export type Cursor =
  /** A key at the start of a line, whole; `colon`: it has one already. */
  | { readonly kind: 'key'; readonly range: Range; readonly colon: boolean }
  /**
   * A name inside the value of a key: of a map, of a link. `beside`: the names that stand beside it already; `item`: it is one of an item of a list.
   */
  | {
      readonly kind: 'name';
      readonly key: string;
      readonly range: Range;
      readonly colon: boolean;
      readonly gap: string;
      readonly flow: boolean;
      readonly beside: readonly string[];
      readonly item: boolean;
    }
  /** The value of a key, or one item of its list. `gap` is the blank that is still missing behind the colon. */
  | {
      readonly kind: 'value' | 'item';
      readonly key: string;
      readonly range: Range;
      readonly gap: string;
      readonly flow: boolean;
      /** The name under which the value stands inside the field's own: `url` of one of `related`. */
      readonly inner?: string;
    };

const KEYED = /^("[^"]{0,80}"|'[^']{0,80}'|[^\s:：#"'[\]{}-][^:：]{0,80}?)[ \t]*[:：]/;

/** Where in the front matter `offset` is; `undefined` when it is elsewhere, in a comment, or deep in a value. */
export function cursorIn({ text, frontMatter }: Article, offset: number): Cursor | undefined {
  const inner = innerOf(text, frontMatter.kind, frontMatter.inner);
  if (offset < inner.start || offset > inner.end || (text[offset - 1] === '\r' && text[offset] === '\n'))
    return undefined;
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, inner.start);
  const end = lineEnd(text, offset);
  if (end > inner.end && inner.end > inner.start && start >= inner.end && frontMatter.kind === 'yaml') return undefined;
  const line = text.slice(start, end);
  const column = offset - start;
  const keyed = KEYED.exec(line);
  if (/^[ \t]*#/.test(line)) return undefined;
  const across = keyed || /^[ \t]*-/.test(line) ? undefined : inOpenBrackets(text, inner, offset);
  if (across) return across;
  if (keyed && column > (keyed[1]?.length ?? 0)) {
    const colon = keyed[0].length;
    if (column < colon) return undefined;
    return inValue(unquoted(keyed[1] ?? ''), line, start, colon, column);
  }
  const nested =
    /^[ \t]+(?:-[ \t]+)?([^\s:：#"'[\]{}-][^:：]{0,80}?):(?=[ \t]|$)|^-[ \t]+([^\s:：#"'[\]{}-][^:：]{0,80}?):(?=[ \t]|$)/.exec(
      line,
    );
  // The name of the first value of an item stands behind the item's mark.
  if (nested && column < nested[0].length) return nameIn(text, inner, line, start, column);
  if (nested) {
    const key = ownerOf(text, inner.start, start);
    const found = key === undefined ? undefined : inValue(key, line, start, nested[0].length, column);
    return found && found.kind === 'value' ? { ...found, inner: nested[1] ?? nested[2] ?? '' } : undefined;
  }
  const item = /^[ \t]*-[ \t]+/.exec(line)?.[0].length;
  if (item !== undefined && column >= item) {
    const key = ownerOf(text, inner.start, start);
    const range = span(line, start, item, column);
    return key === undefined || range === undefined ? undefined : { kind: 'item', key, range, gap: '', flow: false };
  }
  if (/^[ \t]/.test(line)) return nameIn(text, inner, line, start, column);
  if (line.startsWith('-')) return undefined;
  const word = keyed?.[1]?.length ?? /^[^\s:：]*/.exec(line)?.[0].length ?? 0;
  return column <= word ? { kind: 'key', range: { start, end: start + word }, colon: keyed !== null } : undefined;
}

/** A front matter whose second fence is not typed yet has none: it is what stands under the first, up to a blank line. */
function innerOf(text: string, kind: string, inner: Range): Range {
  if (kind === 'yaml') return inner;
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (opening === undefined) return { start: 0, end: -1 };
  // The blank line itself is where the next field is typed.
  const blank = /\r?\n(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(opening, opening + 65_536));
  return {
    start: opening,
    end: blank ? opening + blank.index + blank[0].length : Math.min(text.length, opening + 65_536),
  };
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === '\r' ? Math.max(end - 1, offset) : end;
}

const unquoted = (key: string): string => (/^["']/.test(key) ? key.slice(1, -1) : key);

/** The cursor on a name inside a value, on a line that is pushed in. */
function nameIn(text: string, inner: Range, line: string, start: number, column: number): Cursor | undefined {
  const found = /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0;
  const word = /^[^\s:：#"'[\]{},]*/.exec(line.slice(found))?.[0].length ?? 0;
  const rest = line.slice(found + word);
  const key = ownerOf(text, inner.start, start);
  if (key === undefined || column < found || column > found + word || !/^[ \t]*(?::(?=[ \t]|$)|$)/.test(rest))
    return undefined;
  return {
    kind: 'name',
    key,
    range: { start: start + found, end: start + found + word },
    colon: rest.trimStart().startsWith(':'),
    gap: '',
    flow: false,
    ...neighbours(text, inner, start, found),
  };
}

/** Names that stand on the lines above and below, in the same column, up to where the item ends; whether it is one. */
function neighbours(
  text: string,
  { start: from, end: to }: Range,
  lineStart: number,
  column: number,
): { readonly beside: readonly string[]; readonly item: boolean } {
  const names: string[] = [];
  const own = text.slice(lineStart, lineEnd(text, lineStart));
  let item = /^[ \t]*-/.test(own);
  const look = (line: string): boolean => {
    const lead = /^[ \t]*(?:-[ \t]+)?/.exec(line)?.[0].length ?? 0;
    if (lead < column && line.trim() !== '') return false;
    const name = lead === column ? /^([^\s:：#"'[\]{},]+)[ \t]*:(?=[ \t]|$)/.exec(line.slice(lead))?.[1] : undefined;
    if (name !== undefined) names.push(name);
    // The mark of an item begins it.
    const marked = line.slice(0, lead).includes('-');
    item ||= marked && lead === column;
    return !marked;
  };
  const lines = (piece: string): readonly string[] => piece.split(/\r\n|\n|\r/);
  const above = lines(text.slice(Math.max(from, lineStart - 4096), lineStart))
    .slice(0, -1)
    .reverse();
  if (!item) for (const line of above) if (!look(line)) break;
  const below = lines(text.slice(lineStart, Math.min(to, lineStart + 4096))).slice(1);
  for (const line of below) if (/^[ \t]*-/.test(line) || !look(line)) break;
  return { beside: names, item };
}

/** The cursor between brackets: in an item, on a name, or on the value of a name. */
function inBrackets(
  key: string,
  line: string,
  start: number,
  colon: number,
  column: number,
): Cursor | undefined | 'outside' {
  const open: { readonly mark: string; readonly outer: boolean; from: number; names: string[] }[] = [];
  let quote = '';
  for (let at = colon; at < column; at++) {
    const unit = line.charAt(at);
    const top = open.at(-1);
    if (quote !== '') {
      if (unit === '\\' && quote === '"') at++;
      else if (unit === quote) quote = '';
    } else if ((unit === '"' || unit === "'") && /^[\s,[{:]$/.test(line.charAt(at - 1))) quote = unit;
    else if ((unit === '[' || unit === '{') && (top !== undefined || line.slice(colon, at).trim() === ''))
      open.push({ mark: unit, outer: open.length === 0, from: at + 1, names: [] });
    else if (unit === ']' || unit === '}') open.pop();
    else if (unit === ',' && top) {
      top.names.push(nameOf(line.slice(top.from, at)) ?? '');
      top.from = at + 1;
    } else if (top === undefined && unit.trim() !== '') return 'outside';
  }
  const top = open.at(-1);
  if (top === undefined) return /[[{]/.test(line.slice(colon, column)) ? undefined : 'outside';
  const part = line.slice(top.from, column);
  const name = top.mark === '{' ? /^[ \t]*([^\s:：#"'[\]{},]+)[ \t]*:(?=[ \t]|$)/.exec(part) : null;
  const begin = top.from + (name?.[0].length ?? 0);
  const blanks = /^[ \t]*/.exec(line.slice(begin, column))?.[0].length ?? 0;
  const at = begin + blanks;
  const stop = /^[^,\]}]*/.exec(line.slice(at))?.[0] ?? '';
  const range = { start: start + at, end: start + Math.max(at + stop.trimEnd().length, column) };
  const gap = blanks === 0 && (name !== null || !/[[{]$/.test(line.slice(0, begin))) ? ' ' : '';
  if (top.mark === '[') return top.outer ? { kind: 'item', key, range, gap, flow: true } : undefined;
  if (name) return { kind: 'value', key, range, gap, flow: true, inner: name[1] ?? '' };
  const word = /^[^\s:：#"'[\]{},]*/.exec(line.slice(at))?.[0].length ?? 0;
  const after = line.slice(at + word);
  if (column > at + word || !/^[ \t]*(?:[:,}]|$)/.test(after)) return undefined;
  const behind = /^[ \t]*:?[^}]*/.exec(after)?.[0] ?? '';
  const beside = [
    ...top.names,
    ...behind
      .split(',')
      .slice(1)
      .map((one) => nameOf(one) ?? ''),
  ];
  return {
    kind: 'name',
    key,
    range: { start: start + at, end: start + at + word },
    colon: after.trimStart().startsWith(':'),
    gap,
    flow: true,
    beside: beside.filter((one) => one !== ''),
    item: !top.outer,
  };
}

/** The cursor between brackets that were opened on a line above. */
function inOpenBrackets(text: string, inner: Range, offset: number): Cursor | undefined {
  const found = yamlCursor(text.slice(inner.start, inner.end), offset - inner.start);
  const [key, ...steps] = found?.path ?? [];
  if (!found?.flow || typeof key !== 'string') return undefined;
  const { colon, gap } = found;
  const range = { start: inner.start + found.range.start, end: inner.start + found.range.end };
  const last = steps.at(-1);
  if (found.kind === 'key') {
    return { kind: 'name', key, range, colon, gap, flow: true, beside: found.others, item: last !== undefined };
  }
  if (typeof last === 'number') return steps.length === 1 ? { kind: 'item', key, range, gap, flow: true } : undefined;
  return { kind: 'value', key, range, gap, flow: true, ...(last === undefined ? {} : { inner: last }) };
}

const nameOf = (part: string): string | undefined => /^[ \t]*([^\s:：#"'[\]{},]+)[ \t]*:(?=[ \t]|$)/.exec(part)?.[1];

/** The cursor behind the colon: in a plain value, or between brackets. */
function inValue(key: string, line: string, start: number, colon: number, column: number): Cursor | undefined {
  const found = inBrackets(key, line, start, colon, column);
  if (found !== 'outside') return found;
  const blanks = /^[ \t]*/.exec(line.slice(colon))?.[0].length ?? 0;
  if (column < colon + Math.min(blanks, 1))
    return {
      kind: 'value',
      key,
      range: { start: start + column, end: start + column },
      gap: blanks > 0 ? '' : ' ',
      flow: false,
    };
  const begin = Math.min(colon + blanks, column);
  const range = span(line, start, begin, column);
  return range && { kind: 'value', key, range, gap: blanks > 0 ? '' : ' ', flow: false };
}

/** From `column` to the end of the value, or to the cursor in the blanks behind it; `undefined` inside a comment. */
function span(line: string, start: number, column: number, cursor: number): Range | undefined {
  const rest = line.slice(column);
  const comment = rest.search(/(?:^|[ \t])#/);
  const end = column + (comment < 0 ? rest : rest.slice(0, comment)).trimEnd().length;
  if (line.slice(end, cursor).trim() !== '') return undefined;
  return { start: start + column, end: start + Math.max(end, cursor) };
}

/** The key at column 0 that a line of a block list belongs to. */
function ownerOf(text: string, from: number, lineStart: number): string | undefined {
  const above = text.slice(Math.max(from, lineStart - 8192), lineStart).split(/\r\n|\n|\r/);
  for (let i = above.length - 1; i >= 0; i--) {
    const line = above[i] ?? '';
    if (line === '' || /^[ \t#-]/.test(line)) continue;
    const found = KEYED.exec(line);
    return found ? unquoted(found[1] ?? '') : undefined;
  }
  return undefined;
}
