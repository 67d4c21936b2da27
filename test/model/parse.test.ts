import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/model/parse.ts';
import { anyText } from '../any-text.ts';

const fragments = [
  '---\n',
  '---',
  '\n---\n',
  '...\n',
  '+++\n',
  '{\n',
  '\uFEFF',
  'title: ',
  '标题：',
  '"',
  "'",
  '[',
  '{',
  '&a ',
  '*a',
  '<<: ',
  '? ',
  '- ',
  '|\n',
  '>-\n  ',
  '中国报道讯（',
  '记者',
  '通讯员',
  '（',
  '）',
  '电',
  '据',
  '新华社',
  '6月1日',
  '（张三摄）',
  '![图](a.jpg)',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '　',
  '\u00A0',
  '责任编辑：',
  '相关链接：',
  'By ',
  ' and ',
  '— ',
  'LONDON (AP) — ',
  '<!-- allow wrong-dash: x -->',
  '<!-- allow',
  '\0',
  '\uD83D',
  '\uDE00',
  '😀',
  '\t',
  '#',
];

describe('model/parse', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(300),
          fc
            .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 5 })), { maxLength: 40 })
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const article = parseArticle(text);
          assert.equal(article.text, text);
          for (const { prose, block } of article.passages) {
            const place = prose.at(0, prose.text.length);
            assert.ok(place.start >= block.start && place.end <= block.end, 'a passage lies in its block');
            assert.ok(block.start >= article.frontMatter.bodyStart - 1 && block.end <= text.length);
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('finds a heading that holds NUL', () => {
    const text = '\n甲\0乙\n---\n';
    const { prose } = parseArticle(text).passages[0] ?? assert.fail();
    assert.equal(prose.text, '甲\uFFFD乙');
    assert.equal(prose.at(2, 3).start, text.indexOf('乙'));
  });

  it('keeps token lines in the lines of the whole text', () => {
    const article = parseArticle('---\ntitle: 测试\n---\n\n第一段。\n\n第二段。\n');
    assert.deepEqual(
      article.passages.map(({ prose, block }) => [prose.text, block]),
      [
        ['第一段。', { start: 19, end: 23 }],
        ['第二段。', { start: 25, end: 29 }],
      ],
    );
    assert.deepEqual(article.tokens.map(({ map }) => map).filter(Boolean), [
      [4, 5],
      [4, 5],
      [6, 7],
      [6, 7],
    ]);
  });

  it('reads the body after a byte-order mark', () => {
    const { passages } = parseArticle('\uFEFF正文。');
    assert.equal(passages[0]?.prose.text, '正文。');
    assert.equal(passages[0]?.prose.at(0, 1).start, 1);
  });

  it('reads allowances with their reasons and where they hold', () => {
    const text = '<!-- allow wrong-dash: 集团名称 -->\n<!-- allow long-title -->\n第一段。\n\n第二段。\n';
    const { allowances } = parseArticle(text);
    assert.deepEqual(
      allowances.map(({ check, reason, scope }) => [check, reason, text.slice(scope.start, scope.end)]),
      [
        ['wrong-dash', '集团名称', '第一段。'],
        ['long-title', '', '第一段。'],
      ],
    );
  });
});
