import { covers, type LineStarts, lineAt, type Range } from '../range.ts';

/**
 * Where the lines of a block's content stand in the source: content offset `contents[i]` is source offset
 * `sources[i]`, and so on to the end of that line. `undefined` in `sources` marks a line that could not be found.
 */
export interface BlockLines {
  readonly contents: readonly number[];
  readonly sources: readonly (number | undefined)[];
  /** What to add to offsets of a content that is a piece of this one. */
  readonly shift?: number;
}

/** The end of a line without its line break. */
export function lineEnd(text: string, lines: LineStarts, line: number): number {
  let end = lines[line + 1] ?? text.length;
  if (end > 0 && line + 1 < lines.length) {
    if (text.charCodeAt(end - 1) === 10) end--;
    if (end > (lines[line] ?? 0) && text.charCodeAt(end - 1) === 13) end--;
  }
  return end;
}

/**
 * Traces the content of a paragraph or heading to its source lines. A line of content, its indentation aside, is a
 * suffix of its source line, trailing blanks aside: quote marks, list marks and `#` stand before it.
 *
 * @param content the inline token's content, lines joined by LF
 * @param firstLine the block's first line in `text`, from 0
 */
export function traceLines(
  content: string,
  text: string,
  lines: LineStarts,
  firstLine: number,
  heading: boolean,
): BlockLines {
  const contents: number[] = [];
  const sources: (number | undefined)[] = [];
  let from = 0;
  for (let line = firstLine; from <= content.length; line++) {
    let to = content.indexOf('\n', from);
    if (to === -1) to = content.length;
    const bare = skipBlanks(content, from, to);
    contents.push(bare);
    sources.push(line < lines.length ? findLine(content.slice(bare, to), text, lines, line, heading) : undefined);
    from = to + 1;
  }
  return { contents, sources };
}

function skipBlanks(content: string, from: number, to: number): number {
  let at = from;
  while (at < to && (content.charCodeAt(at) === 32 || content.charCodeAt(at) === 9)) at++;
  return at;
}

function findLine(wanted: string, text: string, lines: LineStarts, line: number, heading: boolean): number | undefined {
  const start = lines[line] ?? 0;
  const end = lineEnd(text, lines, line);
  if (wanted === '') return end;
  if (heading) {
    const line = text.slice(start, end);
    const at = (wanted.includes('\uFFFD') ? line.replaceAll('\0', '\uFFFD') : line).indexOf(wanted);
    return at === -1 ? undefined : start + at;
  }
  // The parser replaces NUL by U+FFFD, so a line with NUL is compared by its length alone where it must be.
  let stop = end;
  for (;;) {
    const at = stop - wanted.length;
    if (at < start) return undefined;
    if (same(text, at, wanted)) return at;
    const last = text.charCodeAt(stop - 1);
    if (last !== 32 && last !== 9) return undefined;
    stop--;
  }
}

function same(text: string, at: number, wanted: string): boolean {
  if (text.startsWith(wanted, at)) return true;
  if (!wanted.includes('\uFFFD')) return false;
  return text.slice(at, at + wanted.length).replaceAll('\0', '\uFFFD') === wanted;
}

/** The source offset of a content offset; `undefined` on a line that could not be found. */
export function locateIn(blockLines: BlockLines, offset: number): number | undefined {
  const { contents, sources, shift = 0 } = blockLines;
  const i = lineAt(contents, offset + shift);
  const source = sources[i];
  return source === undefined ? undefined : source + offset + shift - (contents[i] ?? 0);
}

/** A stretch of the source: `[start, end)`. */
type Piece = readonly [number, number];

/**
 * Traces the cells of one table row to pieces of the source line; an escaped pipe loses its backslash, as GFM says,
 * whatever stands around it. An entry is `undefined` where the cell could not be found.
 *
 * @param contents the trimmed content of each cell, as the parser gives it
 * @param foreign what no pipe of a table stands in, in order
 */
export function traceCells(
  contents: readonly string[],
  text: string,
  lines: LineStarts,
  line: number,
  foreign: readonly Range[] = [],
): readonly (BlockLines | undefined)[] {
  const cells = splitRow(text, lines[line] ?? 0, lineEnd(text, lines, line), foreign);
  const first = cells[0];
  // A leading pipe opens an empty cell; before it stand only blanks, quote marks and list marks.
  const opened = first !== undefined && /^[\s>*+\-\d.)]*$/.test(joined(text, first)) && cells.length > contents.length;
  return contents.map((content, index) => {
    const cell = cells[index + (opened ? 1 : 0)];
    return cell && traceCell(content, text, cell);
  });
}

function splitRow(text: string, start: number, end: number, foreign: readonly Range[]): readonly (readonly Piece[])[] {
  const cells: (readonly Piece[])[] = [];
  let pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 124 || covers(foreign, at)) continue;
    if (at > start && text.charCodeAt(at - 1) === 92) {
      pieces.push([from, at - 1]);
      from = at;
      continue;
    }
    cells.push([...pieces, [from, at]]);
    pieces = [];
    from = at + 1;
  }
  cells.push([...pieces, [from, end]]);
  return cells;
}

function joined(text: string, pieces: readonly Piece[]): string {
  return pieces.map(([start, end]) => text.slice(start, end)).join('');
}

function traceCell(content: string, text: string, pieces: readonly Piece[]): BlockLines | undefined {
  const trimmed = joined(text, pieces).trimEnd();
  if (!trimmed.endsWith(content)) return undefined;
  const contents: number[] = [];
  const sources: number[] = [];
  let at = content.length - trimmed.length;
  for (const [start, end] of pieces) {
    const next = at + end - start;
    if (next > 0 || contents.length === 0) {
      contents.push(Math.max(0, at));
      sources.push(start + Math.max(0, -at));
    }
    at = next;
  }
  return { contents, sources };
}
