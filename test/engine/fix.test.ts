import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { applyFixes, type Wanted } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import type { Article } from '../../src/model/article.ts';
import { parseArticle } from '../../src/model/parse.ts';

const house = shippedHouse('china-report');
const text = '---\ntitle: 柿子红了清泉镇\n---\n\n清泉镇•河口镇签约。\n\n第二段•还有。\n';

/** What the article's wrong interpuncts would have made of them, and of the characters around. */
function wanted(article: Article, by: string, before = 0, after = 0): Wanted[] {
  const { findings } = review(article, house, { files: new Map(), now: 0 }, undefined, checks);
  return findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    const [edit] = fix?.prose ?? [];
    if (finding.check !== 'wrong-interpunct' || !fix || !edit) return [];
    return [{ finding, fix: { ...fix, prose: [{ from: edit.from - before, to: edit.to + after, text: by }] } }];
  });
}

describe('fixes made together', () => {
  it('are all made', () => {
    const article = parseArticle(text);
    const { text: fixed, applied } = applyFixes(article, wanted(article, '·'));
    assert.equal(applied, 2);
    assert.equal(fixed, text.replaceAll('•', '·'));
  });

  it('are one of two where both want the same characters: the first in the text', () => {
    const article = parseArticle(text);
    const [first] = wanted(article, '·');
    const [second] = wanted(article, '间', 0, 1);
    assert.ok(first && second);
    for (const both of [
      [first, second],
      [second, first],
    ]) {
      const { applied, text: fixed } = applyFixes(article, both);
      assert.equal(applied, 1);
      assert.ok(fixed.includes('清泉镇·河口镇') || fixed.includes('清泉镇间口镇'), fixed);
    }
  });

  it('are taken back where the article would then read otherwise than they say, and the others stay', () => {
    const article = parseArticle(text);
    // A list, though it says that it is a dash.
    const [bad] = wanted(article, '- ', '清泉镇'.length);
    const [, good] = wanted(article, '·');
    assert.ok(bad && good);
    const { text: fixed, applied } = applyFixes(article, [bad, good]);
    assert.equal(applied, 1);
    assert.equal(fixed, text.replace('段•', '段·'));
  });
});
