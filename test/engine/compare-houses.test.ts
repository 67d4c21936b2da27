import assert from 'node:assert/strict';
import { compareHouses } from '../../src/engine/compare-houses.ts';
import { inContext } from '../../src/engine/in-context.ts';
import type { House } from '../../src/house/house.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { lineStarts } from '../../src/model/range.ts';
import { loadHouse } from '../../src/newsroom/load-house.ts';

const texts = [
  '---\ntitle: 青禾镇修渠\n---\n\n6月1日，阿依古丽•买买提在河湾乡采访。河湾乡修好了三条水渠。\n',
  '---\ntitle: 河湾镇的早晨\n---\n\n河湾镇的早晨很安静。\n',
];

function house(settings: string): House {
  const { house: loaded } = loadHouse(`extends: chinese\n${settings}`, 'copydesk.yml', undefined, '');
  assert.ok(loaded);
  return loaded;
}

/** What comes (+), goes (-) and changes (~) in each article. */
function told(before: string, after: string): readonly (readonly string[])[] {
  const facts = () => ({ files: new Map(), now: 0 });
  const articles = texts.map((text) => parseArticle(text));
  const compared = compareHouses(articles, { house: house(before), facts }, { house: house(after), facts });
  return [...compared].map(({ article, changes }) =>
    changes.map(({ kind, finding, was }) => {
      const mark = { comes: '+', goes: '-', changes: '~' }[kind];
      const grave =
        was === undefined || was.severity === finding.severity
          ? finding.severity
          : `${was.severity}>${finding.severity}`;
      return `${mark} ${finding.check} ${grave} ${article.text.slice(finding.at.start, finding.at.end)}`;
    }),
  );
}

describe('two houses compared', () => {
  it('differ by what a term finds, and by nothing when they are the same', () => {
    const term = 'terms: [{use: 河湾镇, not: [河湾乡]}]\n';
    assert.deepEqual(told('', term), [['+ house-term warning 河湾乡', '+ house-term warning 河湾乡'], []]);
    assert.deepEqual(told(term, ''), [['- house-term warning 河湾乡', '- house-term warning 河湾乡'], []]);
    assert.deepEqual(told(term, term), [[], []]);
  });

  it('differ by how grave a finding is, and a check that is off finds nothing', () => {
    const severity = (name: string) => `checks: {wrong-interpunct: ${name}}\n`;
    assert.deepEqual(told(severity('warning'), severity('error')), [['~ wrong-interpunct warning>error •'], []]);
    assert.deepEqual(told(severity('warning'), severity('off')), [['- wrong-interpunct warning •'], []]);
    assert.deepEqual(told(severity('off'), severity('info')), [['+ wrong-interpunct info •'], []]);
  });

  it('differ by a field that is asked for', () => {
    const [first, second] = told('', 'fields: {desk: {type: text, required: draft}}\n');
    // What else is missing there is said in one sentence with it.
    assert.match(String(first), /^~ missing-field error/);
    assert.match(String(second), /^~ missing-field error/);
  });

  it('differ by what they say of one place', () => {
    const why = (words: string) => `terms: [{use: 河湾镇, not: [河湾乡], why: ${words}}]\n`;
    assert.deepEqual(told(why('改镇了'), why('2021 年撤乡设镇')), [
      ['~ house-term warning 河湾乡', '~ house-term warning 河湾乡'],
      [],
    ]);
  });

  it('count a fault as often as an article has it', () => {
    const many = parseArticle(`---\ntitle: 河湾\n---\n\n${'河湾乡。\n\n'.repeat(40)}`);
    const facts = () => ({ files: new Map(), now: 0 });
    const after = { house: house('terms: [{use: 河湾镇, not: [河湾乡]}]\n'), facts };
    const [one] = compareHouses([many], { house: house(''), facts }, after);
    assert.equal(one?.changes.length, 40);
  });
});

describe('a stretch in context', () => {
  const shown = (text: string, start: number, end: number) => {
    const { before, marked, after } = inContext(text, lineStarts(text), { start, end }, 5);
    return `${before}[${marked}]${after}`;
  };

  it('is shown with its line, cut on both sides', () => {
    assert.equal(shown('一二三四五六七八九十\r\n下一行', 7, 8), '…三四五六七[八]九十');
    assert.equal(shown('短句。\n', 0, 2), '[短句]。');
    assert.equal(shown('一二三四五六七八九十', 1, 2), '一[二]三四五六七…');
  });

  it('is cut at the end of its line, and splits no character', () => {
    assert.equal(shown('一二\n三四', 1, 4), '一[二]');
    assert.equal(shown(`${'😀'.repeat(5)}X`, 10, 11), '…😀😀[X]');
    assert.equal(shown('', 0, 0), '[]');
    assert.ok(shown('长'.repeat(90), 0, 90).length < 20);
  });
});
