import { keptByText } from '../../model/kept.ts';
import { unitSet } from '../../model/unit-set.ts';
import {
  addBits,
  addWordsAt,
  bitsAt,
  hashOfPair,
  type Match,
  type PairBits,
  type WordHeads,
} from '../../model/word-heads.ts';
import { HEAD, idiomTable, otherHashOfPair, TAIL } from './idiom-table.ts';
import { placeNames } from './place-names.ts';
import { suspectUnits } from './suspect-characters.ts';
import { wrongWordList } from './wrong-word-list.ts';

/** What the checks of words find in one walk over a text; each looks closer where there is something to look at. */
export interface Walked {
  /**
   * Where four characters begin that may be near to an idiom, in order: the offset in UTF-16 units times four, and whether
   * their first two are those of an idiom (HEAD), their last two (TAIL), or both.
   */
  readonly idioms: readonly number[];
  /** Words of the list of wrong words. */
  readonly wrong: readonly Match[];
  /** Names of places. */
  readonly places: readonly Match[];
  /** Whether a character is one that Simplified Chinese may not write. */
  readonly suspect: boolean;
  /** Whether a word of one or two characters stands twice in a row, or one of three to eight. */
  readonly short: boolean;
  readonly long: boolean;
}

/** Of a pair of characters, beside HEAD and TAIL of idioms: a wrong word begins with one of its hash, or a place does. */
const WRONG = 4;
const PLACE = 8;

interface Tables {
  readonly held: PairBits;
  /** See `Idioms.sure`. */
  readonly sure: PairBits;
  readonly wrong: WordHeads;
  readonly places: WordHeads;
}

let tables: Tables | undefined;

function tablesOf(): Tables {
  if (tables) return tables;
  const idioms = idiomTable();
  const held = idioms.held.slice();
  const wrong = wrongWordList().heads;
  const places = placeNames().heads;
  for (const word of wrong.words) addBits(held, hashOfPair(word.charCodeAt(0), word.charCodeAt(1)), WRONG);
  for (const word of places.words) addBits(held, hashOfPair(word.charCodeAt(0), word.charCodeAt(1)), PLACE);
  tables = { held, sure: idioms.sure, wrong, places };
  return tables;
}

const nothing: readonly never[] = [];

/** What there is in most texts: one for all. */
const NOTHING: Walked = { idioms: nothing, wrong: nothing, places: nothing, suspect: false, short: false, long: false };

/** No word that stands twice is looked for beyond this length, in UTF-16 units. */
const LONGEST = 8;
const HAN_FROM = 0x3400;
const HAN_COUNT = 0x9fff - HAN_FROM + 1;
/** Few enough to stay near the processor; characters that share a place are told apart where they are compared. */
const PLACES = 0x1000;
/** By Han character where it, or one that shares its place, stood last, counted on from text to text: nothing is cleared. */
const lastAt = new Int32Array(PLACES);
let counted = LONGEST + 1;
/** By length of a word how many characters in a row are the same as those so far before them, and where the last did. */
const run = new Int32Array(LONGEST + 1);
const runEnd = new Int32Array(LONGEST + 1);

let suspects = unitSet();

/** {@link walk} over a prose, once as long as its text is the same. */
export const walkedOf = keptByText((text) => walk(text));

/** Walks over a text once for all checks of words. Linear in the length of `text`. */
export function walk(text: string): Walked {
  if (tables === undefined) suspects = suspectUnits();
  const { held, sure, wrong: wrongHeads, places: placeHeads } = tablesOf();
  if (counted > 0x3fffffff) {
    lastAt.fill(0);
    runEnd.fill(0);
    counted = LONGEST + 1;
  }
  let idioms: number[] | undefined;
  let wrong: Match[] | undefined;
  let places: Match[] | undefined;
  let suspect = 0;
  let short = false;
  let long = false;
  /** What the pairs that begin one and two characters before are, the newer first. */
  let before = 0;
  let first = 0;
  let next = text.charCodeAt(0);
  for (let at = 0; at < text.length; at++) {
    const unit = next;
    suspect |= (suspects[unit >> 5] ?? 0) & (1 << (unit & 31));
    const han = unit - HAN_FROM;
    if (han >= 0 && han < HAN_COUNT) {
      const place = han & (PLACES - 1);
      const here = counted + at;
      // Whatever of this character stands within reach stands no nearer than this.
      const back = here - (lastAt[place] ?? 0);
      lastAt[place] = here;
      for (let length = back; length <= LONGEST; length++) {
        if (length > at || text.charCodeAt(at - length) !== unit) continue;
        const same = runEnd[length] === here - 1 ? (run[length] ?? 0) + 1 : 1;
        run[length] = same;
        runEnd[length] = here;
        if (same < length) continue;
        if (length > 2) long = true;
        else short = true;
      }
    }
    if (at + 1 === text.length) break;
    next = text.charCodeAt(at + 1);
    const hash = hashOfPair(unit, next);
    const bits = bitsAt(held, hash);
    const near = (first & HEAD) | (bits & TAIL);
    if (near !== 0 && at >= 2) {
      const head = bitsAt(sure, otherHashOfPair(text.charCodeAt(at - 2), text.charCodeAt(at - 1))) & HEAD;
      const likely = near & (head | (bitsAt(sure, otherHashOfPair(unit, next)) & TAIL));
      if (likely !== 0) {
        idioms ??= [];
        idioms.push(((at - 2) << 2) | likely);
      }
    }
    first = before;
    before = bits;
    if ((bits & WRONG) !== 0) {
      wrong ??= [];
      addWordsAt(wrongHeads, text, at, hash, wrong);
    }
    if ((bits & PLACE) !== 0) {
      places ??= [];
      addWordsAt(placeHeads, text, at, hash, places);
    }
  }
  counted += text.length + LONGEST + 1;
  if (!idioms && !wrong && !places && suspect === 0 && !short && !long) return NOTHING;
  return {
    idioms: idioms ?? nothing,
    wrong: wrong ?? nothing,
    places: places ?? nothing,
    suspect: suspect !== 0,
    short,
    long,
  };
}
