import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { fixAll, fixEdits } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

function houseOf(zone: string | undefined, form?: string): House {
  const field = `{type: datetime, role: published${form === undefined ? '' : `, form: "${form}"`}}`;
  const text = `extends: none\n${zone === undefined ? '' : `time-zone: ${zone}\n`}fields: {date: ${field}}\n`;
  const { house, faults } = resolveHouse({ text }, checks);
  assert.deepEqual(faults, []);
  assert.ok(house);
  return house;
}

/** What `bad-date` says of a date: nothing, or the message's near and what its fix makes of it; `!` one at a time. */
function told(date: string, house: House): string {
  const article = parseArticle(`---\ndate: ${date}\n---\n`);
  const found = review(article, house, facts).findings.filter(({ check }) => check === 'bad-date');
  return found
    .map((finding) => {
      const [fix] = finding.fixes;
      if (!fix) return finding.message.en;
      const text = applyEdits(article.text, fixEdits(finding, fix) ?? []);
      return `${fix.safe ? '' : '!'}${text.slice(10, -5)}`;
    })
    .join(' | ');
}

describe('the moment of a date', () => {
  const offsets = [
    '2018-07-25T12:12:34.000Z',
    '2018-07-25T12:12:34Z',
    '2019-10-15T16:58:27+08:00',
    "'2019-10-15T16:58:27-05:00'",
    '2016-03-01 23:06:08 +0800',
    '2016-03-01 23:06:08 +08:00',
    '"2016-03-01 3:06:08 -0400"',
    '2016-03-01 23:06:08 -5',
    '2016-03-01T23:06+08:00',
    '2001-12-14t21:59:43.10-05:00',
    '2016-03-01 23:06:08 UTC',
  ];
  for (const zone of [undefined, 'UTC', 'Asia/Shanghai', 'America/New_York']) {
    it(`is left alone by Fix All in a house of ${zone ?? 'no time zone'}`, () => {
      const house = houseOf(zone);
      for (const date of offsets) {
        const text = `---\ndate: ${date}\n---\n\nText.\n`;
        assert.equal(fixAll(text, house, facts).text, text);
        assert.equal(told(date, house), '', date);
      }
    });
  }

  it('is kept where signs and blanks are put right', () => {
    const house = houseOf('Asia/Shanghai');
    assert.equal(told('2016/3/1 8:05 +0800', house), '2016-03-01 08:05 +0800');
    assert.equal(told('2016.3.1 8:05:00Z', house), '2016-03-01 08:05:00Z');
    assert.equal(told('２０１６-03-01T08:05:00+08:00', house), '2016-03-01T08:05:00+08:00');
    assert.equal(told('2024年6月1日8时5分', house), '2024-06-01 08:05');
    assert.equal(told('2024/6/1 8:05', house), '2024-06-01 08:05');
    assert.equal(told('2024-06-01T08:05:00', house), '');
  });

  it('is written in the form of the house', () => {
    const iso = houseOf('Asia/Shanghai', '2024-06-01T10:53:16+08:00');
    assert.equal(told('2019-10-15 16:58:27 +0800', iso), '2019-10-15T16:58:27+08:00');
    assert.equal(told('2019-10-15 16:58:27 -0500', iso), '2019-10-15T16:58:27-05:00');
    assert.equal(told('2018-07-25T12:12:34.000Z', iso), '');
    assert.equal(told('2019-10-15 16:58:27', iso), '!2019-10-15T16:58:27+08:00');
    assert.equal(told('2019-10-15 16:58 +0800', iso), '!2019-10-15T16:58:00+08:00');
    assert.equal(told('2019-10-15', iso), '');
    const spaced = houseOf(undefined, '2024-06-01 10:53:16 +0800');
    assert.equal(told('2019-10-15T16:58:27+08:00', spaced), '2019-10-15 16:58:27 +0800');
    assert.match(told('2019-10-15 16:58:27', spaced), /^The time in .* has no offset/);
    const local = houseOf('Asia/Shanghai', '2024-06-01 10:53');
    assert.equal(told('2018-07-25T12:12:34Z', local), '!2018-07-25 20:12:34');
    assert.equal(told('2018-07-25T12:12:34', local), '2018-07-25 12:12:34');
    assert.match(told('2018-07-25T12:12:34Z', houseOf(undefined, '2024-06-01 10:53')), / has an offset: /);
    const utc = houseOf('Asia/Shanghai', '2024-06-01T02:53:16Z');
    assert.equal(told('2019-10-15T16:58:27+08:00', utc), '!2019-10-15T08:58:27Z');
    assert.equal(told('2019-10-15 16:58:27', utc), '!2019-10-15T08:58:27Z');
    assert.equal(told('2019-10-15 16:58:27 +00:00', utc), '2019-10-15T16:58:27Z');
  });

  it('is there once for days that no calendar has', () => {
    const house = houseOf('Asia/Shanghai');
    for (const date of ['2025-02-30', '2025-02-30T10:00:00+08:00', '2024-06-01 24:00', '2024-06-01T24:00:00Z'])
      assert.match(told(date, house), /^`[^|]* is not on the (?:calendar|clock): [^|]*$/, date);
  });
});
