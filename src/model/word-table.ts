import { HASHES, hashOfPair, type Match } from './word-heads.ts';

/**
 * Many words found in one pass over a text, whatever they are: for the first two characters of a word, how long the words
 * are that begin so, and all words in one map. Most places of a text are left after one look.
 */
export interface WordTable {
  /** For each hash of two units a bit for each length of the words that begin so; the last bit, for all longer ones. */
  readonly lengths: Uint32Array;
  /** A bit for each hash of how a word begins and ends: most texts that begin as words do go on otherwise. */
  readonly ends: Int32Array;
  /** Lengths that have no bit of their own, from the shortest. */
  readonly long: readonly number[];
  /** Words of one unit. */
  readonly single: ReadonlySet<number>;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Lengths from this one on share a bit. */
const LONG = 31;

/** A table that finds `words`. An empty word is never found; of the same word given twice the last counts. */
export function wordTable(words: readonly string[]): WordTable {
  const lengths = new Uint32Array(HASHES);
  const ends = new Int32Array(HASHES >> 5);
  const long = new Set<number>();
  const single = new Set<number>();
  const numbers = new Map<string, number>();
  for (let number = 0; number < words.length; number++) {
    const word = words[number] ?? '';
    const { length } = word;
    if (length === 0) continue;
    numbers.set(word, number);
    if (length === 1) {
      single.add(word.charCodeAt(0));
      continue;
    }
    const hash = hashOfPair(word.charCodeAt(0), word.charCodeAt(1));
    lengths[hash] = (lengths[hash] ?? 0) | (1 << Math.min(length, LONG));
    const end = hashOfEnd(word, hash, length);
    ends[end >> 5] = (ends[end >> 5] ?? 0) | (1 << (end & 31));
    if (length >= LONG) long.add(length);
  }
  return { lengths, ends, long: [...long].sort((a, b) => a - b), single, numbers };
}

/** A hash of the first two units of a word, of which `head` is one, and of the last two before `end`. */
const hashOfEnd = (text: string, head: number, end: number): number =>
  hashOfPair(head, hashOfPair(text.charCodeAt(end - 2), text.charCodeAt(end - 1)));

/** What most texts have. */
const nothing: readonly Match[] = [];

/**
 * Every word of the table in `text`, in the order of their beginnings, and the shorter first; they may overlap. Takes time
 * that grows with the length of `text` times the number of lengths that words have.
 */
export function matchesIn({ lengths, ends, long, single, numbers }: WordTable, text: string): readonly Match[] {
  let found: Match[] | undefined;
  const look = (from: number, length: number): void => {
    if (from + length > text.length) return;
    const word = numbers.get(text.slice(from, from + length));
    if (word === undefined) return;
    found ??= [];
    found.push({ from, to: from + length, word });
  };
  for (let from = 0; from < text.length; from++) {
    const unit = text.charCodeAt(from);
    if (single.size > 0 && single.has(unit)) look(from, 1);
    if (from + 1 === text.length) break;
    const head = hashOfPair(unit, text.charCodeAt(from + 1));
    const held = lengths[head] ?? 0;
    if (held === 0) continue;
    // The lowest bit that is set, then the next.
    for (let bits = held & ~(1 << LONG); bits !== 0; bits &= bits - 1) {
      const length = 31 - Math.clz32(bits & -bits);
      const end = hashOfEnd(text, head, from + length);
      if (((ends[end >> 5] ?? 0) & (1 << (end & 31))) !== 0) look(from, length);
    }
    if (held >>> LONG !== 0) for (const length of long) look(from, length);
  }
  return found ?? nothing;
}
