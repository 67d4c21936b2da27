/** A half-open stretch `[start, end)` of the article's decoded text, in UTF-16 units from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of a range; an empty range inserts. Offsets are UTF-16 units from 0. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** Where a line or column counts from 0; columns are UTF-16 units, as LSP has them. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** The offsets at which the lines of a text start. A line ends with LF, CR or CR LF. */
export type LineStarts = readonly number[];

/** Finds where each line of `text` starts; the first entry is always 0. */
export function lineStarts(text: string): LineStarts {
  const starts = [0];
  // Looking for one character is what the engine does fastest, and most texts have no carriage return.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The line (from 0) that holds `offset`; offsets past the end belong to the last line. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column, both from 0, of an offset. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const line = lineAt(starts, offset);
  return { line, column: offset - (starts[line] ?? 0) };
}

/** Applies edits, which must not overlap; their order does not matter. Edits at one place go in as listed. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let out = '';
  let done = 0;
  for (const { edit } of sorted) {
    if (edit.start < done) throw new RangeError(`edits overlap at offset ${edit.start}`);
    out += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return out + text.slice(done);
}

/** Whether one of the ranges, which are in order and do not overlap, holds the character at `offset`. */
export function covers(ranges: readonly Range[], offset: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (offset < range.start) high = middle - 1;
    else if (offset >= range.end) low = middle + 1;
    else return true;
  }
  return false;
}
