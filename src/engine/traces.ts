import type { SaidCredit } from '../checks/elsewhere.ts';
import { rules } from '../checks/index.ts';
import { saidCredit } from '../checks/people/said-credit.ts';
import { unlinkedCorrection, usualCorrections } from '../checks/unlinked-correction.ts';
import type { FieldRole, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { endingsListed } from '../model/article-endings.ts';
import { readFrontMatter } from '../model/front-matter/read-front-matter.ts';
import { hashOf } from '../model/hash.ts';
import { lettersHash, longParagraphs } from '../model/long-paragraphs.ts';
import { givenDate } from '../reading/dates.ts';
import { namesOfRole } from '../reading/fields.ts';
import { type ArticleValues, frontMatterValues } from './newsroom-values.ts';
import { packedValues, shared } from './packed-values.ts';
import { prepare } from './prepare.ts';
import { isOnWeb, pathsOnSite, type SiteBases } from './site-links.ts';

/**
 * What of an article's text another one may have as well, in few bytes: tens of thousands of articles are kept so.
 * Pictures are written as the text writes them.
 */
interface Traces {
  /** Hashes of the long paragraphs, each once. */
  readonly paragraphs: readonly number[];
  readonly pictures: readonly string[];
  /** Articles that it links to, as written, where it may be a correction. */
  readonly links: readonly string[];
}

/** An article as it is kept for questions that concern many. */
export interface Trace extends Traces {
  readonly values: ArticleValues;
  /** A hash of the whole text, where others are told more of it than what is kept; else 0. */
  readonly text: number;
}

/** Reads what is kept of an article, without reading its Markdown. Never throws. */
export function traceOf(text: string, { entries, bodyStart } = readFrontMatter(text)): Trace {
  const traces = tracesIn(text, bodyStart);
  return {
    values: packedValues(frontMatterValues({ entries })),
    ...traces,
    text: traces.pictures.length === 0 ? 0 : hashOf(text),
  };
}

/** Of most articles: one list for all. */
const none: readonly string[] = [];

/** @param from where the body begins */
function tracesIn(text: string, from: number): Traces {
  const paragraphs = new Set<number>();
  for (const { hash } of longParagraphs(text, from)) paragraphs.add(hash);
  // Most articles correct nothing, and their links are nobody's business here.
  const links = /更正|勘误|orrect/.test(text) ? linksIn(text, from) : none;
  return { paragraphs: [...paragraphs], pictures: picturesIn(text, from), links };
}

/** A picture's destination as Markdown and HTML write it; between angle brackets it may have blanks. */
const picture =
  /!\[[^\]\n]{0,400}\]\(\s{0,9}(?:<([^<>\n]{1,400})>|((?:[^\s()<>]|\([^\s()<>]{0,100}\)){1,400}))|<img\b[^<>]{0,400}?\bsrc\s{0,9}=\s{0,9}(?:"([^"<>\n]{1,400})"|'([^'<>\n]{1,400})'|([^\s"'<>]{1,400}))/g;

function picturesIn(text: string, from: number): readonly string[] {
  if (!text.includes('![', from) && !text.includes('<img', from)) return none;
  const found = new Set<string>();
  picture.lastIndex = from;
  for (let match = picture.exec(text); match; match = picture.exec(text))
    found.add(own(match.slice(1).find((one) => one !== undefined) ?? ''));
  return [...found];
}

/** What a link to a file of an article, or to an address, is made of. @param character one of it */
const toArticle = (character: string): string =>
  `${character}{1,400}\\.(?:${endingsListed('|')})|\\/${character}{1,400}|https?:\\/\\/${character}{1,400}`;

/** A link to a file of an article, or to an address: of the site, or of some site. */
const articleLink = new RegExp(
  `\\]\\(\\s{0,9}(?:<(${toArticle('[^<>\\n#?]')})|(${toArticle('(?:[^\\s()<>#?]|\\([^\\s()<>#?]{0,100}\\))')}))`,
  'gi',
);

function linksIn(text: string, from: number): readonly string[] {
  articleLink.lastIndex = from;
  const found = new Set<string>();
  for (let match = articleLink.exec(text); match; match = articleLink.exec(text))
    found.add(own(match[1] ?? match[2] ?? ''));
  return [...found];
}

/** Parts that are no longer than this, in UTF-16 units, are likely those of many articles: short links. */
const short = 16;

/** A copy: a part of a text would keep the whole of it. Short ones are one copy for all, as names of properties are. */
export function own(part: string): string {
  return part.length > short ? [...part].join('') : shared(part);
}

/** The first thing that an article says in the field of a role; '' where it says nothing. */
function said(values: ArticleValues, house: House, role: FieldRole): string {
  for (const name of namesOfRole(house, role)) {
    const [text] = values.get(name) ?? [];
    if (text !== undefined && text !== '') return text;
  }
  return '';
}

/** When an article says that it was or will be published, ISO 8601; `undefined` where nothing is a date. */
export function dayIn(values: ArticleValues, house: House): string | undefined {
  const known = days.get(values);
  if (known?.house === house) return known.day;
  const day = givenDate(said(values, house, 'published'), house)?.iso;
  days.set(values, { house, day });
  return day;
}

/** An article that shares a title with a hundred others is asked a hundred times. */
const days = new WeakMap<ArticleValues, { readonly house: House; readonly day: string | undefined }>();

/** Titles shorter than this, in UTF-16 units, are what notices are called: 公告, 更正. */
const shortestTitle = 5;

/** A number for a title that stands for all that are written like it; `undefined` for one that tells nothing. */
export function titleKey(values: ArticleValues, house: House): number | undefined {
  const title = said(values, house, 'title');
  return title.length < shortestTitle ? undefined : lettersHash(`标题${title}`);
}

/** @param place the folder that the article lies in, and whatever else its address is made of */
export function slugKey(values: ArticleValues, house: House, place: string): number | undefined {
  const slug = said(values, house, 'slug');
  return slug === '' ? undefined : hashOf(`slug\0${place}\0${slug}`);
}

/** @param uri of the picture */
export function pictureKey(uri: string): number {
  return hashOf(`picture\0${uri}`);
}

/** @param uri of an article that is corrected */
export function correctedKey(uri: string): number {
  return hashOf(`corrected\0${uri}`);
}

/**
 * The articles that one says it corrects, as it writes them; addresses of the newsroom's own site without what is said of
 * the site, and no others.
 *
 * @param bases where its sites lie, by their settings
 */
export function correctedBy({ values, links }: Trace, house: House, bases: SiteBases): readonly string[] {
  const options = house.checks[unlinkedCorrection.id]?.options;
  const field = options?.field;
  const columns = options?.columns;
  const known: readonly unknown[] = Array.isArray(columns) ? columns : usualCorrections.columns;
  const named = values.get(typeof field === 'string' ? field : usualCorrections.field) ?? [];
  const all = known.includes(said(values, house, 'column')) ? [...named, ...links] : named;
  if (!all.some(isOnWeb)) return all;
  const site = options?.site;
  const sites = typeof site === 'string' && site !== '' ? [site, ...bases] : bases;
  return all.flatMap((link) => pathsOnSite(link, sites));
}

/** How an article credits its pictures, by their destinations as written; without those that have no credit. */
export function creditsIn({ furniture }: Article): ReadonlyMap<string, SaidCredit> {
  const credits = new Map<string, SaidCredit>();
  for (const { src, credit: found } of furniture.pictures) {
    if (found === undefined) continue;
    credits.set(src, saidCredit(found.passage.prose.rendered, found.credit));
  }
  return credits;
}

/** Checks that ask what other articles have. */
const asking: readonly string[] = ['duplicate-article', 'credit-differs', 'unlinked-correction'];

/** Whether a house runs a check that asks what other articles have. */
export function wantsElsewhere(house: House): boolean {
  const { all } = prepare(house, rules);
  return asking.some((id) => all.has(id));
}
