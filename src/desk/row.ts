/** An article as the desk lists it, in one language of its reader. Plain values: it goes through JSON. */
export interface DeskRow {
  readonly uri: string;
  /** From the folder that is opened, with `/`. */
  readonly path: string;
  /** '' where it has none. */
  readonly title: string;
  /** What title and names sound like: a word for each character, `/` between its readings; see {@link readingsIn}. */
  readonly sounds: string;
  /** '' where its house has no stages. */
  readonly stage: '' | 'draft' | 'ready' | 'published';
  /** The stage in words; '' likewise. */
  readonly stageWord: string;
  /** '' where it has none. */
  readonly column: string;
  /**
   * ISO 8601 by the clocks of its house: a moment, a day alone, or '' where no date is given. The day that its name
   * begins with, where its front matter gives none.
   */
  readonly date: string;
  /** Who made it, each once. */
  readonly people: readonly string[];
  /** Of these who wrote it; of one that nobody wrote, who took its pictures. */
  readonly authors: readonly string[];
  /** What a review says of it; absent until it was reviewed. */
  readonly checked?: DeskChecked;
}

/** What a review says of an article. */
export interface DeskChecked {
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
  /** Characters as editors count them (字数). */
  readonly characters: number;
  /** What is counted are words: the article is written in letters. */
  readonly inWords: boolean;
  /** Mistakes in 10,000 characters (差错率). */
  readonly rate: number;
  /** The rate is higher than the house lets go out. */
  readonly isOverRate: boolean;
  /** Labels of the fields that must be filled in before it goes out. */
  readonly missing: readonly string[];
  /** The step of signing that is next, in words; '' where all is signed, or its house has no steps. */
  readonly turn: string;
  /** When it may first be read: ISO 8601 and in words; absent where nobody says. */
  readonly embargo?: { readonly iso: string; readonly text: string };
  /** How many pictures it shows, its cover among them. */
  readonly pictures: number;
}

/** Of each character that sounds, its readings. */
export function readingsIn(sounds: string): readonly (readonly string[])[] {
  return sounds === '' ? [] : sounds.split(' ').map((one) => one.split('/'));
}

/** What became of the desk's rows. */
export interface DeskChange {
  /** New, or otherwise than before. */
  readonly rows: readonly DeskRow[];
  /** Uris of articles that are there no more. */
  readonly gone: readonly string[];
}

/** What changed from one state of the rows to another; `undefined` where nothing did. */
export function changeOf(
  before: ReadonlyMap<string, DeskRow>,
  after: ReadonlyMap<string, DeskRow>,
): DeskChange | undefined {
  const rows = [...after.values()].filter((row) => !isSameRow(before.get(row.uri), row));
  const gone = [...before.keys()].filter((uri) => !after.has(uri));
  return rows.length === 0 && gone.length === 0 ? undefined : { rows, gone };
}

/** Whether two rows say the same. */
export function isSameRow(one: DeskRow | undefined, other: DeskRow): boolean {
  return one === other || (one !== undefined && JSON.stringify(one) === JSON.stringify(other));
}
