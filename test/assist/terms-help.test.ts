import assert from 'node:assert/strict';
import { aboutTerm, completeTerms } from '../../src/assist/terms-help.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { readTerms } from '../../src/house/terms.ts';
import { parseArticle } from '../../src/model/parse.ts';

const { terms } = readTerms(
  "terms: [{use: 消费帮扶, not: 消费扶贫, from: 2021, why: {zh: 已改称, en: renamed}, see: 通知}, {use: GitHub, not: Github}, {use: '{n}厘米', not: '{n}公分'}]\n",
);
const house = { ...shippedHouse('plain'), terms };
const offered = (marked: string): readonly string[] => {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return completeTerms(parseArticle(text), house, offset).map(
    ({ label, range }) => `${text.slice(range.start, range.end)}→${label}`,
  );
};

describe('terms at the cursor', () => {
  it('are offered for what begins them, or what the house forbids, and for their pinyin', () => {
    assert.deepEqual(offered('今年的消费|'), ['消费→消费帮扶']);
    assert.deepEqual(offered('今年的消费扶|'), ['消费扶→消费帮扶']);
    assert.deepEqual(offered('今年的xiaofei|'), ['xiaofei→消费帮扶']);
    assert.deepEqual(offered('on gith|'), ['gith→GitHub']);
  });

  it('are not offered in front matter, for one character, for nothing, or where they stand', () => {
    for (const text of ['---\ntitle: 消费|\n---\n\n正文', '今年的消|', '|', '今年的消费帮扶|', '80公|'])
      assert.deepEqual(offered(text), [], text);
  });

  it('say why and since when', () => {
    const article = parseArticle('消费扶贫成效明显，新渠宽80公分。\n');
    const { findings } = review(article, house, { files: new Map(), now: Date.UTC(2026, 5, 1) });
    const [first, second] = findings.filter(({ check }) => check === 'house-term');
    assert.match(
      first ? (aboutTerm(first, house, article)?.zh ?? '') : '',
      /写 \*\*消费帮扶\*\*[\s\S]*已改称[\s\S]*通知[\s\S]*自 2021/,
    );
    assert.equal(second && aboutTerm(second, house, article), undefined);
  });
});
