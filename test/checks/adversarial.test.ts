import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { prepare } from '../../src/engine/prepare.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { addressesIn } from '../../src/model/addresses.ts';
import type { Article, Passage } from '../../src/model/article.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { type Prose, proseOf } from '../../src/model/prose.ts';
import { readingOf } from '../../src/reading/reading.ts';
import { assertGrowsEvenly } from '../work.ts';

/** What regular expressions and stacks choke on when it comes by the thousand. */
const units = [
  'a',
  '1',
  '中',
  ' ',
  '\n',
  '"',
  "'",
  "'中",
  '"中',
  '“',
  '”',
  '“”',
  '‘',
  '（',
  '）',
  '(',
  ')',
  '(中',
  '中)',
  '(中)',
  '《',
  '》',
  '，',
  '，，',
  '。',
  '。”',
  '。”。',
  '！”。',
  '：“',
  '：“好！”。',
  '！',
  '？',
  '！？',
  '、，',
  '.',
  '..',
  '...中',
  '…',
  '……',
  '……等',
  '·',
  '·中',
  '-',
  '--',
  '-- ',
  ' --',
  '中--',
  '—',
  '——',
  '———',
  '1--1',
  '1--1年',
  '－',
  ':',
  ':)',
  ':a',
  ':a:',
  '中:',
  '中,',
  ',',
  ', ',
  '?',
  '中?中',
  '?a=',
  '•',
  '中•',
  '中•中',
  '．',
  '克．克',
  '卡尔?温德',
  '@',
  'a@',
  'a@a.',
  'www.',
  'http://',
  '://',
  'http://a 中,',
  'the the ',
  'the ',
  'a a',
  '的的',
  '中的的',
  '了了',
  '1）',
  '(0,1]',
  '[0,1',
  '\uFFFC',
  '\u{20000}',
  '\u{20000},',
  '中(终稿).docx',
  '5"',
  '30°15\'20"',
  '\\',
  '\ud840',
  '1～',
  '1～2',
  '24年',
  '约1',
  '约一',
  '约1万',
  '近一百',
  '1万',
  '1千',
  '5百',
  '一、',
  '（一）',
  '①',
  '“中”、',
  '《中》、',
  '一是',
  '第一，',
  '年1月',
  '1.1.',
  '2024.',
  '1%',
  '从1%',
  '“ a” ',
  'the teh "',
  'is 5" ',
  '水,[J].',
  '£1m ',
  '10-20 ',
  'at 9.5pm ',
  '中 ',
  '： ',
  'a，',
];

/** UTF-16 units; twice as many must not take much more than twice the time. */
const SIZE = 30_000;

const facts: Facts = { files: new Map(), now: 0 };

describe('checks of copy on hostile text', () => {
  const own = checks.filter(({ id }) =>
    /punctuation|quotes|marks?$|interpunct|ellipsis|dash|repeated-word|range|year|approximation|numer|numbering|percent|space|spacing|characters/.test(
      id,
    ),
  );
  const settings = Object.fromEntries(checks.map(({ id }) => [id, {}]));
  const active = prepare({ ...shippedHouse('china-report'), checks: settings }, checks);

  for (const check of own) {
    it(`${check.id} takes time that grows with the text, not with its square`, () => {
      for (const unit of units) {
        // Mixed with Chinese, so that checks of Chinese do not turn away at once.
        for (const text of [unit, `中${unit}`, `${unit}中`]) {
          assertGrowsEvenly(check.id, text, SIZE, (whole) => {
            const prose = plain(whole);
            const passage: Passage = {
              kind: 'paragraph',
              prose,
              block: { start: 0, end: whole.length },
              level: 0,
              token: 0,
            };
            const running = [...active.passage, ...active.article].find(({ rule }) => rule === check);
            const context = running?.context ?? { house: active.house, options: {} };
            const article = articleOf(passage);
            const reading = readingOf(article, active.house);
            const drafts =
              check.scope === 'passage'
                ? check.run(passage, context)
                : check.run(article, { ...context, facts, reading });
            for (const draft of drafts) assert.ok(draft.at.end <= whole.length);
          });
        }
      }
    }).timeout(120_000);
  }

  it('addresses are found in time that grows with the text', () => {
    for (const unit of units) assert.ok(addressesIn(unit.repeat(SIZE)).length <= SIZE);
  }).timeout(60_000);
});

const empty = parseArticle('');

function articleOf(passage: Passage): Article {
  return { ...empty, passages: [passage] };
}

/** Prose that stands in the source as it is, so that only the check is measured. */
function plain(text: string): Prose {
  const runs = [{ from: 0, to: text.length, start: 0, end: text.length, kind: 'verbatim' as const }];
  return proseOf(text, text, runs, { locate: (offset) => offset, write: (written) => written });
}
