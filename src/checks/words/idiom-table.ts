import { addBits, HASHES, hashOfPair, type PairBits, pairBits } from '../../model/word-heads.ts';
import { lexicon } from './lexicon.ts';

/** Idioms by their first two characters and by their last two: one slip leaves one of both as it was. */
export interface Idioms {
  /** All first characters, all second ones, and so on. */
  readonly units: readonly [string, string, string, string];
  readonly halved: string;
  readonly heads: Chains;
  readonly tails: Chains;
  /** For each hash of a pair of characters what it may be of an idiom: HEAD, TAIL, both or nothing. */
  readonly held: PairBits;
  /** The same by another hash, asked where the first one says that something may be: of seven such places six are nothing. */
  readonly sure: PairBits;
}

/** For each bucket its first idiom and 1, for each idiom the next and 1; 0: none. */
interface Chains {
  readonly first: Uint16Array;
  readonly next: Uint16Array;
}

const BUCKETS = 0x4000;

/** Of a pair of characters: an idiom begins with one of its hash, or ends with one. */
export const HEAD = 1;
export const TAIL = 2;

/** Of {@link Idioms.sure}. */
export const otherHashOfPair = (a: number, b: number): number =>
  (Math.imul(a, 40503) + Math.imul(b, 26543)) & (HASHES - 1);

/** Makes ready what is found by two characters, and notes what it is in `held` and in `sure`. */
function chainsOf(a: string, b: string, held: PairBits, sure: PairBits, bit: number): Chains {
  const first = new Uint16Array(BUCKETS);
  const next = new Uint16Array(a.length);
  for (let idiom = 0; idiom < a.length; idiom++) {
    const one = a.charCodeAt(idiom);
    const other = b.charCodeAt(idiom);
    const hash = hashOfPair(one, other);
    addBits(held, hash, bit);
    addBits(sure, otherHashOfPair(one, other), bit);
    const bucket = hash & (BUCKETS - 1);
    next[idiom] = first[bucket] ?? 0;
    first[bucket] = idiom + 1;
  }
  return { first, next };
}

/** The first idiom and 1 of those that may have two characters where a chain has them; 0: none has. */
export function firstOf({ first }: Chains, a: number, b: number): number {
  return first[hashOfPair(a, b) & (BUCKETS - 1)] ?? 0;
}

let idioms: Idioms | undefined;

/** The idioms, made ready when a text first asks. */
export function idiomTable(): Idioms {
  if (idioms) return idioms;
  const { idioms: lines, halved } = lexicon();
  const [a = '', b = '', c = '', d = ''] = lines.split('\n');
  const held = pairBits();
  const sure = pairBits();
  const heads = chainsOf(a, b, held, sure, HEAD);
  const tails = chainsOf(c, d, held, sure, TAIL);
  idioms = { units: [a, b, c, d], halved, heads, tails, held, sure };
  return idioms;
}
