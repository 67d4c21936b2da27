import type { LineSpan } from './line-spans.ts';
import { diffSequences } from './sequence-diff.ts';

/**
 * Which lines of a text differ from an earlier one; however lines end. Where lines went, the line that now stands in
 * their place counts as changed, and so does the last one where that was the end.
 */
export function changedLines(before: string, after: string): readonly LineSpan[] {
  const now = linesOf(after);
  const spans: LineSpan[] = [];
  let line = 0;
  const add = (from: number, to: number): void => {
    const last = spans.at(-1);
    if (last && last.to >= from) spans[spans.length - 1] = { from: last.from, to: Math.max(to, last.to) };
    else spans.push({ from, to });
  };
  for (const { kind, count } of diffSequences(linesOf(before), now)) {
    if (kind === 'removed') add(Math.min(line, now.length - 1), Math.min(line, now.length - 1) + 1);
    else {
      if (kind === 'added') add(line, line + count);
      line += count;
    }
  }
  return spans;
}

/** Where lines of an earlier text stand in a later one; those that were changed since are nowhere. */
export function movedLines(spans: readonly LineSpan[], before: string, after: string): readonly LineSpan[] {
  const moved: LineSpan[] = [];
  let [old, now] = [0, 0];
  for (const { kind, count } of diffSequences(linesOf(before), linesOf(after))) {
    if (kind === 'added') now += count;
    else if (kind === 'removed') old += count;
    else {
      for (const { from, to } of spans) {
        const [first, last] = [Math.max(from, old), Math.min(to, old + count)];
        if (first < last) moved.push({ from: first - old + now, to: last - old + now });
      }
      old += count;
      now += count;
    }
  }
  return moved.sort((one, other) => one.from - other.from);
}

/** The lines that a text was asked about, as they stand in what became of it: those that were rewritten are among them. */
export function followedLines(spans: readonly LineSpan[], before: string, after: string): readonly LineSpan[] {
  if (before === after) return spans;
  return [...movedLines(spans, before, after), ...changedLines(before, after)];
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}
