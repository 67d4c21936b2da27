import assert from 'node:assert/strict';
import { quickened } from '../../src/checks/copy/quickened.ts';

describe('checks/copy/quickened', () => {
  it('says first what a match begins with', () => {
    for (const [pattern, first] of [
      [/(?<=获[^，]{0,10})《[^《》]{1,20}奖》/g, '《'],
      [/(?<=甲(?:乙|丙)?)(?<![(\])])(?:[一二]年|\d{1,2}月)/g, '一二\\d'],
      [/(?<=甲)(?:十(?:一|二)|(?<n>第)三)/g, '十第'],
      [/(?<=甲)\.\d/g, '\\.'],
    ] as const) {
      assert.equal(quickened(pattern).source, `(?=[${first}])(?:${pattern.source})`);
      assert.equal(quickened(pattern).flags, pattern.flags);
    }
  });

  it('leaves a pattern alone of which the first character cannot be told, or that begins with one', () => {
    for (const pattern of [
      /《[^》]{1,20}》/g,
      /(?<=甲)乙?丙/g,
      /(?<=甲)乙*丙/g,
      /(?<=甲)乙{0,3}丙/g,
      /(?<=甲)(?:乙)?丙/g,
      /(?<=甲)(?:乙|丙?)丁/g,
      /(?<=甲)[^乙]丙/g,
      /(?<=甲)\p{Script=Han}/gu,
      /(?<=甲)[\p{L}乙]/gu,
      /(?<=甲)(?:乙|)丙/g,
      /(?<=甲)a/gi,
      /(?<=甲)./g,
      /(?<=甲)$/g,
    ])
      assert.equal(quickened(pattern), pattern, pattern.source);
  });

  it('finds the same', () => {
    const text = '他荣获《长渠奖》，又获《志》；一二年，十二月，3.5、.5，第三。甲乙丙丁一年12月';
    for (const pattern of [
      /(?<=获)《[^《》]{1,20}奖》/g,
      /(?<![，十])(?:[一二]{1,2}年|\d{1,2}月)/g,
      /(?<=[、。](?:甲乙)?)(?:丙|\.\d|甲(?=乙))/g,
    ]) {
      const found = (one: RegExp) => [...text.matchAll(one)].map((match) => [match.index, ...match]);
      assert.deepEqual(found(quickened(pattern)), found(pattern));
      assert.ok(found(pattern).length > 0, pattern.source);
    }
  });
});
