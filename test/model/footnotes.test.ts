import assert from 'node:assert/strict';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

describe('footnotes', () => {
  const text = [
    '桥长三公里[^长]，造价八亿元^[据“县财政局”,不含[引桥](a.md)]，又长三公里[^长]。',
    '',
    '[^长]: 据县交通局[^局]。',
    '',
    '    另一段。',
    '[^局]: 只在注里。',
    '[^无]: 没有人提到。',
    '',
    '> 引文[^__proto__]。',
    '>',
    '> [^__proto__]: 引文的注。',
    '',
  ].join('\n');
  const { passages, footnotes, furniture } = parseArticle(text);

  it('are passages of their own, and their marks are nothing in the text', () => {
    assert.deepEqual(
      passages.map(({ kind, prose }) => `${kind}: ${prose.rendered}`),
      [
        'paragraph: 桥长三公里，造价八亿元，又长三公里。',
        'note: 据“县财政局”,不含引桥',
        'note: 据县交通局。',
        'note: 另一段。',
        'note: 只在注里。',
        'note: 没有人提到。',
        'quote: 引文。',
        'note: 引文的注。',
      ],
    );
    assert.equal(furniture.bylines.length, 0);
  });

  it('are numbered as readers meet them', () => {
    assert.deepEqual(
      footnotes.notes.map(({ label, number, references }) => [label, number, references]),
      [
        [undefined, 2, 1],
        ['长', 1, 2],
        ['局', 4, 1],
        ['无', 0, 0],
        ['__proto__', 3, 1],
      ],
    );
  });

  it('point to their characters', () => {
    for (const word of ['县财政局', '引桥', '另一段', '只在注里', '引文的注']) {
      const passage = passages.find(({ prose }) => prose.text.includes(word));
      assert.ok(passage);
      const from = passage.prose.text.indexOf(word);
      const { start, end } = passage.prose.at(from, from + word.length);
      assert.equal(text.slice(start, end), word);
      assert.ok(passage.block.start <= start && end <= passage.block.end);
    }
  });

  it('are text where nobody defines them', () => {
    assert.equal(parseArticle('甲[^1]乙^[丙').passages[0]?.prose.rendered, '甲[^1]乙^[丙');
  });

  it('mean the first of two notes of one name', () => {
    const { notes } = parseArticle('甲[^1]\n\n[^1]: 一\n[^1]: 二\n').footnotes;
    assert.deepEqual(
      notes.map(({ number }) => number),
      [1, 0],
    );
  });

  it('hold no note of their own where they stand in a line', () => {
    assert.deepEqual(
      parseArticle('甲^[乙^[丙]丁]').passages.map(({ prose }) => prose.rendered),
      ['甲', '乙^[丙]丁'],
    );
  });

  it('may stand in cells, items, headings and more than one in a line', () => {
    const article = parseArticle(
      '## 题^[一]\n\n| 甲^[二] | 乙 |\n|---|---|\n| 丙^[三]^[四] | 丁\\|^[五] |\n\n- 戊^[六\n  行]\n',
    );
    const notes = article.passages.filter(({ kind }) => kind === 'note');
    assert.deepEqual(
      notes.map(({ prose }) => article.text.slice(prose.at(0, 1).start, prose.at(0, 1).end)),
      [...'一二三四五六'],
    );
    assert.deepEqual(
      article.footnotes.notes.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6],
    );
  });

  it('count as characters of the article, their marks do not', () => {
    const house = shippedHouse('china-report');
    const count = (text: string) => review(parseArticle(text), house, { files: new Map(), now: 0 }).characters;
    assert.equal(count('甲乙。[^1]\n\n[^1]: 丙丁。\n'), 6);
    assert.equal(count('甲乙。^[丙丁。]\n'), 6);
  });

  it('cannot be edited across, nor can their marks be', () => {
    const { passages: all } = parseArticle('甲[^1]乙\n\n[^1]: 丙\n');
    assert.equal(all[0]?.prose.encode([{ from: 0, to: 2, text: '丁' }]), undefined);
    assert.deepEqual(all[0]?.prose.encode([{ from: 1, to: 1, text: '，' }]), [{ start: 1, end: 1, text: '，' }]);
  });
});
