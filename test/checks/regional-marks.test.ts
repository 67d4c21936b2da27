import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { judge } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 10, 29) };

function houseOf(language: string) {
  const { house } = resolveHouse(
    { text: `extends: none\nname: Paper\nlanguage: ${language}\nbyline: {required: false}\n` },
    checks,
  );
  assert.ok(house);
  return house;
}

const said = (text: string, language: string): readonly string[] =>
  judge(parseArticle(`${text}\n`), houseOf(language), facts)
    .findings.filter(({ check }) => check !== 'missing-front-matter')
    .map(({ check }) => check);

describe('marks that the standard of the mainland alone decides', () => {
  const texts = [
    '耆老伊婉．貝林（Iwan）坐在火塘邊，身旁是孫子瓦旦．吉洛和夏曼‧藍波安。',
    '專欄・隔岸：一個人的大澳，潮退了，棚屋的腳露了出來。',
    '繁忙時段為上午7:30–10:15，體重1.4–1.9公斤，跌約7%–8%。',
    '預計2025–26年度錄得29億元盈餘，財政儲備充足。',
  ];

  it('are left alone in Taiwan and Hong Kong, by a bulk fix too', () => {
    for (const language of ['zh-Hant', 'zh-TW', 'zh-HK'])
      for (const text of texts) {
        assert.deepEqual(said(text, language), [], text);
        assert.equal(fixAll(`${text}\n`, houseOf(language), facts).text, `${text}\n`);
      }
  });

  it('hold in a house of the mainland', () => {
    assert.deepEqual(said('专栏・隔岸：一个人的大澳，潮退了，棚屋的脚露了出来。', 'zh-Hans'), ['wrong-interpunct']);
    assert.deepEqual(said('繁忙时段为上午7:30–10:15，体重1.4–1.9公斤。', 'zh-Hans'), ['wrong-dash', 'wrong-dash']);
    assert.deepEqual(said('预计2025–26年度录得29亿元盈余，财政储备充足。', 'zh-Hans'), ['short-year']);
  });

  it('do not hold what is wrong anywhere', () => {
    assert.deepEqual(said('耆老伊婉•貝林坐在火塘邊，慢慢地說起從前的事。', 'zh-Hant'), ['wrong-interpunct']);
  });
});
