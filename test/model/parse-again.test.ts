import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review, reviewCache } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import type { Article } from '../../src/model/article.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { makeArticle } from '../bench/articles.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };

/** What an article says, every place of it as a number. */
function said(article: Article): unknown {
  const { text, lines, frontMatter, tokens, foreign, conflicts, invisible, broken, passages, allowances } = article;
  const place = (at: { readonly start: number; readonly end: number }) => [at.start, at.end];
  const { furniture, footnotes } = article;
  return JSON.parse(
    JSON.stringify({
      text,
      lines,
      frontMatter: frontMatter.entries.map(({ key, keyAt }) => [key, place(keyAt)]),
      tokens: tokens.map(({ type, map, content, level, children }) => [type, map, content, level, children?.length]),
      spans: [foreign, conflicts, invisible],
      broken: broken.map(({ fault, passage }) => [fault, passage.token]),
      passages: passages.map(({ kind, prose, block, level, token }) => {
        const { length } = prose.text;
        const places = [prose.at(0, length), prose.at(length >> 1, length), prose.at(length, length)].map(place);
        return [kind, prose.text, block, level, token, places];
      }),
      pictures: furniture.pictures.map(({ at, src, passage }) => [place(at), src, passage.token]),
      signed: furniture.bylines.map(({ position, passage, byline }) => [position, passage.token, byline]),
      ranges: furniture.ranges,
      footnotes,
      allowances,
    }),
  );
}

function findings(article: Article, cache = reviewCache()): unknown {
  const { findings, characters } = review(article, house, facts, cache);
  return [
    characters,
    findings.map(({ check, message, at, fixes }) => [check, message, at.start, at.end, fixes.length]),
  ];
}

/** An article with something of every kind around its paragraphs. */
const rich = [
  '---\ntitle: 河湾镇渡口通航\npublished: 2026-05-01\n---\n\n中国报道讯（记者 陆晓晴）5月1日，河湾镇渡口通航。\n\n',
  '第一段，镇上的人都来了。有人说：“路通了。”\n又一行，没有空行。\n\n## 小标题\n\n第二段…说好了。（高远摄）\n\n',
  '- 一项\n\n  项里的话\n\n第三段，共３项。\n\n> 引文\n\n![渡口](a.jpg)\n\n渡口一角。（周砚 摄）\n\n',
  '{% raw %}水渠{% endraw %}\n\n第四段，见[说明](b.md)和^[一条注]。\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n',
  '    　　缩进的一段话，也是正文，不是代码。\n\n第五段$a+b$，\u200b完。\n\n第六段就到这里。\n\n责任编辑：周砚\n',
].join('');

const typed = [
  ...['字', '。', '，', '“', '”', '（', '）', ' ', 'a', '1', '.', '\n', '\n\n', '\r\n', '*', '**', '_', '`', '~~~\n'],
  ...[
    '[',
    ']',
    '](x)',
    '![',
    '<',
    '>',
    '{{',
    '}}',
    '{%',
    '$',
    '\\',
    '|',
    '# ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '\t',
    '　　',
  ],
  ...[
    '===',
    '---',
    '^[注]',
    '[^1]',
    '[^1]: 注',
    '[a]: b.md',
    '%%',
    '&amp;',
    '\u200b',
    'ש',
    '\0',
    '\uE000',
    '::',
    '记者',
  ],
];

describe('model/parse-again', () => {
  it('reads what was typed as a first reading of the whole does', () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.constantFrom(0, 0, 0, 1, 3), text: fc.constantFrom(...typed, '') });
    fc.assert(
      fc.property(fc.constantFrom(rich, makeArticle(3000, 3)), fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const parsing = parseCache();
        const reviewing = reviewCache();
        let text = start;
        findings(parseArticle(text, parsing), reviewing);
        for (const { at, cut, text: inserted } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + inserted + text.slice(from + cut);
          const again = parseArticle(text, parsing);
          const first = parseArticle(text);
          assert.deepEqual(said(again), said(first));
          assert.deepEqual(findings(again, reviewing), findings(first));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('reads no more than the paragraphs in which a character was typed', () => {
    const text = makeArticle(30_000, 1);
    const parsing = parseCache();
    const before = parseArticle(text, parsing);
    const ends = [...text.matchAll(/。\n/g)].map(({ index }) => index);
    const [one = 0, other = 0] = [ends[4], ends.at(-4)];
    const after = parseArticle(`${text.slice(0, one)}字${text.slice(one, other)}词句${text.slice(other)}`, parsing);
    const kept = after.tokens.filter((token, index) => token === before.tokens[index]).length;
    assert.equal(after.tokens.length - kept, 6);
    assert.deepEqual(said(after), said(parseArticle(after.text)));
  });

  it('reads all where a character may change more than its paragraph', () => {
    for (const [was, now] of [
      ['甲乙\n\n丙$$\n\n丁$$', '甲乙\n\n丙$$\n\n丁x$$'],
      ['{{ 甲\n\n乙 }} 丙', '{{ 甲\n\n乙 }} 丙丁'],
      ['- 甲\n\n乙', '- 甲\n\n  乙'],
      ['甲\n\n乙\n\n丙', '甲\n\n乙\n===\n\n丙'],
      ['甲\n\n乙\n\n丙', '甲\n\n~~~\n\n丙'],
      ['甲[丙]\n\n乙\n\n丙', '甲[丙]\n\n[丙]: a.md\n\n丙'],
      ['甲<b\n\n乙>丙，\n\n./路,径.md', '甲<b\n\n乙丙，\n\n./路,径.md'],
      [`$$\n甲${'乙'.repeat(4996)}\n\n丙丁\n\n戊$$`, `$$\n甲${'乙'.repeat(4996)}\n\n丁\n\n戊$$`],
      ['import {\n  甲\n\n乙丙\n\n丁', 'import {\n  甲\n\n)丙\n\n丁'],
    ] as const) {
      const head = '---\ntitle: 渡口\n---\n\n';
      const parsing = parseCache();
      parseArticle(head + was, parsing);
      assert.deepEqual(said(parseArticle(head + now, parsing)), said(parseArticle(head + now)), now);
    }
  });
});
