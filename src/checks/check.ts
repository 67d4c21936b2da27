import type { House, Stage } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import type { Fix, Localized, LocalizedData, PassageEdits, Severity } from '../model/finding.ts';
import type { Place, ProseEdit } from '../model/prose.ts';
import type { TextEdit } from '../model/range.ts';
import type { Reading } from '../reading/reading.ts';
import type { Elsewhere } from './elsewhere.ts';

/** One option of a check: the table from which code, schema and documentation are derived. */
type Option =
  | { readonly type: 'boolean'; readonly default: boolean; readonly about: Localized }
  | { readonly type: 'number'; readonly default: number; readonly about: Localized }
  | { readonly type: 'string'; readonly default: string; readonly about: Localized }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly default: string; readonly about: Localized }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly about: Localized };

export type Options = Readonly<Record<string, Option>>;

/** The values that a check receives: the house's, or the defaults. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K]['type'] extends 'boolean'
    ? boolean
    : O[K]['type'] extends 'number'
      ? number
      : O[K]['type'] extends 'strings'
        ? readonly string[]
        : string;
};

/** What is known of the file that a link means. */
export interface LinkFact {
  readonly isThere: boolean;
  /** Another one that may have been meant, as the article would write it. */
  readonly near?: string;
}

/** What the host knows of the world, gathered before a review so that a review is a function of values. */
export interface Facts {
  /** For each path that {@link Article} refers to, as written: whether the file exists. Absent: not known, so silent. */
  readonly files: ReadonlyMap<string, boolean>;
  /** Where those that exist were found, a uri, for what starts at the site's root. Absent: where the path itself leads. */
  readonly places?: ReadonlyMap<string, string>;
  /** Pictures near the article, written as it would refer to them, for suggestions. Absent: not known. */
  readonly images?: readonly string[];
  /** How large pictures are, in pixels, by the path as written. Absent: not known, so silent. */
  readonly sizes?: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  /**
   * What the newsroom's other articles say in fields that must be unique: by the field's key, then by the value, the
   * path of an article that has it, as `path` is written. Absent: not known, so silent.
   */
  readonly taken?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** For links to the newsroom's own files, by `LinkedFile.key`: whether there is one. Absent: not known, so silent. */
  readonly links?: ReadonlyMap<string, LinkFact>;
  /** What other articles of the newsroom have of this one. Absent: not known, so silent. */
  readonly elsewhere?: Elsewhere;
  /**
   * The text of the record of signatures, where the house keeps it in a file beside the article; `null` where there is no
   * such file. Absent: not known, so silent.
   */
  readonly record?: string | null;
  /**
   * Who committed each signature on record, in written order, as Git has them; `null` for one that nobody has. Absent:
   * nobody asks.
   */
  readonly signers?: readonly (string | null)[];
  /** The stage that is asked about, whichever the article says that it is at. Absent: its own. */
  readonly asked?: Stage;
  /** The present moment, milliseconds since the epoch. */
  readonly now: number;
  /** The article's path inside the workspace with `/` separators, or `undefined` for text that was never saved. */
  readonly path?: string;
}

/** What a check may look at besides its text. */
export interface Context<O extends Options = Options> {
  readonly options: OptionValues<O>;
  readonly house: House;
}

/** What article checks may look at besides. */
interface ArticleContext<O extends Options = Options> extends Context<O> {
  readonly facts: Facts;
  /** The article as the house reads it: fields by what they mean, people by what they do, dates, all that is prose. */
  readonly reading: Reading;
}

/** A fix as a check yields it; `title` is a message id, filled in with the finding's data. */
export interface FixDraft<M extends string = string> {
  readonly title: M;
  /** What the title says of its own, beside the finding's data. */
  readonly data?: LocalizedData;
  readonly safe: boolean;
  readonly prose?: readonly ProseEdit[];
  readonly passages?: readonly PassageEdits[];
  readonly source?: readonly TextEdit[];
}

/** A finding as a check yields it: `message` is a message id. */
export interface Draft<M extends string = string> {
  readonly message: M;
  readonly data?: LocalizedData;
  readonly at: Place;
  readonly fixes?: readonly FixDraft<M>[];
  /** Overrides the check's severity for this one finding, never above what the house set. */
  readonly severity?: Severity;
}

/**
 * What a finding counts as in print, by the rules on the quality of newspapers and periodicals (2020): a wrong word or
 * character, a key name, date or picture, a numeral or a mark against the standard.
 */
export type Mistake = 'word' | 'name' | 'numeral' | 'mark';

/** What a finding may be of: what it says and how grave it is. Houses set it by its id, pages explain it. */
interface Common<M extends string> {
  /** Names the fault and reads after "allow": `wrong-interpunct`. */
  readonly id: string;
  /** What a list calls it, in a few words: `Ellipsis`, `Picture without caption`. */
  readonly title: Localized;
  /** One sentence. */
  readonly summary: Localized;
  /** The standard or practice it rests on. */
  readonly source?: string;
  readonly severity: Severity | 'off';
  /**
   * Settings of a house that it serves, such as `byline.forms`: a house that says one of them hears of it, even where
   * the plain house that it rests on does not. `*` is any key, and `=value` what must be said.
   */
  readonly serves?: readonly string[];
  /** Messages and titles of fixes by id, with `{placeholders}`. What is wrong, then what to do. */
  readonly messages: Readonly<Record<M, Localized>>;
}

/** What is looked for in articles. */
interface Looking<M extends string, O extends Options> extends Common<M> {
  readonly options?: O;
  /** Absent: readers see nothing of it, and it counts for nothing in the error rate. */
  readonly mistake?: Mistake;
}

/** A check whose findings depend on one passage alone; they are kept by the passage's text. */
export interface PassageCheck<M extends string = string, O extends Options = Options> extends Looking<M, O> {
  readonly scope: 'passage';
  /** Characters without one of which the passage cannot have a finding; absent: run on every passage. */
  readonly triggers?: string;
  /**
   * Works out, and keeps by text, what `run` will ask for. It is called for all passages of an article in a row before any
   * is looked at, so that large tables are near the processor while they are used. Only for checks without triggers.
   */
  readonly beforehand?: (passage: Passage) => unknown;
  run(passage: Passage, context: Context<O>): Iterable<Draft<M>>;
}

/** A check that looks at the article as a whole. */
export interface ArticleCheck<M extends string = string, O extends Options = Options> extends Looking<M, O> {
  readonly scope: 'article';
  run(article: Article, context: ArticleContext<O>): Iterable<Draft<M>>;
}

export type Check = PassageCheck | ArticleCheck;

/** What is said without being looked for: of the checking itself, or of a newsroom's own files. */
export type Notice<M extends string = string> = Common<M>;

/** Whatever a finding may be of: everything that has an id, a page and a severity. */
export type Rule = Check | Notice;

/** Gives a check its type; the message ids and the options that `run` sees follow from the tables. */
export function defineCheck<const M extends string, const O extends Options>(check: PassageCheck<M, O>): PassageCheck;
export function defineCheck<const M extends string, const O extends Options>(check: ArticleCheck<M, O>): ArticleCheck;
export function defineCheck(check: Check): Check {
  return check;
}

/** Gives a notice its type; whoever says it names a message of its table. */
export function defineNotice<const M extends string>(notice: Notice<M>): Notice<M> {
  return notice;
}

export type { Fix };
