import tables from 'copydesk:lexicon';

/**
 * What the checks of words know: tables that a test makes of lists and dictionaries (`test/checks/words`), each a text
 * whose lines are taken apart by the file that reads it. Loaded when a passage asks for the first time.
 */
export interface Lexicon {
  /** Wrong words; see `wrong-words.ts`. */
  readonly wrong: string;
  /** Sets of characters that make words with a part of a wrong word, one a line. */
  readonly sides: string;
  /** Idioms of four characters; see `idiom-slips.ts`. Four lines: all first characters, all second ones, and so on. */
  readonly idioms: string;
  /** For each idiom which halves are words: 1, the first; 2, the second; 3, both. */
  readonly halved: string;
  /** Words of two characters into which a slip may turn a half of an idiom, run together. */
  readonly halves: string;
  /** Words of four characters that look like an idiom gone wrong and are right, run together. */
  readonly alike: string;
  /** Words that are doubled by mistake alone; see `doubled-words.ts`. */
  readonly doubled: string;
  /** Last characters of words that nobody ends twice (合约约), one a line, each before the first ones. */
  readonly tails: string;
  /** Which characters from U+4E00 to U+9FFF the national table has, a bit each, the lowest first, in base64. */
  readonly standard: string;
  /** The characters of the national table that have no place among these, run together. */
  readonly beyond: string;
  /** Other characters, each before the one that is written instead; see `nonstandard.ts`. */
  readonly simpler: string;
  /** The same, where the character may be meant. */
  readonly perhaps: string;
  /** Provinces with what is under them, one a line; see `places.ts`. */
  readonly places: string;
  /** Names of places that are no longer in use, with the present one and its year. */
  readonly formerPlaces: string;
}

export function lexicon(): Lexicon {
  return tables();
}
