import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { didYouMean } from '../../src/model/did-you-mean.ts';
import { soundAlike, typedAs } from '../../src/model/pinyin.ts';

const file = 'src/model/pinyin.json';

/** Every reading of the 6763 characters of GB 2312, by syllable without tone, the usual reading of each first. */
function syllables(): Readonly<Record<string, string>> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, string>();
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
      for (const syllable of new Set(readings)) {
        if (/^[a-z]+$/.test(syllable)) found.set(syllable, (found.get(syllable) ?? '') + character);
      }
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('pinyin', () => {
  it('stands in pinyin.json as pinyin-pro has it', () => {
    const wanted = `${JSON.stringify(syllables(), null, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(file, wanted);
    assert.equal(readFileSync(file, 'utf8'), wanted, 'run UPDATE=1 npm test to rewrite it');
  });

  it('knows words that sound alike', () => {
    assert.ok(soundAlike('香村', '乡村', true));
    assert.ok(soundAlike('时证要文', '时政要闻', true));
    assert.ok(!soundAlike('深态', '生态', true));
    assert.ok(soundAlike('深态', '生态', false));
    assert.ok(!soundAlike('乡村', '乡村', true));
    assert.ok(!soundAlike('教育', '健康', false));
    assert.ok(!soundAlike('乡', '乡村', false));
    assert.ok(!soundAlike('ab', 'cd', true));
  });

  it('corrects a column by its sound where the letters are all wrong', () => {
    const columns = ['时政要闻', '乡村', '经济', '生态', '健康'];
    assert.equal(didYouMean('香存', columns), '乡村');
    assert.equal(didYouMean('景机', columns), '经济');
    assert.equal(didYouMean('师正药文', columns), '时政要闻');
    assert.equal(didYouMean('体育', columns), undefined);
  });

  it('tells what somebody may type for a word', () => {
    assert.deepEqual(typedAs('乡村'), ['xiangcun', 'xc']);
    assert.deepEqual(typedAs('world'), []);
    assert.deepEqual(typedAs(''), []);
  });
});
