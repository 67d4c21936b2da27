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
}

export function lexicon(): Lexicon {
  return tables();
}
