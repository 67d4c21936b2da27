/**
 * Copydesk's engine as a library: an article's text and a newsroom's house style in, the same findings out as the
 * editor, the command line and CI give. It reads no file, asks no network and keeps nothing that changes a result; it
 * runs in Node and in browsers.
 *
 * What stands here keeps its meaning within a major version. Checks, their words and what they find may get better in
 * any version, as they do on the command line.
 */

/** `error` is a fault, `warning` very likely one, `info` a question to the editor. */
export type Severity = 'error' | 'warning' | 'info';

/** The language of messages: English, Simplified or Traditional Chinese. */
export type Locale = 'en' | 'zh' | 'zh-tw';

/** A place in a text: line and column count from 1, offsets from 0, columns and offsets in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Replaces what stands from `start` up to `end` (UTF-16 offsets from 0) by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A way to mend a finding. Edits do not overlap; those that are `safe` are what {@link fix} makes. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** What was found, as `copydesk check --format json` prints it. */
export interface Finding {
  /** The check's id, such as `wrong-interpunct`. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  /** The standard or house rule that it rests on, such as `GB/T 15834—2011 4.14`. */
  readonly source?: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly fixes: readonly Fix[];
}

/** An article that was read. Made by {@link parseArticle} alone. */
export interface Article {
  readonly text: string;
  /** The front matter as plain data; empty where there is none or it cannot be read. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where the body begins. UTF-16 offset from 0. */
  readonly bodyStart: number;
}

/**
 * Reads an article: front matter and Markdown. Never throws; what is wrong with a text is found by {@link review}.
 *
 * @param text decoded
 */
export function parseArticle(text: string): Article;

/** A house style. Made by {@link resolveHouse} and {@link openNewsroom} alone. */
export interface House {
  readonly id: string;
  /** '' where it has none. */
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** Ids of the templates that {@link newArticle} knows. */
  readonly templates: readonly string[];
}

/** What a house style is made of: the texts of its files. */
export interface HouseTexts {
  /** `copydesk.yml`. Absent: the house that holds where there is none. */
  readonly house?: string;
  /** `staff.yml`. Absent: nobody is a stranger. */
  readonly staff?: string;
  /** `terms.yml`. */
  readonly terms?: string;
  /** The JSON Schema that `front-matter-schema` names. */
  readonly schema?: string;
  /** The house that `extends: ./….yml` names. */
  readonly base?: ResolvedHouse;
}

/** A house style with what is wrong in its files. */
export interface ResolvedHouse {
  /** What could be made of the texts: settings that have faults are left out. */
  readonly house: House;
  /** At their places in the text of each; empty where nothing is wrong. */
  readonly faults: Readonly<Record<'house' | 'staff' | 'terms', readonly Finding[]>>;
}

/**
 * Makes a house style of its files' texts. Never throws for what stands in them. Where a house names more files than
 * these (`values-from`, several houses that extend each other), {@link openNewsroom} finds them by itself.
 */
export function resolveHouse(texts?: HouseTexts, options?: { readonly locale?: Locale }): ResolvedHouse;

/** Ids of the house styles that come with Copydesk, for `extends:`. */
export const houses: readonly string[];

/** What is known of the world around an article. What is not said is not known, and nothing is found by it. */
export interface Facts {
  /** The present moment, milliseconds since the epoch; absent: now. */
  readonly now?: number;
  /** The article's path in its newsroom, with `/`. */
  readonly path?: string;
  /** For each path that the article refers to, as written: whether the file exists. */
  readonly files?: ReadonlyMap<string, boolean>;
}

/** What one review found. */
export interface Review {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Characters of the body as editors count them (字数). */
  readonly characters: number;
  /** Mistakes as the house weighs them, and how many that is in 10,000 characters (差错率). */
  readonly mistakes: number;
  readonly errorRate: number;
}

/** The verdict on an article: what the editor underlines and `copydesk check` reports. Never throws for a text. */
export function review(article: Article, house: House, facts?: Facts, options?: { readonly locale?: Locale }): Review;

/** What mending did. */
export interface Fixed {
  readonly text: string;
  /** How many findings were mended. */
  readonly applied: number;
  /** What is left, at its place in the mended text. */
  readonly findings: readonly Finding[];
}

/**
 * Makes every safe fix, as `copydesk fix` does.
 *
 * @param options `only`: the ids of the checks whose findings are mended; absent: all
 */
export function fix(
  text: string,
  house: House,
  facts?: Facts,
  options?: { readonly only?: readonly string[]; readonly locale?: Locale },
): Fixed;

/** An article as its house publishes it. */
export interface Page {
  /** The headline with the site's name. */
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** What stands in the `<body>`; nothing in it runs, and no HTML of the article is in it. */
  readonly html: string;
  /** Its stylesheet. */
  readonly css: string;
  /** All of it as one HTML file, with what search engines read in its head. */
  readonly document: string;
}

/** What the page is drawn with. */
export interface PageOptions {
  /** The language of Copydesk's own words, such as those that stand for a picture which is not there. */
  readonly locale?: Locale;
  /**
   * The URL of a picture, by its destination as the article has it; `undefined`: its words stand in its place. Absent:
   * as the article has it.
   */
  readonly image?: (src: string) => string | undefined;
  /** The name and the logo of the site, where the house says none. */
  readonly site?: { readonly name: string; readonly logo?: string };
}

/** Draws the news page of an article. Never throws for a text. */
export function renderPage(article: Article, house: House, options?: PageOptions): Page;

/** Somebody whom an article names as having made it. */
export interface Person {
  /** Without letter-spacing. */
  readonly name: string;
  readonly where: 'byline' | 'credit' | 'field';
  /** The role word beside the name, or what the field means; absent: none is said. */
  readonly role?: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Everybody whom byline, credits, editor line and front matter name, in that order. */
export function peopleOf(article: Article, house: House): readonly Person[];

/** What a new article is begun with. */
export interface NewArticleValues {
  readonly title?: string;
  readonly column?: string;
  readonly reporters?: readonly string[];
  /** Milliseconds since the epoch; absent: now. */
  readonly now?: number;
}

/**
 * Begins an article from a template of the house. `path`: where the house keeps it, relative, with `/`.
 *
 * @throws RangeError where the house has no such template
 */
export function newArticle(
  house: House,
  template: string,
  values?: NewArticleValues,
): { readonly text: string; readonly path: string };

/** A check, as lists name it. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly severity: Severity | 'off';
  readonly source?: string;
}

/** All that can be found, by id. */
export function checks(locale?: Locale): readonly Check[];

/** The page of a check, with examples, as Markdown; `undefined` where there is no such check. */
export function explain(check: string, locale?: Locale): Promise<string | undefined>;

/** The files of a newsroom, by their paths with `/`: texts, or the bytes of pictures and of whatever else is no text. */
export type NewsroomFiles = Readonly<Record<string, string | Uint8Array>>;

/** A newsroom of several files: houses in folders, staff, terms, schemas, articles that must not say the same. */
export interface Newsroom {
  /** The paths of the articles: those that no house leaves out. */
  articles(): Promise<readonly string[]>;
  /** The house that holds for an article, by its path. */
  houseOf(path: string): Promise<House>;
  /** What is known of the world around an article that lies at a path. */
  factsOf(article: Article, path: string): Promise<Facts>;
  /** What is wrong with the house files that were read, by their paths. */
  faults(): Readonly<Record<string, readonly Finding[]>>;
  /**
   * What is said of pictures that nothing names, by their paths. They are looked for where their house switches
   * `unused-picture` on, and all texts are read for it.
   */
  pictures(): Promise<Readonly<Record<string, readonly Finding[]>>>;
}

/** Opens a newsroom whose files the caller holds. They must not change afterwards: open it again. */
export function openNewsroom(
  files: NewsroomFiles,
  options?: { readonly now?: number; readonly locale?: Locale },
): Newsroom;

/** Copydesk's version. */
export const version: string;
