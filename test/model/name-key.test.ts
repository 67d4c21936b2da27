import assert from 'node:assert/strict';
import { nameKey, sameNames } from '../../src/model/name-key.ts';

describe('whether two names are one', () => {
  it('does not ask in which characters, with which interpunct or how widely they are written', () => {
    const same = [
      ['陸曉晴', '陆晓晴'],
      ['周硯', '周砚'],
      ['高遠', '高远'],
      ['鍾靈', '钟灵'],
      ['陸　曉　晴', '陆晓晴'],
      ['古麗•買買提', '古丽·买买提'],
      ['Ann Field', 'ann field'],
      ['葉葉', '叶叶'],
    ] as const;
    for (const [one, other] of same) assert.equal(nameKey(one), nameKey(other), `${one} and ${other}`);
    assert.ok(sameNames(['高遠', '陆晓晴'], ['陸曉晴', '高远']));
  });

  it('tells two people from each other', () => {
    const apart = [
      ['陆晓晴', '陆小晴'],
      ['何竹', '贺竹'],
      ['高远', '高元'],
      ['高遠', '高原'],
    ] as const;
    for (const [one, other] of apart) assert.notEqual(nameKey(one), nameKey(other), `${one} and ${other}`);
  });

  it('keeps characters of planes beyond the first, halves of them too', () => {
    for (const name of ['𠮷田', '陆𣲗', '\ud842', '\ufdd0', '']) assert.equal(nameKey(name), name);
  });
});
