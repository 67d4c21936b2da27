import { fieldOfRole } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import { lineAt } from '../model/range.ts';
import { fieldText } from './field-text.ts';

/** The headline of an article: its title field, or the heading that stands for it. */
export interface Headline {
  /** With its series tag, as written; '' when the article has no title yet. */
  readonly text: string;
  readonly series: string | undefined;
  readonly rest: string;
  readonly line: number;
  /** Index of the inline token of a heading that is the headline, and is not printed again; -1: none. */
  readonly token: number;
}

/** 【系列】标题 */
const seriesTag = /^\s*【([^】]*)】/;

/** Reads the headline, its series tag apart. */
export function readHeadline(article: Article, house: House): Headline {
  const field = fieldText(article, fieldOfRole(house, 'title'));
  const heading = firstHeading(article, field !== undefined);
  const named = fieldText(article, fieldOfRole(house, 'series'))?.texts.join(' ');
  const headingText = heading?.text.trim() ?? '';
  const text = field?.texts[0]?.trim() ?? headingText;
  const line = field?.line ?? heading?.line ?? 0;
  const token = heading && headingText === text ? heading.token : -1;
  const tagged = seriesTag.exec(text);
  const tag = tagged?.[1];
  // A series named in a field of its own and in the title is printed once.
  if (tagged && (named === undefined || named === tag)) {
    return { text, series: tag, rest: text.slice(tagged[0].length), line, token };
  }
  return { text, series: named, rest: text, line, token };
}

/** The heading that may be the headline: the first of level one, at the very top when a field has the title. */
function firstHeading(article: Article, onlyTop: boolean): { text: string; line: number; token: number } | undefined {
  const passage = article.passages.find(({ field, level }) => field === undefined && (onlyTop || level === 1));
  if (passage?.level !== 1 || article.tokens[passage.token]?.level !== 1) return undefined;
  // A heading with a picture in it is drawn where it stands.
  if (article.furniture.pictures.some((picture) => picture.passage === passage)) return undefined;
  return { text: passage.prose.rendered, line: lineAt(article.lines, passage.block.start), token: passage.token };
}

/** The body's first heading of level 1, which counts as the title of an article that gives none. */
export function titleHeading(article: Article): Passage | undefined {
  return article.passages.find(
    ({ kind, level, prose }) => kind === 'heading' && level === 1 && prose.text.trim() !== '',
  );
}
