import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Completion, completeFrontMatter, hoverFrontMatter } from '../../src/assist/front-matter-help.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';

const house = shippedHouse('china-report');
/** 1 June 2024, 00:30 in Beijing, still May in UTC. */
const now = Date.UTC(2024, 4, 31, 16, 30);

/** Completes at `|`, which is not part of the text. */
function complete(marked: string): { text: string; list: readonly Completion[] } {
  const offset = marked.lastIndexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, list: completeFrontMatter(parseArticle(text), house, offset, now) };
}

const labels = (marked: string): string[] => complete(marked).list.map(({ label }) => label);

/** The text after a completion is accepted. */
function accept(marked: string, label: string): string {
  const { text, list } = complete(marked);
  const found = list.find((one) => one.label === label);
  assert.ok(found, `${label} among ${list.map((one) => one.label).join(' ')}`);
  return applyEdits(text, [{ ...found.range, text: found.text }]);
}

describe('completion in the front matter', () => {
  it('offers missing fields, required ones first, then in the house’s order', () => {
    assert.deepEqual(labels('---\npublished: 2024-06-01\n|\n---\n').slice(0, 4), [
      'title',
      'column',
      'series',
      'subtitle',
    ]);
    assert.deepEqual(labels('---\ntitle: a\nstage: published\nso|\n---\n').slice(0, 4), [
      'column',
      'published',
      'source',
      'editor',
    ]);
    assert.ok(!labels('---\ntitle: a\n|\n---\n').includes('title'));
    assert.ok(labels('---\ntit|le: a\n---\n').includes('title'));
  });

  it('writes the key with its colon, and only the key where there is one', () => {
    assert.equal(accept('---\ntitle: a\ncol|\n---\n', 'column'), '---\ntitle: a\ncolumn: \n---\n');
    assert.equal(accept('---\ncol|: 乡村\n---\n', 'column'), '---\ncolumn: 乡村\n---\n');
    assert.equal(accept('---\r\ntitle: a\r\nc|\r\n---\r\n', 'column'), '---\r\ntitle: a\r\ncolumn: \r\n---\r\n');
    const snippet = (label: string) => complete('---\n|\n---\n').list.find((one) => one.label === label)?.snippet;
    assert.equal(snippet('title'), 'title: ${1}');
    assert.equal(snippet('reporters'), 'reporters: [${1}]');
    assert.equal(snippet('published'), 'published: ${1:2024-06-01 00:30}');
    assert.match(snippet('column') ?? '', /^column: \$\{1\|时政要闻,乡村,.*\|\}$/);
  });

  it('works before the second fence is typed', () => {
    assert.ok(labels('---\n|').includes('title'));
    assert.ok(labels('---\ntitle: a\n|\n\n正文').includes('column'));
    assert.ok(labels('---\ntitle: a\ncolumn: |\n').includes('乡村'));
  });

  it('offers values, with the blank that is missing and without the comment', () => {
    assert.equal(accept('---\ncolumn:|\n---\n', '乡村'), '---\ncolumn: 乡村\n---\n');
    assert.equal(accept('---\ncolumn: |\n---\n', '乡村'), '---\ncolumn: 乡村\n---\n');
    assert.equal(accept('---\ncolumn: 时政|要闻 # 待定\n---\n', '乡村'), '---\ncolumn: 乡村 # 待定\n---\n');
    assert.equal(accept('---\npublished: |\n---\n', '2024-06-01 00:30'), '---\npublished: 2024-06-01 00:30\n---\n');
    assert.deepEqual(labels('---\nsource: |\n---\n')[0], '中国报道');
    assert.deepEqual(labels('---\nstage: |\n---\n'), ['draft', 'ready', 'published']);
    assert.ok(complete('---\nstage: |\n---\n').list[0]?.filter.includes('草稿'));
    assert.ok(labels('---\nallow:\n  - |\n---\n').includes('wrong-dash'));
  });

  it('offers the names inside a value, and values between brackets', () => {
    const link = '---\nrelated:\n  - title: 甲\n    |\n  - url: b.md\n---\n';
    assert.equal(accept(link, 'url'), '---\nrelated:\n  - title: 甲\n    url: \n  - url: b.md\n---\n');
    assert.deepEqual(labels(link), ['url']);
    assert.deepEqual(labels('---\nrelated:\n  - |\n---\n'), ['title']);
    assert.deepEqual(labels('---\nrelated:\n- t|: 甲\n  url: a.md\n---\n'), ['title']);
    assert.deepEqual(labels('---\nrelated: [{title: 甲, |}]\n---\n'), ['url']);
    assert.equal(accept('---\nrelated: [{title: 甲,|}]\n---\n', 'url'), '---\nrelated: [{title: 甲, url: }]\n---\n');
    assert.deepEqual(labels('---\nrelated: [{|, url: a.md}]\n---\n'), ['title']);
    assert.equal(accept('---\nrelated: [|]\n---\n', 'title'), '---\nrelated: [{title: , url: }]\n---\n');
    assert.ok(labels('---\nallow:\n  wr|\n---\n').includes('wrong-dash'));
    assert.ok(labels('---\nallow: {wr|}\n---\n').includes('wrong-dash'));
    assert.equal(
      accept('---\nallow: {future-date: 预告, |}\n---\n', 'wrong-dash'),
      '---\nallow: {future-date: 预告, wrong-dash: }\n---\n',
    );
    assert.ok(!labels('---\nallow: {wrong-dash: 引文, |}\n---\n').includes('wrong-dash'));
  });

  it('goes on between brackets over lines', () => {
    const list = (inside: string) => `---\ntitle: a\ncolumn: [\n  ${inside}\n]\n---\n`;
    assert.equal(accept(list('时政要闻, |'), '乡村'), list('时政要闻, 乡村'));
    assert.equal(accept(list('时政要闻,\n  乡|,'), '乡村'), list('时政要闻,\n  乡村,'));
    const links = (inside: string) => `---\nrelated: [\n  {${inside}},\n]\n---\n`;
    assert.equal(accept(links('u|'), 'url'), links('url: '));
    assert.deepEqual(labels(links('title: a,\n   |')), ['url']);
    assert.deepEqual(labels('---\nsummary: |-\n  [时政，\n  |\n---\n'), [], 'a block of text has no brackets');
  });

  it('is silent in the body, in comments, in nested maps', () => {
    for (const marked of [
      '---\ntitle: a\n---\n|',
      '---\ntitle: a\n---\n正文|',
      '正文|',
      '---\n# 注|\n---\n',
      '---\nrelated:\n  ti|\n---\n',
      '---\ntitle: a|\n---\n',
      '---\nsummary: |-\n  第一行\n  第二|\n---\n',
      '---\nkeywords: [甲, [|]]\n---\n',
      '---\ntitle: 甲[乙, |\n---\n',
    ]) {
      assert.deepEqual(labels(marked), [], marked);
    }
  });

  it('replaces at most the cursor’s line, anywhere in any text', () => {
    const scraps = fc.constantFrom(
      'title',
      'column',
      ': ',
      ':',
      '：',
      '\n',
      '\r\n',
      '- ',
      '[',
      ', ',
      ']',
      '乡村',
      '  ',
      '#',
      '---\n',
      '"',
      'stage: ',
      'allow:\n  - ',
      'related:\n  - ',
      'title: ',
      'url: ',
      '{',
      '}',
      'keywords: ',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 15 }), fc.nat(), (parts, at) => {
        const text = `---\n${parts.join('')}\n---\n正文`;
        const offset = at % (text.length + 1);
        const article = parseArticle(text);
        for (const { range } of completeFrontMatter(article, house, offset, now)) {
          assert.ok(range.start <= range.end && range.start >= 4 && range.end <= text.length);
          assert.doesNotMatch(text.slice(range.start, range.end), /[\r\n]/);
          assert.ok(
            range.start <= offset && offset <= range.end,
            `${range.start}-${range.end} at ${offset} in ${JSON.stringify(text)}`,
          );
        }
        hoverFrontMatter(article, house, offset);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hover in the front matter', () => {
  it('tells what a field is, on its key and on its value', () => {
    const text = '---\ncolumn: 乡村\n---\n正文';
    const article = parseArticle(text);
    const hover = hoverFrontMatter(article, house, text.indexOf('col') + 1);
    assert.match(hover?.text.zh ?? '', /^\*\*栏目\*\* `column`[\s\S]*“draft”阶段起必填[\s\S]*`乡村`/);
    assert.match(hover?.text.en ?? '', /required from stage `draft` on/);
    assert.deepEqual(hover?.range, { start: 4, end: 10 });
    assert.deepEqual(hoverFrontMatter(article, house, 13)?.range, { start: 12, end: 14 });
    assert.equal(hoverFrontMatter(article, house, text.length - 1), undefined);
  });
});
