import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../../src/checks/check.ts';
import { doubledCharacter } from '../../../src/checks/doubled-character.ts';
import { fixAll } from '../../../src/engine/fix.ts';
import { judge } from '../../../src/engine/review.ts';
import type { House } from '../../../src/house/house.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house: House = { ...shippedHouse('china-report'), checks: {} };

const found = (text: string): readonly string[] =>
  judge(parseArticle(text), house, facts, undefined, [doubledCharacter]).findings.map(({ at }) =>
    text.slice(at.start, at.end),
  );

describe('doubled-character', () => {
  const list = readFileSync('src/checks/words/doubled-words.txt', 'utf8').split(/\s+/).filter(Boolean);

  it('finds every word of its list twice in a row, and leaves one of it', () => {
    for (const [before, after] of [
      ['高远', '，'],
      ['湾', '渡口。'],
    ]) {
      const text = list.map((word) => `${before}${word}${word}${after}`).join('\n\n');
      const silent = list.filter((word) => found(`${before}${word}${word}${after}`)[0] !== word + word);
      assert.deepEqual(
        silent.filter((word) => before === '高远' && word !== '以'),
        [],
      );
      const once = list.map((word) => `${before}${silent.includes(word) ? word : ''}${word}${after}`).join('\n\n');
      assert.equal(fixAll(text, house, facts, { rules: [doubledCharacter] }).text, once);
    }
  });

  it('finds names and clauses', () => {
    assert.deepEqual(found('河湾镇河湾镇的路通了，陆晓晴说陆晓晴说今天通车。'), ['河湾镇河湾镇', '陆晓晴说陆晓晴说']);
  });

  it('says nothing of what Chinese doubles, of words that meet, and of what is said thrice', () => {
    for (const text of [
      '天天看看，了解了解，研究研究，商量商量，许多许多，非常非常，雪白雪白，一步步一步步，一个一个',
      '目的的确，打的的人，现在在场，存在在这里，以色列以外，原因因人而异，理由由他说，为了了解',
      '是是非非，和和气气，的的确确，哈哈哈哈哈哈，加油加油加油',
      '棉被被风吹走，方向向北，首都都市圈，土耳其其他城市，中国银行银行卡，海州大学大学生',
      '他说“是是，我们我们都去”，《河湾镇河湾镇》，`的的`，https://example.com/的的/a',
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(found('It was the the best.'), []);
  });
});
