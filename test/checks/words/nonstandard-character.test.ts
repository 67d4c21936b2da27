import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Facts } from '../../../src/checks/check.ts';
import { nonstandardCharacter } from '../../../src/checks/nonstandard-character.ts';
import type { Lexicon } from '../../../src/checks/words/lexicon.ts';
import { fixAll } from '../../../src/engine/fix.ts';
import { judge } from '../../../src/engine/review.ts';
import type { House } from '../../../src/house/house.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { standardCharacters } from './characters.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house: House = { ...shippedHouse('china-report'), checks: {} };
const lexicon: Lexicon = JSON.parse(readFileSync('src/checks/words/lexicon.json', 'utf8'));
const pairs = (text: string): readonly string[] => text.match(/../g) ?? [];

const found = (text: string, more: Partial<House> = {}): readonly string[] =>
  judge(parseArticle(text), { ...house, ...more }, facts, undefined, [nonstandardCharacter]).findings.map(
    ({ at, severity }) => `${text.slice(at.start, at.end)} ${severity}`,
  );

const mended = (text: string): string => fixAll(text, house, facts, { rules: [nonstandardCharacter] }).text;

describe('nonstandard-character', () => {
  it('says nothing of the 8,105 characters of the national table', () => {
    const all = [...standardCharacters()];
    assert.equal(all.length, 8105);
    assert.deepEqual(found(all.map((character) => `海${character}州`).join('，')), []);
  });

  it('finds each character that has another for it, and mends it', () => {
    const some = pairs(lexicon.simpler);
    assert.ok(some.length > 2500);
    const write = (at: 0 | 1): string => some.map((pair) => `海州的渡口那边有${pair[at]}，大家都看见了。`).join('\n\n');
    assert.equal(mended(write(0)), write(1));
    assert.equal(found(write(0)).length, some.length);
    const perhaps = pairs(lexicon.perhaps).map(([character]) => `海州的渡口那边有${character}，大家都看见了。`);
    assert.equal(found(perhaps.join('\n\n')).length, perhaps.length);
  });

  it('finds radicals and compatibility forms wherever they stand, titles and quotations included', () => {
    assert.deepEqual(found('⼈⺠《⻓江》“\uf9d8”，\u2f00、\ufa0c'), [
      '⼈ error',
      '⺠ error',
      '⻓ error',
      '\uf9d8 error',
      '⼀ error',
      '\ufa0c error',
    ]);
    assert.equal(mended('⼈⺠《⻓江》“\uf9d8”，⼀下'), '人民《长江》“律”，一下');
    assert.deepEqual(found('海州的\ue123字'), ['\ue123 error']);
  });

  it('leaves names, titles, quotations, Traditional passages and Traditional houses as they are', () => {
    assert.deepEqual(found('中国报道讯（记者 张濬）张濬到河湾镇，張某也来了。'), ['張 warning']);
    assert.deepEqual(found('《後漢书》和“這里”，還有路。'), ['還 warning']);
    assert.deepEqual(found('河灣鎮的渡口還在，陸曉晴說這裡的橋要拆了。'), []);
    assert.deepEqual(found('他說路通了', { language: 'zh-Hant' }), []);
    assert.deepEqual(found('渋谷の駅で会いました'), []);
  });

  it('shows what no table has where the house asks for it', () => {
    const text = '海州的㐂字店，冇人。';
    assert.deepEqual(found(text), []);
    const checks = { 'nonstandard-character': { options: { rare: true, accept: ['㐂'] } } };
    assert.deepEqual(found(text, { checks }), ['冇 info']);
  });
});
