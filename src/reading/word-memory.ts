import type { Article } from '../model/article.ts';
import { compareWords, type Piece, wordsOf } from './compare-words.ts';

/** Words of texts and what differs between two, as far as the last comparison with the same version found them out. */
export interface WordMemory {
  words(text: string): readonly string[];
  compare(before: string, after: string): readonly Piece[];
}

interface Found {
  readonly words: Map<string, readonly string[]>;
  readonly pieces: Map<string, readonly Piece[]>;
}

const found = new WeakMap<Article, Found>();

/**
 * What is asked in one comparison with an earlier version. While changes are marked as somebody types, all but one
 * paragraph are as they were a moment ago, and finding words is most of what a comparison costs. Of each version only
 * what the last comparison asked for is kept.
 */
export function wordMemory(before: Article): WordMemory {
  const last = found.get(before);
  const now: Found = { words: new Map(), pieces: new Map() };
  found.set(before, now);
  return {
    words(text) {
      const known = now.words.get(text) ?? last?.words.get(text) ?? wordsOf(text);
      now.words.set(text, known);
      return known;
    },
    compare(earlier, later) {
      const key = `${earlier}\0${later}`;
      const known = now.pieces.get(key) ?? last?.pieces.get(key) ?? compareWords(earlier, later);
      now.pieces.set(key, known);
      return known;
    },
  };
}
