/** One word where it stands in a text. Offsets are UTF-16 units. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** The number of the word in the list that it is looked up in. */
  readonly word: number;
}

/**
 * Words that are found by their first two characters.
 * For lists of ours, in which few words begin alike; a list of somebody else's is looked up in a table (`word-table.ts`),
 * which no list can slow down.
 */
export interface WordHeads {
  readonly words: readonly string[];
  /** For each bucket the number of its first word and 1; 0: none. */
  readonly first: Uint16Array;
  /** For each word the next of its bucket, likewise. */
  readonly next: Uint16Array;
}

/** How many hashes a pair of units may have. */
export const HASHES = 0x10000;
const BUCKETS = 0x2000;

export const hashOfPair = (a: number, b: number): number => (Math.imul(a, 31) + Math.imul(b, 1009)) & (HASHES - 1);

/** For each hash of a pair of units four bits of what it may be: most pairs of a text are nothing, and done with. */
export type PairBits = Uint8Array;

export function pairBits(): PairBits {
  return new Uint8Array(HASHES >> 1);
}

export function addBits(held: PairBits, hash: number, bits: number): void {
  held[hash >> 1] = (held[hash >> 1] ?? 0) | (bits << ((hash & 1) << 2));
}

export function bitsAt(held: PairBits, hash: number): number {
  return ((held[hash >> 1] ?? 0) >> ((hash & 1) << 2)) & 15;
}

/** Makes `words` ready to be found: fewer than 65,535, none twice, each of two UTF-16 units or more. */
export function wordHeads(words: readonly string[]): WordHeads {
  const first = new Uint16Array(BUCKETS);
  const next = new Uint16Array(words.length);
  for (let number = words.length - 1; number >= 0; number--) {
    const word = words[number] ?? '';
    const hash = hashOfPair(word.charCodeAt(0), word.charCodeAt(1));
    const bucket = hash & (BUCKETS - 1);
    next[number] = first[bucket] ?? 0;
    first[bucket] = number + 1;
  }
  return { words, first, next };
}

/** Adds the words that begin at `from`, the shorter first, to what was found before it. `hash`: that of its first two units. */
export function addWordsAt(
  { words, first, next }: WordHeads,
  text: string,
  from: number,
  hash: number,
  found: Match[],
): void {
  const before = found.length;
  const unit = text.charCodeAt(from);
  for (let one = first[hash & (BUCKETS - 1)] ?? 0; one !== 0; one = next[one - 1] ?? 0) {
    const word = words[one - 1] ?? '';
    // Most share a bucket and nothing else.
    if (word.charCodeAt(0) !== unit || !text.startsWith(word, from)) continue;
    let at = found.length;
    while (at > before && (found[at - 1]?.to ?? 0) > from + word.length) at--;
    found.splice(at, 0, { from, to: from + word.length, word: one - 1 });
  }
}
