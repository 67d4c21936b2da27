import assert from 'node:assert/strict';
import { pageFor, parsePage } from '../../src/checks/page.ts';
import { caretLines, drawCarets, withFacts } from './page-write.ts';

const page = `# some-check

English, first.

## 中文

中文说明。

## Examples

\`\`\`article house=wire images=a.jpg,b.jpg
---
title: 云溪，，
         ^^ some-check: One mark is enough: \`，\`
         ^^ some-check：只用一个“，”
---
甲乙
| some-check: a point
 ^… other-check: goes on
丙
\`\`\`
\`\`\`fixed
甲
\`\`\`

A line between.

\`\`\`\`article
\`\`\`js
^ looks like a caret, and is code
\`\`\`
\`\`\`\`
`;

describe('check page', () => {
  it('reads carets as columns of UTF-16 units of the line above', () => {
    const { examples } = parsePage(page);
    assert.equal(examples.length, 2);
    const [first, second] = examples;
    assert.equal(first?.text, '---\ntitle: 云溪，，\n---\n甲乙\n丙\n');
    assert.deepEqual(first?.expected, [
      {
        line: 1,
        column: 9,
        length: 2,
        continues: false,
        check: 'some-check',
        message: 'One mark is enough: `，`',
        zh: '只用一个“，”',
      },
      { line: 3, column: 0, length: 0, continues: false, check: 'some-check', message: 'a point' },
      { line: 3, column: 1, length: 1, continues: true, check: 'other-check', message: 'goes on' },
    ]);
    assert.equal(first?.fixed, '甲\n');
    assert.deepEqual(
      [...(first?.words ?? [])],
      [
        ['house', 'wire'],
        ['images', 'a.jpg,b.jpg'],
      ],
    );
    assert.equal(second?.text, '```js\n^ looks like a caret, and is code\n```\n');
    assert.equal(second?.fixed, undefined);
  });

  it('draws what it reads', () => {
    for (const example of parsePage(page).examples) {
      const { from, to } = example.articleLines;
      assert.deepEqual(drawCarets(example.text, example.expected), page.split('\n').slice(from, to));
    }
    const point = { line: 0, column: 2, length: 0, continues: false, check: 'a', message: 'b' };
    assert.deepEqual(caretLines(point), ['  | a: b']);
    assert.deepEqual(caretLines({ ...point, zh: '丙' }), ['  | a: b', '  | a：丙']);
  });

  it('keeps languages apart', () => {
    const facts = withFacts(page, [
      '<!-- generated from the check; `UPDATE=1 npm test` rewrites it -->',
      'EN',
      '',
      'ZH',
      '<!-- end -->',
    ]);
    assert.deepEqual(parsePage(facts).prose, { en: 'English, first.', zh: '中文说明。' });
    assert.equal(withFacts(facts, []).includes('EN'), false);
    const english = pageFor(facts, 'Some check', 'en');
    assert.match(english, /^# Some check · some-check\n\nEN\n\nEnglish, first\.\n\n## Examples\n/);
    assert.match(english, /A line between/);
    assert.doesNotMatch(english, /中文|ZH|只用一个/);
    assert.match(english, /One mark is enough/);
    const chinese = pageFor(facts, '某项检查', 'zh');
    assert.match(chinese, /^# 某项检查 · some-check\n\nZH\n\n中文说明。\n\n## 例子\n\n```article\n/);
    assert.doesNotMatch(chinese, /English|A line between|EN/);
    assert.match(chinese, /^````article$/m);
    assert.match(chinese, /^ {9}\^\^ some-check：只用一个“，”$/m);
    assert.doesNotMatch(chinese, /One mark is enough/);
  });

  it('reads any text', () => {
    for (const text of ['', '```', '```article', '# \n```article\n^ a: b', '\ud800'])
      assert.ok(parsePage(text).examples.length <= 1);
  });
});
