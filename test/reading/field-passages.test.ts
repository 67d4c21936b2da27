import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { LITERAL } from '../../src/model/prose.ts';
import { fieldPassages } from '../../src/reading/field-passages.ts';
import { assertGrowsEvenly } from '../work.ts';

const { house } = resolveHouse(
  {
    text: 'extends: none\nlanguage: zh-Hans\nfields:\n  title: {type: text, role: title, prose: true}\n  tags: {type: list, prose: true}\nbyline: {required: false}\n',
  },
  checks,
);
assert.ok(house);
const plain = house;

/** The front matter of one field, its value between single quotation marks. */
const entitled = (value: string): string => `---\ntitle: '${value.replaceAll("'", "''")}'\n---\n\n水渠通水。\n`;

/** What checks read of a title, literal runs as one `□` each. */
function read(value: string): string {
  return fieldPassages(parseArticle(entitled(value)), plain)
    .map(({ prose }) => prose.text.replaceAll(new RegExp(`${LITERAL}+`, 'g'), '□'))
    .join(' ¶ ');
}

describe('prose in the front matter', () => {
  const literal: Readonly<Record<string, string>> = {
    '求$P(甲,乙)$的值,一讲': '求□的值,一讲',
    '求\\(f(甲,乙)\\)': '求□',
    '见[[柳叶渡,晚橙]]': '见□',
    '存到D:\\稿件\\水渠,通水.md': '存到□',
    '参数type="天猫"': '参数□',
    '<span title="水,渠">水渠,通水</span>': '□水渠,通水□',
    '水渠<br>通水<!-- 水,渠 -->': '水渠□通水□',
    '水渠<? echo "水,渠"; ?>': '水渠□',
    '[水渠,通水](水渠,一.md)': '[水渠,通水□',
    '![水渠,通水](水渠,一.png)': '□[水渠,通水□',
    '用`水,渠`写': '用□写',
    '水&#8220;渠&#8221;': '水□渠□',
    '真好:)': '真好□',
    '水渠,通水(一)': '水渠,通水(一)',
    '水渠&桥梁; 3<5, 7>6': '水渠&桥梁; 3<5, 7>6',
    '票价$5,学生$3': '票价$5,学生$3',
  };
  it('holds code of other systems as literal as the body does', () => {
    assert.deepEqual(Object.fromEntries(Object.keys(literal).map((value) => [value, read(value)])), literal);
  });

  it('is mended around such code, and never in it', () => {
    const mended = (text: string): string => fixAll(text, plain, { files: new Map(), now: Date.UTC(2026, 4, 4) }).text;
    assert.equal(mended(entitled('求$P(甲,乙)$的值,一讲')), entitled('求$P(甲,乙)$的值，一讲'));
    assert.equal(mended(entitled('<b class="大,号">水渠</b>,通水')), entitled('<b class="大,号">水渠</b>，通水'));
    for (const value of ['[水渠](水渠,一.md)', '见[[柳叶渡,晚橙]]', '水&#8220;渠', '{"水": "渠"}']) {
      assert.equal(mended(entitled(value)), entitled(value));
    }
    const list = '---\ntitle: 水渠\ntags:\n- <i title="水,渠">水</i>\n---\n\n水渠通水。\n';
    assert.equal(mended(list), list);
  });

  it('points into the text that is written', () => {
    const text = entitled("用`水,渠`''写,好");
    const article = parseArticle(text);
    const prose = fieldPassages(article, plain)[0]?.prose;
    assert.ok(prose);
    const from = prose.text.lastIndexOf(',');
    const { start, end } = prose.at(from, from + 1);
    assert.equal(text.slice(start, end), ',');
    assert.equal(start, text.lastIndexOf(','));
    assert.equal(prose.kindAt(2), 'literal');
    assert.equal(prose.kindAt(from), 'verbatim');
    assert.equal(prose.encode([{ from: 2, to: 3, text: '，' }]), undefined);
    assert.equal(prose.encode([{ from: 2, to: 2, text: '，' }]), undefined);
    assert.equal(prose.rendered.length, prose.text.length);
  });

  it('takes time in step with its length', () => {
    for (const piece of ['<a ', '<a b="', '`x', '[水](', '](水(', '&a', '!', '<!-- ', '<? ', '{"水": {', 'a("水",']) {
      assertGrowsEvenly('a title', piece, 60_000, (value) => read(value));
    }
  });
});
