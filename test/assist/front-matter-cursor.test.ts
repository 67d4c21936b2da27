import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cursorIn } from '../../src/assist/front-matter-cursor.ts';
import { parseArticle } from '../../src/model/parse.ts';

/** What the cursor (`|`) stands on: its kind, whose value, the text that would be replaced, what is put before it. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = cursorIn(parseArticle(text), offset);
  if (found === undefined) return '—';
  const replaced = `"${text.slice(found.range.start, found.range.end)}"`;
  if (found.kind === 'key') return `key ${replaced}${found.colon ? ' :' : ''}`;
  const rest = `${found.gap === '' ? '' : ` +"${found.gap}"`}${found.flow ? ' flow' : ''}`;
  if (found.kind === 'name') {
    const beside = found.beside.length > 0 ? ` beside ${found.beside.join()}` : '';
    return `name of ${found.item ? 'an item of ' : ''}${found.key} ${replaced}${found.colon ? ' :' : ''}${rest}${beside}`;
  }
  return `${found.kind} of ${found.key}${found.inner === undefined ? '' : `/${found.inner}`} ${replaced}${rest}`;
}

const inFront = (lines: string): string => at(`---\n${lines}\n---\n\n正文。\n`);

describe('the cursor in front matter', () => {
  const cases: readonly (readonly [where: string, expected: string])[] = [
    ['ti|', 'key "ti"'],
    ['ti|tle: 柿子', 'key "title" :'],
    ['标|题：柿子', 'key "标题" :'],
    ['"a key"|: x', 'key ""a key"" :'],
    ['title:|', 'value of title "" +" "'],
    ['title: |', 'value of title ""'],
    ['title:| 柿子', 'value of title " 柿子" +" "'],
    ['title: 柿|子', 'value of title "柿子"'],
    ['title: 柿子| # 说明', 'value of title "柿子"'],
    ['title: 柿子 |# 说明', 'value of title "柿子 "'],
    ['title: 柿子 # 说|明', '—'],
    ['# 注|', '—'],
    ['title: "a: b|"', 'value of title ""a: b""'],
    ['title: "a: b"|', 'value of title ""a: b""'],
    ["title: ''|", 'value of title "\'\'"'],
    ['标题：柿|子', 'value of 标题 "：柿子" +": "'],
    // A blank that is still missing.
    ['column:乡|村', 'value of column "乡村" +" "'],
    ['column:|乡村', 'value of column "乡村" +" "'],
    ['colu|mn:乡村', 'key "column" :'],
    ['https://exa|', 'key "https://exa"'],
    // Lists, on lines and between brackets.
    ['tags:\n  - 甲\n  - |', 'item of tags ""'],
    ['tags:\n  - 甲|', 'item of tags "甲"'],
    ['tags:\n- |', 'item of tags ""'],
    ['tags:\n  -|', 'item of tags "" +" "'],
    ['links:\n  - https://exa|', 'item of links "https://exa"'],
    ['tags: [甲, 乙|]', 'item of tags "乙" flow'],
    ['tags: [甲,|', 'item of tags "" +" " flow'],
    ['tags: [\n  甲,\n  |\n]', 'item of tags "" flow'],
    ['tags: [甲]|', '—'],
    ['tags: |[甲]', '—'],
    ['tags: [[甲|]]', '—'],
    // Maps, and maps in a list.
    ['map:\n  东|', 'name of map "东"'],
    ['map:\n  东: 1\n  西: 2\n  |', 'name of map "" beside 东,西'],
    ['map: {东: 1, |}', 'name of map "" flow beside 东'],
    ['map: {东: |}', 'value of map/东 "" flow'],
    ['map:\n  东: |', 'value of map/东 ""'],
    ['map:\n  东:\n    南|', '—'],
    ['map:\n  东:\n    南: |', '—'],
    ['related:\n  - ti|: 一', 'name of an item of related "ti" :'],
    ['related:\n  - title: 一\n    |', 'name of an item of related "" beside title'],
    ['related:\n  - title: 一\n    url: |', 'value of related/url ""'],
    ['related: [{title: 一, |}]', 'name of an item of related "" flow beside title'],
    ['related: [{url: |}]', 'value of related/url "" flow'],
    // Text of several lines is the author's.
    ['summary: >\n  折|叠\n', '—'],
    ['summary: |\n  折叠\n'.replace('|', '>|'), '—'],
  ];
  for (const [where, expected] of cases)
    it(`${JSON.stringify(where)} is ${expected}`, () => assert.equal(inFront(where), expected));

  it('is found before the second fence is typed, and nowhere else', () => {
    assert.equal(at('---\ntitle: 柿子\nco|'), 'key "co"');
    assert.equal(at('---\ntitle: 柿子\n|\n正文。\n'), 'key ""');
    assert.equal(at('---\r\ntitle: 柿|\r\n---\r\n'), 'value of title "柿"');
    assert.equal(at('---\ntitle: 柿子\n|---\n'), '—');
    assert.equal(at('---\n|---\n'), '—');
    assert.equal(at('---\ntitle: 柿子\n---\n正|文\n'), '—');
    assert.equal(at('正文|'), '—');
    assert.equal(at('+++\ntitle = |\n+++\n'), '—');
  });

  it('replaces what stands around it, for any text', () => {
    const piece = fc.constantFrom(
      'a',
      '标题',
      ':',
      '：',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '|',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.nat(), (pieces, where) => {
        const text = `---\n${pieces.join('')}\n---\n`;
        const offset = where % (text.length + 1);
        const found = cursorIn(parseArticle(text), offset);
        if (found) assert.ok(found.range.start <= offset && offset <= found.range.end && found.range.start >= 4);
      }),
    );
  });
});
