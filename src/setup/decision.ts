import { fillAll, inLocale, type Locale, type Localized, listed } from '../model/finding.ts';
import type { SeenPerson } from './see-people.ts';
import type { Counted } from './tally.ts';

/** The three questions that a newsroom is asked, each with the decisions that its answer takes along. */
export type Question = 'where' | 'who' | 'demands';

/** One value of a list in a house file, with what is said beside it. */
export interface ListItem {
  readonly text: string;
  /** Other names of it, where it is a value of a field. */
  readonly aliases?: readonly string[];
  /** Of a column: the folder of its articles, where it is called otherwise. */
  readonly folder?: string;
  readonly comment?: Localized;
}

/** One setting of a house file. */
export interface Piece {
  /** Where it stands: `['fields', 'title', 'type']`. */
  readonly path: readonly string[];
  readonly value: string | number | boolean | readonly ListItem[];
  /** What the archive says for it; on the line of the setting. */
  readonly comment?: Localized;
}

/** What else than the house file a decision writes. */
interface OtherFiles {
  readonly people?: readonly SeenPerson[];
  readonly templates?: readonly { readonly name: string; readonly text: string }[];
}

/** Another answer to a decision than the proposed one. */
interface Choice {
  readonly id: string;
  readonly label: Localized;
  readonly pieces: readonly Piece[];
}

/** One thing that the house decides, with what the archive says for it. */
export interface Decision {
  /** Stays the same from one look at an archive to the next: `language`, `field:title`. */
  readonly id: string;
  readonly question: Question;
  /** One of many of its kind that nobody needs to look at one by one. */
  readonly isMinor?: true;
  /** What is decided, in a few words. */
  readonly title: Localized;
  /** What is proposed. */
  readonly proposed: Localized;
  /** What was found, with counts. */
  readonly evidence: Localized;
  /** What does otherwise; absent: nothing. */
  readonly outliers?: { readonly said: Localized; readonly count: number; readonly files: readonly string[] };
  /** What it writes when it is accepted. */
  readonly pieces: readonly Piece[];
  readonly others?: OtherFiles;
  /** Other answers. */
  readonly choices?: readonly Choice[];
}

/** What a decision says, in one language; its outliers and choices are shown by each face in its own way. */
export function saidOf(
  { id, question, isMinor, title, proposed, evidence }: Decision,
  locale: Locale,
): Readonly<Record<'id' | 'title' | 'proposed' | 'evidence', string>> &
  Pick<Decision, 'question'> & { readonly isMinor: boolean } {
  return {
    id,
    question,
    isMinor: isMinor === true,
    title: inLocale(title, locale),
    proposed: inLocale(proposed, locale),
    evidence: inLocale(evidence, locale),
  };
}

/** `64 of 70 articles`. */
export function ofArticles(count: number, total: number): Localized {
  return fillAll(
    { en: '{count} of {total} article{plural}', zh: '{total} 篇中 {count} 篇' },
    { count, total, plural: total === 1 ? '' : 's' },
  );
}

/** The outliers of a decision; nothing where there are none. */
export function outliers(
  said: (count: number) => Localized,
  count: number,
  files: readonly string[],
): Pick<Decision, 'outliers'> {
  return count === 0 ? {} : { outliers: { said: said(count), count, files: [...new Set(files)].slice(0, 20) } };
}

/** Values with their counts, the first few: `News 40, Sport 12`. */
export function counted(values: readonly Counted<string>[], most = 8): Localized {
  const shown = values.slice(0, most).map(({ value, count }) => `${value} ${count}`);
  const more = values.length > most;
  return fillAll(
    { en: '{shown}{more}', zh: '{shown}{more}' },
    { shown: listed(shown), more: more ? { en: ', …', zh: '……' } : '' },
  );
}
