import assert from 'node:assert/strict';
import { newsArticle } from '../../src/handover/json-ld.ts';
import { ninjs } from '../../src/handover/ninjs.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { boundOf } from '../../src/reading/embargo.ts';
import { readingOf } from '../../src/reading/reading.ts';

const house = shippedHouse('china-report');
const article = (lines: string) => parseArticle(`---\ntitle: 水渠通水\n${lines}\n---\n\n正文。\n`);

describe('embargo and expiry', () => {
  for (const [line, moment, iso] of [
    ['embargo: 2026-06-01 08:00', '2026-06-01T00:00:00Z', '2026-06-01T08:00:00+08:00'],
    ['解禁时间: 2026-06-01T08:00:00+09:00', '2026-05-31T23:00:00Z', '2026-06-01T07:00:00+08:00'],
    ['embargo: 2026-06-01', '2026-05-31T16:00:00Z', '2026-06-01T00:00:00+08:00'],
    ['embargo: 2026年6月1日8时', '2026-06-01T00:00:00Z', '2026-06-01T08:00:00+08:00'],
  ] as const)
    it(`reads ${line}`, () => {
      const bound = boundOf(readingOf(article(line), house), 'embargo');
      assert.deepEqual([bound?.moment, bound?.iso], [Date.parse(moment), iso]);
    });

  it('what expires on a day stands until the day is over', () => {
    const bound = boundOf(readingOf(article('expires: 2026-06-01'), house), 'expires');
    assert.equal(bound?.moment, Date.parse('2026-06-01T16:00:00Z'));
  });

  it('nothing that is no date is an embargo', () => {
    for (const line of ['embargo: 明天', 'embargo:', 'embargo: [2026-06-01]', 'x: 1', 'embargo: "2026'])
      assert.equal(boundOf(readingOf(article(line), house), 'embargo'), undefined, line);
  });

  it('is handed on as the standards say it', () => {
    const lines = 'embargo: 2026-06-01 08:00\nexpires: 2026-07-01 08:00';
    const item = ninjs(article(lines), house, { picture: () => undefined });
    assert.deepEqual([item.embargoed, item.expires], ['2026-06-01T08:00:00+08:00', '2026-07-01T08:00:00+08:00']);
    assert.equal(newsArticle(article(lines), house, () => undefined).expires, '2026-07-01T08:00:00+08:00');
    assert.ok(!('embargoed' in ninjs(article('stage: draft'), house, { picture: () => undefined })));
  });
});
