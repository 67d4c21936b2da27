import type { Range, TextEdit } from '../range.ts';
import { type FieldOrder, rankIn } from './edit-front-matter.ts';
import type { Entry, FrontMatter, Value } from './front-matter.ts';
import { readFrontMatter } from './read-front-matter.ts';

/** Lines that move together: a field, the comments right above it, the indented comments right below. */
interface Chunk extends Range {
  readonly rank: number;
}

/**
 * Puts the fields of a front matter into the house's order by moving as few of them as will do. What moves are whole
 * lines; comments go with the field that they stand on, blank lines and everything else stay. Fields that the house
 * does not know stay behind the field that they follow. Nothing where the fields are in order, or cannot be moved:
 * broken YAML, a map between braces, an alias, which must stay behind its anchor.
 */
export function orderFields(frontMatter: FrontMatter, text: string, order: FieldOrder): readonly TextEdit[] {
  const { kind, entries, faults, inner } = frontMatter;
  if (kind !== 'yaml' || faults.length > 0 || entries.length < 2 || entries.some(({ value }) => refers(value)))
    return [];
  const chunks = chunksOf(frontMatter, text, order);
  if (chunks === undefined) return [];
  const wanted = [...chunks].sort((a, b) => a.rank - b.rank);
  const staying = longestRise(chunks);
  if (staying.size === chunks.length) return [];
  const edits: TextEdit[] = [];
  let at = inner.start;
  for (const chunk of chunks) if (!staying.has(chunk)) edits.push({ start: chunk.start, end: chunk.end, text: '' });
  for (const chunk of wanted) {
    if (staying.has(chunk)) at = chunk.end;
    else edits.push({ start: at, end: at, text: text.slice(chunk.start, chunk.end) });
  }
  // Before the first field that stays: below whatever opens the block (a comment, a blank line), not above it.
  const first = chunks.find((chunk) => staying.has(chunk));
  const placed = edits.map((edit) =>
    edit.start === inner.start && edit.end === edit.start && first
      ? { ...edit, start: first.start, end: first.start }
      : edit,
  );
  return isSame(frontMatter, text, placed) ? placed : [];
}

/** Whether a value has an alias or a tag in it. */
function refers(value: Value): boolean {
  if (value.kind === 'list') return value.items.some(refers);
  return value.kind === 'map' ? value.entries.some((entry) => refers(entry.value)) : value.kind === 'other';
}

function chunksOf({ entries, inner }: FrontMatter, text: string, order: FieldOrder): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let before = inner.start;
  let rank = -1;
  for (const entry of entries) {
    const { start, end } = entry.lines;
    // Two on one line, or a last line without its end.
    if (start < before || start !== entry.keyAt.start || !/[\r\n]/.test(text.charAt(end - 1))) return undefined;
    const own = rankIn(order, entry.key);
    rank = own < order.length ? own : rank;
    const chunk = { start: above(text, start, before), end: below(text, end, inner.end), rank };
    chunks.push(chunk);
    before = chunk.end;
  }
  return chunks;
}

/** The start of the comments at column 0 that stand right above `start`. */
function above(text: string, start: number, limit: number): number {
  let at = start;
  while (at > limit) {
    const previous = Math.max(limit, lineStart(text, at));
    if (text.charAt(previous) !== '#') break;
    at = previous;
  }
  return at;
}

/** The start of the line before the line that starts at `at`. */
function lineStart(text: string, at: number): number {
  let i = at - 1;
  if (text.charAt(i) === '\n' && text.charAt(i - 1) === '\r') i--;
  while (i > 0 && !/[\r\n]/.test(text.charAt(i - 1))) i--;
  return i;
}

/** The end of the indented comments that stand right below `end`: they belong to the list or map above them. */
function below(text: string, end: number, limit: number): number {
  const more = /^(?:[ \t]+#[^\r\n]*(?:\r\n|\n|\r))+/.exec(text.slice(end, limit));
  return end + (more?.[0].length ?? 0);
}

/** The most chunks that are in order among themselves: they stay where they are (patience sorting). */
function longestRise(chunks: readonly Chunk[]): ReadonlySet<Chunk> {
  const tails: number[] = [];
  const previous: number[] = [];
  chunks.forEach(({ rank }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((chunks[tails[middle] ?? 0]?.rank ?? 0) <= rank) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const kept = new Set<Chunk>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const chunk = chunks[at];
    if (chunk) kept.add(chunk);
  }
  return kept;
}

/** Whether the block says the same after the edits, in another order. */
function isSame({ entries, range }: FrontMatter, text: string, edits: readonly TextEdit[]): boolean {
  const said = (all: readonly Entry[], from: string): string =>
    all
      .map(({ key, value }) => `${key}\n${value.kind}\n${from.slice(value.at.start, value.at.end)}`)
      .sort()
      .join('\n\n');
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let after = '';
  let done = range.start;
  for (const { edit } of sorted) {
    after += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  after += text.slice(done, range.end);
  const read = readFrontMatter(after);
  return read.faults.length === 0 && said(read.entries, after) === said(entries, text);
}
