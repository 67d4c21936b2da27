import type { Facts } from '../checks/check.ts';
import { errorRate } from '../engine/error-rate.ts';
import { fixAll } from '../engine/fix.ts';
import { reportFinding, reportPlace } from '../engine/reported.ts';
import { review as judged } from '../engine/review.ts';
import { headTags } from '../handover/head.ts';
import { parseArticle as parsed } from '../model/parse.ts';
import { lineStarts } from '../model/range.ts';
import { renderPage as drawn, houseForText, pageHtml, renderDocument, styleOf } from '../page/index.ts';
import { readingOf } from '../reading/reading.ts';
import { newArticle as begun } from '../templates/index.ts';
import type * as Contract from './copydesk.d.ts';
import { articleOf, giveArticle, houseOf } from './given.ts';

export const parseArticle: typeof Contract.parseArticle = (text) => giveArticle(parsed(text));

/** What is not said is not known. */
const known = (facts: Contract.Facts = {}): Facts => ({ files: new Map(), now: Date.now(), ...facts });

export const review: typeof Contract.review = (article, house, facts, { locale = 'en' } = {}) => {
  const own = articleOf(article);
  const { findings, characters, mistakes } = judged(own, houseOf(house), known(facts));
  return {
    findings: findings.map((finding) => reportFinding(finding, own.lines, locale)),
    characters,
    mistakes,
    errorRate: errorRate(mistakes, characters),
  };
};

export const fix: typeof Contract.fix = (text, house, facts, { only, locale = 'en' } = {}) => {
  const fixed = fixAll(text, houseOf(house), known(facts), only === undefined ? {} : { only: new Set(only) });
  const lines = lineStarts(fixed.text);
  return { ...fixed, findings: fixed.findings.map((finding) => reportFinding(finding, lines, locale)) };
};

export const renderPage: typeof Contract.renderPage = (article, house, options = {}) => {
  const { locale = 'en', image = (src: string) => src, site } = options;
  const own = articleOf(article);
  const forText = houseForText(own, houseOf(house));
  const page = drawn(own, forText, { locale, image, ...(site ? { site } : {}) });
  return {
    title: page.title,
    lang: page.lang,
    html: pageHtml(page),
    css: styleOf(page.theme),
    document: renderDocument(page, headTags(own, forText, image)),
  };
};

export const peopleOf: typeof Contract.peopleOf = (article, house) => {
  const own = articleOf(article);
  return readingOf(own, houseOf(house)).people.map(({ name, where, role, at }) => ({
    name,
    where,
    ...(role === undefined ? {} : { role }),
    range: { start: reportPlace(at.start, own.lines), end: reportPlace(at.end, own.lines) },
  }));
};

export const newArticle: typeof Contract.newArticle = (house, template, { now = Date.now(), ...values } = {}) => {
  const { text, path } = begun(houseOf(house), template, { ...values, now });
  return { text, path };
};
