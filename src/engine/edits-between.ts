import type { TextEdit } from '../model/range.ts';
import { diffSequences } from '../model/sequence-diff.ts';

/**
 * Edits that turn one text into another, small enough that an editor keeps cursors, folds and markers where they
 * are. In order and disjoint.
 */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const edits: TextEdit[] = [];
  const [old, now] = [linesOf(before), linesOf(after)];
  let [atOld, atNow, offset] = [0, 0, 0];
  let removed: readonly string[] = [];
  const changes = diffSequences(old, now);
  for (const [index, { kind, count }] of changes.entries()) {
    const lines = kind === 'removed' ? old.slice(atOld, atOld + count) : now.slice(atNow, atNow + count);
    if (kind !== 'added') atOld += count;
    if (kind !== 'removed') atNow += count;
    if (kind === 'same') {
      offset += lengthOf(lines);
      continue;
    }
    if (kind === 'removed') {
      removed = lines;
      if (changes[index + 1]?.kind === 'added') continue;
    }
    replaceLines(removed, kind === 'added' ? lines : [], offset, edits);
    offset += lengthOf(removed);
    removed = [];
  }
  return edits;
}

/** Lines with their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function replaceLines(before: readonly string[], after: readonly string[], start: number, edits: TextEdit[]): void {
  if (before.length !== after.length) {
    replace(before.join(''), after.join(''), start, edits);
    return;
  }
  let offset = start;
  for (const [index, line] of before.entries()) {
    replace(line, after[index] ?? '', offset, edits);
    offset += line.length;
  }
}

function replace(before: string, after: string, start: number, edits: TextEdit[]): void {
  // Where characters were only exchanged, each is an edit of its own.
  if (before.length === after.length) {
    for (let i = 0; i < before.length; i++) {
      if (before[i] === after[i]) continue;
      let end = i + 1;
      while (end < before.length && before[end] !== after[end]) end++;
      edits.push({ start: start + i, end: start + end, text: after.slice(i, end) });
      i = end;
    }
    return;
  }
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  edits.push({ start: start + head, end: start + before.length - tail, text: after.slice(head, after.length - tail) });
}
