import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/model/parse.ts';
import { renderPage } from '../../src/page/index.ts';
import { keystrokeIn, placeOf } from '../../src/preview/keystroke.ts';
import { inventedHouse } from '../page/invented.ts';

/** What the page prints of a body of one block. */
function printed(body: string): string {
  const { blocks } = renderPage(parseArticle(`---\ntitle: a\n---\n\n${body}\n`), inventedHouse(), {
    locale: 'en',
    image: () => undefined,
  });
  return blocks
    .map(({ html }) => html.replace(/<[^>]*>/g, ''))
    .join('')
    .replace(/&#(\d+);|&(amp|lt|gt|quot);/g, (_, code, name) =>
      code ? String.fromCharCode(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[String(name)] ?? ''),
    )
    .trim();
}

/** The page's text after a keystroke that is shown ahead of it; `undefined`: it is not. */
function typed(body: string, at: number, removed: number, text: string): string | undefined {
  const next = body.slice(0, at) + text + body.slice(at + removed);
  const stroke = keystrokeIn(next, at, removed, text);
  const shown = printed(body);
  const place = stroke && placeOf(stroke, shown);
  return place === undefined ? undefined : shown.slice(0, place) + text + shown.slice(place + removed);
}

describe('a keystroke shown ahead of its page', () => {
  for (const [name, body, at, removed, text, wanted] of [
    ['at the end', '清泉镇的柿子熟', 7, 0, '了', '清泉镇的柿子熟了'],
    ['in the middle', '清泉镇柿子熟了', 3, 0, '的', '清泉镇的柿子熟了'],
    ['at the start', '泉镇柿子熟了', 0, 0, '清', '清泉镇柿子熟了'],
    ['a key that removes', '清泉镇镇柿子熟了', 3, 1, '', '清泉镇柿子熟了'],
    ['a word for its letters', "清泉镇shi'zi熟了", 3, 6, '柿子', '清泉镇柿子熟了'],
    ['in a heading', '## 老屋里秤', 6, 0, '的', '老屋里的秤'],
    ['in an item', '- 当天过秤当天付钱', 6, 0, '，', '当天过秤，当天付钱'],
    ['beside strong text', '清泉镇**柿子**熟透', 11, 0, '了', '清泉镇柿子熟透了'],
    ['in strong text', '清泉镇**红柿**熟了', 7, 0, '子', '清泉镇红柿子熟了'],
    ['in a link’s text', '看[清泉镇](a.md)吧', 5, 0, '的柿子', '看清泉镇的柿子吧'],
    ['English', 'The village bought ten scale', 28, 0, 's', 'The village bought ten scales'],
  ] as const) {
    it(name, () => {
      const ahead = typed(body, at, removed, text);
      assert.equal(ahead, wanted);
      assert.equal(printed(body.slice(0, at) + text + body.slice(at + removed)), wanted);
    });
  }

  for (const [name, body, at, removed, text] of [
    ['makes markup', '清泉镇的*柿子熟了', 7, 0, '*'],
    ['is in a link’s address', '看[清泉镇](图片集.md)吧', 9, 0, '子'],
    ['could be in two places', '熟*柿子*和*柿子*', 3, 0, '红'],
    ['has nothing around it', '', 0, 0, '清'],
    ['takes markup away', '**柿子**', 5, 1, ''],
    ['breaks the line', '清泉镇的柿子', 3, 0, '\n'],
  ] as const) {
    it(`waits for the page where it ${name}`, () => assert.equal(typed(body, at, removed, text), undefined));
  }

  it('is what the page will print, wherever in plain text it falls', () => {
    const mark = fc.constantFrom(...'清泉镇的柿子熟了客商老屋过秤，。、“”（）a b1 ');
    const plain = fc.array(mark, { minLength: 1, maxLength: 30 }).map((all) => `文${all.join('')}完`);
    const wraps = [
      (text: string) => text,
      (text: string) => `## ${text}`,
      (text: string) => `开头**${text}**末尾`,
      (text: string) => `- ${text}`,
    ];
    let ahead = 0;
    fc.assert(
      fc.property(
        plain,
        fc.nat(),
        fc.nat({ max: 2 }),
        fc.string({ unit: mark, maxLength: 2 }),
        fc.constantFrom(...wraps),
        (text, seed, wanted, put, wrap) => {
          const at = 1 + (seed % (text.length - 1));
          const removed = Math.min(wanted, text.length - 1 - at);
          const [lead = ''] = wrap(text).split(text);
          const shown = typed(wrap(text), lead.length + at, removed, put);
          if (shown === undefined) return;
          ahead++;
          assert.equal(shown, printed(wrap(text.slice(0, at) + put + text.slice(at + removed))));
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(ahead > 300, `${ahead} of 500 were shown ahead`);
  });
});
