import assert from 'node:assert/strict';
import { countCharacters, isCountedInWords } from '../../src/engine/characters.ts';
import { parseArticle } from '../../src/model/parse.ts';

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

  it('are words where an article is written in letters, whatever names it quotes', () => {
    const inWords = (body: string): boolean => isCountedInWords(parseArticle(`---\ntitle: 标题\n---\n\n${body}\n`));
    assert.equal(inWords('The canal at Hewan opened on Monday, the county said.'), true);
    assert.equal(
      inWords('The canal at Hewan (河湾) opened on Monday, the county’s 清泉日报 said in its morning edition.'),
      true,
    );
    assert.equal(inWords('河湾镇的水渠周一通水。'), false);
    assert.equal(inWords('用 VS Code 写稿，用 GitHub Actions 检查。'), false);
    assert.equal(inWords('ひらがなと漢字で書く。'), false);
    assert.equal(inWords('𠮷野'), false);
    assert.equal(inWords(''), false);
  });
});
