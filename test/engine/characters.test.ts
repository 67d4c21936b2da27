import assert from 'node:assert/strict';
import { countCharacters } from '../../src/engine/characters.ts';

describe('characters as word processors count them', () => {
  it('are one for each of Chinese and each full-width mark, and one for a word or a number', () => {
    const samples: Readonly<Record<string, number>> = {
      '': 0,
      河湾镇: 3,
      '河湾镇通水了，好。': 9,
      canal: 1,
      'The canal opened.': 3,
      '用VS Code写稿': 5,
      '2024年6月': 4,
      '增长12.5%': 3,
      "it's": 1,
      '河\u3000湾 镇\n': 3,
      '\ufeff河\ufffc湾': 2,
      𠮷野家: 3,
      '“好”': 3,
    };
    for (const [text, count] of Object.entries(samples)) assert.equal(countCharacters(text), count, text);
  });
});
