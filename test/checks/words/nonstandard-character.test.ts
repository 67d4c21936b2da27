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
const pairs = (text: string): readonly string[] => text.match(/../gu) ?? [];

const found = (text: string, more: Partial<House> = {}): readonly string[] =>
  judge(parseArticle(text), { ...house, ...more }, facts, undefined, [nonstandardCharacter]).findings.map(
    ({ at, severity }) => `${text.slice(at.start, at.end)} ${severity}`,
  );

const mended = (text: string): string => fixAll(text, house, facts, { rules: [nonstandardCharacter] }).text;

describe('nonstandard-character', () => {
  it('says nothing of the 8,105 characters of the national table', () => {
    const all = [...standardCharacters()];
    assert.equal(all.length, 8105);
    const text = all.map((character) => `海${character}州`).join('，');
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text, { checks: { 'nonstandard-character': { options: { rare: true } } } }), []);
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
    // Too short to have many of them, and nothing in it is Simplified.
    for (const short of ['水渠通水，鄉親「都來」', '東京国立博物館', '河灣鎮', '- 渡口還在，不說', '目次與後記'])
      assert.deepEqual(found(short), [], short);
    assert.deepEqual(found('河湾镇的鄉親都来'), ['鄉 warning', '親 warning']);
    assert.deepEqual(found('- 一棵柳樹'), ['樹 warning']);
  });

  it('reads characters beyond U+FFFF whole: compatibility forms are mended, variants that stand in names are a hint', () => {
    assert.deepEqual(found('海州的\u{2f82f}面，\u{2f81a}天很冷；\u{2f803}'), [
      '\u{2f82f} error',
      '\u{2f81a} error',
      '\u{2f803} error',
    ]);
    assert.equal(mended('海州的\u{2f82f}面，\u{2f81a}天很冷；\u{2f803}'), '海州的即面，冬天很冷；\u{20122}');
    assert.deepEqual(found('海州的𠮷店和𠮟声，鏏也在。'), ['𠮷 info', '𠮟 info', '鏏 info']);
    assert.equal(mended('海州的𠮷店和𠮟声，鏏也在。'), '海州的𠮷店和𠮟声，鏏也在。');
    assert.deepEqual(found('中国报道讯（记者 周𠮷）周𠮷到河湾镇，“𠮷”和《𠮷》都在。'), []);
    assert.deepEqual(found('海州的\u{f1234}字，\ud840和\udc00字，好😀𝒙。'), ['\u{f1234} error']);
    const [first] = judge(parseArticle('海州的𠮷店'), house, facts, undefined, [nonstandardCharacter]).findings;
    assert.match(first?.message.en ?? '', /`𠮷` is `吉`/);
    const checks = { 'nonstandard-character': { options: { rare: true, accept: ['𪚥'] } } };
    assert.deepEqual(found('海州的𠔻店和𪚥店，𬱖𫓧𫠜。', { checks }), ['𠔻 info']);
  });

  it('says which character it is, in a compatibility form of the words of others as well', () => {
    assert.equal(mended('海州的\uf91d杆，他说“\uf91d杆”，\u{2f869}。'), '海州的栏杆，他说“欄杆”，娆。');
    const finding = judge(parseArticle('海州的\u{2f81a}天'), house, facts, undefined, [nonstandardCharacter])
      .findings[0];
    assert.match(finding?.message.en ?? '', /U\+2F81A/);
  });

  it('mends words and figures in letters of mathematics, and leaves what may be a variable', () => {
    assert.deepEqual(found('海州的𝐂𝐨𝐩𝐲店开了𝟐𝟎年，𝓗ℯ𝓁𝓁ℴ，𝙽𝚎𝚠𝚜 𝗱𝗲𝘀𝗸。'), [
      '𝐂𝐨𝐩𝐲 error',
      '𝟐𝟎 error',
      '𝓗ℯ𝓁𝓁ℴ error',
      '𝙽𝚎𝚠𝚜 error',
      '𝗱𝗲𝘀𝗸 error',
    ]);
    assert.equal(mended('海州的𝐂𝐨𝐩𝐲店开了𝟐𝟎年，𝓗ℯ𝓁𝓁ℴ。'), '海州的Copy店开了20年，Hello。');
    assert.deepEqual(found('海州的𝐀字店，矩阵𝐀𝐁𝐂有𝟑行。'), ['𝐀 info', '𝐀𝐁𝐂 info', '𝟑 info']);
    assert.equal(mended('海州的𝐀字店，矩阵𝐀𝐁𝐂有𝟑行。'), '海州的𝐀字店，矩阵𝐀𝐁𝐂有𝟑行。');
    for (const text of [
      '三角形𝐴𝐵𝐶的边长是𝑎，斜边是ℎ和ℝ。',
      '他的网名是“𝓛𝓾𝓬𝓴𝔂”，歌叫《𝐍𝐢𝐠𝐡𝐭》',
      'The 𝐂𝐨𝐩𝐲 desk',
      '式子`𝐂𝐨𝐩𝐲`和$𝐀𝐁$',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('shows what no table has where the house asks for it', () => {
    const text = '海州的㐂字店，冇人。';
    assert.deepEqual(found(text), []);
    const checks = { 'nonstandard-character': { options: { rare: true, accept: ['㐂'] } } };
    assert.deepEqual(found(text, { checks }), ['冇 info']);
  });
});
