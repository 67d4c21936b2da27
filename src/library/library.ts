import { version as ownVersion } from '../../package.json';
import { rules, titleOf } from '../checks/index.ts';
import { pageFor } from '../checks/page.ts';
import { pageText } from '../checks/pages.ts';
import { inLocale } from '../model/finding.ts';
import { fix, newArticle, parseArticle, peopleOf, renderPage, review } from './articles.ts';
import type * as Contract from './copydesk.d.ts';
import { houses, resolveHouse } from './houses.ts';
import { openNewsroom } from './newsroom.ts';

// What other programs import from `copydesk`. `copydesk.d.ts` is its contract, which is what they are given as types.

const version: string = ownVersion;

const checks: typeof Contract.checks = (locale = 'en') =>
  rules.map(({ id, title, summary, severity, source }) => ({
    id,
    title: inLocale(title, locale),
    summary: inLocale(summary, locale),
    severity,
    ...(source === undefined ? {} : { source }),
  }));

const explain: typeof Contract.explain = async (check, locale = 'en') => {
  const text = await pageText(check);
  return text === undefined ? undefined : pageFor(text, titleOf(check, locale), locale);
};

export {
  checks,
  explain,
  fix,
  houses,
  newArticle,
  openNewsroom,
  parseArticle,
  peopleOf,
  renderPage,
  resolveHouse,
  review,
  version,
};
