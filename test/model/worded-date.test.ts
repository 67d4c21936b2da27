import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { isNoDate, momentOf, readDate } from '../../src/model/written-date.ts';

/** With the offset that they have, or as if they were in UTC. */
const momentIn = (text: string) => {
  const read = readDate(text);
  return isNoDate(read) ? read.fault : new Date(momentOf(read, 'UTC')).toISOString().replace(':00.000Z', '');
};

const articleOf = (date: string) => `---\ntitle: 新渠通水\ndate: ${date}\n---\n\n河湾镇的新水渠通水了。\n`;

function houseWith(form: string) {
  const { house } = resolveHouse(
    {
      text: `extends: none\nlanguage: zh-Hans\ntime-zone: Asia/Shanghai\nfields:\n  title: {type: text, role: title}\n  date: {type: datetime, role: published${form}}\nbyline: {required: false}\n`,
    },
    checks,
  );
  assert.ok(house);
  return house;
}

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };
const said = (date: string, form = '') =>
  review(parseArticle(articleOf(date)), houseWith(form), facts).findings.filter(({ check }) => check === 'bad-date');

describe('dates that name their month', () => {
  for (const [text, moment] of [
    ['June 1, 2024', '2024-06-01T00:00'],
    ['Jun. 1 2024', '2024-06-01T00:00'],
    ['1 June 2024', '2024-06-01T00:00'],
    ['01-Jun-2024', '2024-06-01T00:00'],
    ['1st June 2024', '2024-06-01T00:00'],
    ['Saturday, June 1st, 2024 at 9:00 PM', '2024-06-01T21:00'],
    ['June 1, 2024 12:05 a.m.', '2024-06-01T00:05'],
    ['Sat, 01 Jun 2024 09:00:00 +0800', '2024-06-01T01:00'],
    ['Sat, 01 Jun 2024 09:00:00 GMT', '2024-06-01T09:00'],
    ['01 Jun 24 09:00 -0530', '2024-06-01T14:30'],
    ['Sat Jun  1 09:00:00 2024', '2024-06-01T09:00'],
    ['Sat Jun 01 09:00:00 +0800 2024', '2024-06-01T01:00'],
    ['Sat Jun 01 2024 09:00:00 GMT+0800 (China Standard Time)', '2024-06-01T01:00'],
    ['Sat Jun 1 09:00:00 CST 2024', '2024-06-01T09:00'],
  ] as const)
    it(text, () => {
      assert.equal(momentIn(text), moment);
      assert.deepEqual(said(text), []);
    });

  it('are none that no calendar has, and no other words', () => {
    assert.equal(momentIn('February 30, 2024'), 'no-such-day');
    assert.equal(momentIn('June 1, 2024 25:00'), 'no-such-time');
    for (const text of ['June 2024', 'May Field, 2024', 'Jun 1', 'Marchioness 1, 2024', 'June 1, 20244', '1 Juni 2024'])
      assert.equal(momentIn(text), 'unreadable', text);
    assert.equal(said('June 31, 2024').length, 1);
  });

  it('are asked for in the form of the house, and rewritten where they say their offset', () => {
    const form = ", form: '2024-06-01 10:53:16 +0800'";
    assert.equal(said('June 1, 2024 9:00 AM', form).length, 1);
    const kept = articleOf('June 1, 2024 9:00 AM');
    assert.equal(fixAll(kept, houseWith(form), facts).text, kept);
    const mail = fixAll(articleOf('Sat, 01 Jun 2024 09:00:00 +0800'), houseWith(form), facts).text;
    assert.match(mail, /^date: 2024-06-01 09:00:00 \+0800$/m);
    assert.equal(said('June 1, 2024', form)[0]?.fixes?.length ?? 0, 0);
  });
});
