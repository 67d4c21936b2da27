import assert from 'node:assert/strict';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { assertGrowsEvenly } from '../work.ts';

const house = shippedHouse('chinese');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2025, 9, 1) };
const of = (text: string) =>
  review(parseArticle(text), house, facts).findings.map(({ check, at }) => [check, at.start]);

const allow = '<!-- allow wrong-ellipsis: 原文如此 -->\n\n';
const dots = '他说...好的。\n\n';

describe('allowances', () => {
  it('hold for the next block alone, the first of several for it', () => {
    const text = `${dots}${allow}${allow}${dots}${dots}`;
    const found = of(text);
    assert.deepEqual(
      found.filter(([check]) => check === 'wrong-ellipsis').map(([, start]) => start),
      [text.indexOf('...'), text.lastIndexOf('...')],
    );
    assert.deepEqual(
      found.filter(([check]) => check === 'unused-allowance').map(([, start]) => start),
      [text.lastIndexOf(allow.trim())],
    );
  });

  it('take time that grows with their number', () => {
    assertGrowsEvenly('allowances in a row', allow, 100_000, of);
    assertGrowsEvenly('allowances that each allow something', allow + dots, 50_000, of);
  });
});
