import assert from 'node:assert/strict';
import { rules } from '../../src/checks/index.ts';
import { errorRate, hasErrorRate } from '../../src/engine/error-rate.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const mistakesOf = (body: string, settings = '', title = '河湾镇修好了渠'): number => {
  const file = { text: `extends: plain\n${settings}`, name: 'copydesk.yml' };
  const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 5, 1) };
  return review(parseArticle(`---\ntitle: ${title}\n---\n\n${body}\n`), resolveHouse(file, rules).salvaged, facts)
    .mistakes;
};

describe('the error rate', () => {
  it('counts a wrong word once and a wrong mark a tenth', () => {
    assert.equal(mistakesOf('水渠修好了。'), 0);
    assert.equal(mistakesOf('水渠修好了,大家很高兴。'), 0.1);
    assert.equal(mistakesOf('The water of the the canal was clean.'), 1);
    assert.equal(mistakesOf('The water of the the canal was clean.\n\n水渠修好了,大家很高兴。'), 1.1);
  });

  it('counts twice in a headline', () => {
    assert.equal(mistakesOf('水渠修好了。', '', 'The the canal'), 2);
    assert.equal(mistakesOf('# The the canal', '', '""'), 2);
    assert.equal(mistakesOf('## The the canal'), 1);
  });

  it('counts the same mistake three times and no more', () => {
    assert.equal(mistakesOf(Array(9).fill('The water of the the canal was clean.').join('\n\n')), 3);
    // What is told once because there is so much of it counts as if told each time.
    assert.equal(mistakesOf(Array(30).fill('The water of the the canal was clean.').join('\n\n')), 3);
  });

  it('weighs as the house says', () => {
    assert.equal(mistakesOf('The water of the the canal was clean.', 'error-rate: {word: 0.5}\n'), 0.5);
    assert.equal(mistakesOf('水渠修好了。', 'error-rate: {headline: 3}\n', 'The the canal'), 3);
    assert.equal(
      mistakesOf(
        Array(9).fill('The water of the the canal was clean.').join('\n\n'),
        'error-rate: {most-repeats: 5}\n',
      ),
      5,
    );
  });

  it('counts no questions, nothing that was allowed, nothing that a check says is off', () => {
    assert.equal(mistakesOf('The water of the the canal was clean.', 'checks: {repeated-word: info}\n'), 0);
    assert.equal(mistakesOf('The water of the the canal was clean.', 'checks: {repeated-word: off}\n'), 0);
    assert.equal(mistakesOf('<!-- allow repeated-word: 原文如此 -->\n\nThe water of the the canal was clean.'), 0);
  });

  it('is told in 10,000 characters', () => {
    assert.deepEqual(
      [errorRate(1, 10_000), errorRate(0.1, 1_000), errorRate(3, 2_000), errorRate(1, 0)],
      [1, 1, 15, 0],
    );
  });

  it('is no rate of a text that is too short for one', () => {
    assert.deepEqual([0, 30, 999, 1000].map(hasErrorRate), [false, false, false, true]);
  });
});
