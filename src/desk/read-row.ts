import { isCountedInWords } from '../engine/characters.ts';
import { errorRate, hasErrorRate } from '../engine/error-rate.ts';
import type { ArticleValues } from '../engine/newsroom-values.ts';
import type { Review } from '../engine/review.ts';
import { type House, peopleRoles } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import { soundsOf } from '../model/pinyin.ts';
import { dayInName, givenDate } from '../reading/dates.ts';
import { boundOf } from '../reading/embargo.ts';
import { readingOf } from '../reading/reading.ts';
import { authorsIn, type SaidOfItself, saidInValues } from '../reading/said-values.ts';
import { whoseTurn } from '../reading/signoffs.ts';
import { stageWord } from '../reading/stage.ts';
import { missingFor } from '../writing/field-form.ts';
import type { DeskChecked, DeskRow } from './row.ts';

/** Where an article lies. `path`: from the folder that is opened, with `/`. */
interface DeskPlace {
  readonly uri: string;
  readonly path: string;
}

/**
 * The row of an article of which no more is known than what its front matter says, as the newsroom's index keeps it. A
 * review says the rest, and says it again where the text shows more than those values: {@link rowOf}.
 */
export function rowOfValues(place: DeskPlace, values: ArticleValues, house: House, locale: Locale): DeskRow {
  return row(place, house, locale, saidInValues(values, house));
}

/** An article with what was found in it. `record`: that of its signatures, where a file beside it keeps that. */
interface ReviewedArticle {
  readonly article: Article;
  readonly house: House;
  readonly review: Review;
  readonly record?: string | undefined;
}

/** The row of an article that was reviewed. A function of values. */
export function rowOf(place: DeskPlace, { article, house, review, record }: ReviewedArticle, locale: Locale): DeskRow {
  const reading = readingOf(article, house);
  const named = peopleRoles.flatMap((role) => reading.names(role));
  const signed = reading.people.filter(({ where }) => where === 'byline').map(({ name }) => name);
  return {
    ...row(place, house, locale, {
      title: reading.text('title')?.texts[0] ?? reading.titleHeading?.prose.rendered ?? '',
      stage: reading.field('stage') && reading.stage,
      column: reading.text('column')?.texts[0] ?? '',
      published: reading.text('published')?.texts[0] ?? '',
      people: named.length > 0 ? named : signed,
      authors: authorsIn((role) => reading.names(role), signed),
    }),
    checked: checkedOf({ article, house, review, record }, locale),
  };
}

function checkedOf({ article, house, review, record }: ReviewedArticle, locale: Locale): DeskChecked {
  const reading = readingOf(article, house);
  const count = (severity: string): number => review.findings.filter((one) => one.severity === severity).length;
  const turn = whoseTurn(reading, record);
  const embargo = boundOf(reading, 'embargo');
  const rate = hasErrorRate(review.characters) ? errorRate(review.mistakes, review.characters) : 0;
  return {
    errors: count('error'),
    warnings: count('warning'),
    questions: count('info'),
    characters: review.characters,
    inWords: isCountedInWords(article),
    rate,
    isOverRate: rate > house.errorRate.allowed,
    missing: missingFor(article, house, 'published').map(({ label }) => inLocale(label, locale)),
    turn: turn === undefined ? '' : inLocale(turn.step.label, locale),
    ...(embargo === undefined ? {} : { embargo: { iso: embargo.iso, text: embargo.text } }),
    pictures: article.furniture.pictures.length + (reading.text('cover') === undefined ? 0 : 1),
  };
}

function row({ uri, path }: DeskPlace, house: House, locale: Locale, said: SaidOfItself): DeskRow {
  const people = [...new Set(said.people)];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sounding = soundsOf([said.title || name, ...people].join(''));
  return {
    uri,
    path,
    title: said.title,
    sounds: sounding.map((readings) => readings.join('/')).join(' '),
    stage: said.stage ?? '',
    stageWord: said.stage === undefined ? '' : stageWord(house, said.stage, locale),
    column: said.column,
    date: givenDate(said.published, house)?.iso ?? dayInName(name) ?? '',
    people,
    authors: said.authors,
  };
}
