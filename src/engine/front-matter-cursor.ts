import type { Article } from '../model/article.ts';
import type { Range } from '../model/range.ts';

/** What the cursor stands on in the front matter; found from the line as it is, so that half-typed YAML will do. */
export type Cursor =
  /** A key at the start of a line, whole; `colon`: it has one already. */
  | { readonly kind: 'key'; readonly range: Range; readonly colon: boolean }
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
  if (keyed && column > (keyed[1]?.length ?? 0)) {
    const colon = keyed[0].length;
    if (column < colon) return undefined;
    return inValue(unquoted(keyed[1] ?? ''), line, start, colon, column);
  }
  const nested =
    /^[ \t]+(?:-[ \t]+)?([^\s:：#"'[\]{}-][^:：]{0,80}?):(?=[ \t]|$)|^-[ \t]+([^\s:：#"'[\]{}-][^:：]{0,80}?):(?=[ \t]|$)/.exec(
      line,
    );
  if (nested && column >= nested[0].length) {
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
  if (/^[ \t-]/.test(line)) return undefined;
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

/** The cursor behind the colon: in a plain value, or in one item of a list between brackets. */
function inValue(key: string, line: string, start: number, colon: number, column: number): Cursor | undefined {
  const open = /^[ \t]*\[/.exec(line.slice(colon))?.[0].length;
  if (open !== undefined && column >= colon + open) {
    const from = line.lastIndexOf(',', column - 1) + 1;
    const itemStart = Math.max(from, colon + open);
    const blanks = /^[ \t]*/.exec(line.slice(itemStart, column))?.[0].length ?? 0;
    const stop = /^[^,\]]*/.exec(line.slice(itemStart + blanks))?.[0].trimEnd().length ?? 0;
    const begin = itemStart + blanks;
    const gap = from > colon + open && blanks === 0 ? ' ' : '';
    return {
      kind: 'item',
      key,
      range: { start: start + begin, end: start + Math.max(begin + stop, column) },
      gap,
      flow: true,
    };
  }
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
