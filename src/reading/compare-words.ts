import { diffSequences } from '../model/sequence-diff.ts';

/** A stretch of two texts: in both, in the later one alone, or in the earlier one alone. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a text, marks and blanks between them as words of their own; joined they are the text. */
export function wordsOf(text: string): string[] {
  // It knows Chinese words whatever the language that it is made for.
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What differs between two texts, word by word; what was removed stands before what was added in its place. */
export function compareWords(before: string, after: string): readonly Piece[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const pieces: Piece[] = [];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let [atOld, atNow] = [0, 0];
  for (const { kind, count } of diffSequences(old, now)) {
    const words = kind === 'removed' ? old.slice(atOld, atOld + count) : now.slice(atNow, atNow + count);
    if (kind !== 'added') atOld += count;
    if (kind !== 'removed') atNow += count;
    pieces.push({ kind, text: words.join('') });
  }
  return withoutIslands(pieces);
}

/** A blank or a mark that alone stayed between two changes is part of them: nobody reads changes word by word. */
function withoutIslands(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') kept.push({ kind: 'removed', text: removed });
    if (added !== '') kept.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      const isIsland = !/[\p{L}\p{N}]/u.test(text) && text.length <= 1 && removed !== '' && added !== '';
      const next = pieces[index + 1];
      if (isIsland && next !== undefined) {
        removed += text;
        added += text;
        continue;
      }
      flush();
      kept.push({ kind, text });
    }
  }
  flush();
  return kept;
}

/** How much of two texts is the same words, from 0 to 1; blanks and marks count nothing. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of one) {
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  let shared = 0;
  for (const word of other) {
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    total++;
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared++;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}
