import assert from 'node:assert/strict';
import fc from 'fast-check';
import { articlePath, numberedPath } from '../../src/templates/article-path.ts';
import { fileName, MAX_BYTES, wordSlug } from '../../src/templates/file-name.ts';
import { momentIn } from '../../src/templates/moment.ts';
import { anyText } from '../any-text.ts';
import { sampleHouse } from './sample-house.ts';

const anything = fc.oneof(
  anyText(400),
  fc.string({
    unit: fc.constantFrom(
      '..',
      '/',
      '\\',
      '.',
      ' ',
      '-',
      'con',
      'NUL',
      '\ud800',
      '👩‍🌾',
      '桥',
      '\u202e',
      '\u0000',
      '%2e',
      '~',
      ':',
    ),
  }),
);

function assertSafe(name: string) {
  assert.notEqual(name, '');
  assert.notEqual(name, '.');
  assert.notEqual(name, '..');
  assert.doesNotMatch(name, /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  assert.doesNotMatch(name, /^[.\- ~]|[. ]$/);
  assert.doesNotMatch(name, /\p{Cs}/u);
  assert.equal(name, name.normalize('NFC'));
  assert.ok(Buffer.byteLength(name) <= MAX_BYTES + 1, name);
  assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
}

describe('file names', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['【山海同行·禾泽牵手】新桥通车', '山海同行·禾泽牵手-新桥通车'],
    ['第一 第二　第三', '第一-第二-第三'],
    ['a/b\\c:d*e?f"g<h>i|j', 'abcdefghij'],
    ['../../etc/passwd', 'etcpasswd'],
    ['.hidden', 'hidden'],
    ['结尾的点...', '结尾的点'],
    ['CON', 'CON_'],
    ['nul.txt', 'nul_.txt'],
    ['com1', 'com1_'],
    ['contest', 'contest'],
    ['大丰收👩‍🌾', '大丰收👩‍🌾'],
    ['cafe\u0301', 'café'],
    ['看\u202e反转', '看反转'],
    ['\u0000\u0007', 'untitled'],
    ['', 'untitled'],
    ['——', '——'],
  ];
  for (const [title, expected] of cases) {
    it(`names ${JSON.stringify(title)}`, () => assert.equal(fileName(title), expected));
  }

  it('cuts long titles between whole characters', () => {
    const name = fileName('👩‍🌾'.repeat(100));
    assert.ok(Buffer.byteLength(name) <= MAX_BYTES);
    assert.equal(name.replaceAll('👩‍🌾', ''), '');
    assert.equal(fileName('桥'.repeat(300)).length, Math.floor(MAX_BYTES / 3));
  });

  it('is safe whatever the title', () => {
    fc.assert(
      fc.property(anything, (title) => {
        assertSafe(fileName(title));
        assertSafe(wordSlug(title));
        assert.equal(fileName(fileName(title)), fileName(title));
      }),
    );
  });

  it('slugs English titles by their words', () => {
    assert.equal(wordSlug('Council’s budget: up 3% — again'), 'councils-budget-up-3-again');
  });
});

describe('paths of articles', () => {
  const moment = momentIn(Date.UTC(2026, 2, 31, 17), 'Asia/Shanghai');

  it('follow the house’s pattern, with the date in its time zone', () => {
    const path = articlePath(sampleHouse, { title: '【系列】新桥通车', column: '乡村', moment, kind: 'news' });
    assert.equal(path, '乡村/2026/2026-04-01-系列-新桥通车.md');
  });

  it('ends as the pattern does, whichever ending of an article that is', () => {
    for (const ending of ['.md', '.mdx', '.qmd', '.Rmd', '.mkd']) {
      const house = { ...sampleHouse, path: `posts/{title}${ending}` };
      const path = articlePath(house, { title: '新桥通车', column: undefined, moment, kind: 'news' });
      assert.equal(path, `posts/新桥通车${ending}`);
    }
  });

  it('leave out what is not known', () => {
    const path = articlePath(sampleHouse, { title: undefined, column: undefined, moment, kind: 'news' });
    assert.equal(path, '2026/2026-04-01-news.md');
  });

  it('stay inside the folder, whatever title, column and pattern', () => {
    fc.assert(
      fc.property(anything, anything, fc.oneof(anything, fc.constant(sampleHouse.path)), (title, column, pattern) => {
        const path = articlePath({ ...sampleHouse, path: pattern }, { title, column, moment, kind: 'news' });
        for (const segment of path.split('/')) assertSafe(segment);
        assert.match(path, /\.(?:md|markdown)$/i);
      }),
    );
  });

  it('number articles of one name', () => {
    assert.equal(numberedPath('乡村/a.b/c.md', 1), '乡村/a.b/c.md');
    assert.equal(numberedPath('乡村/a.b/c.md', 2), '乡村/a.b/c-2.md');
    assert.equal(numberedPath('乡村/a.b/c', 3), '乡村/a.b/c-3');
  });
});
