import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { Article, Passage } from '../../src/model/article.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { pageHtml, renderPage } from '../../src/page/index.ts';
import { inventedHouse, report, wireReport } from './invented.ts';
import { readStrictly, visibleText } from './strict-html.ts';

const specification: { readonly tests: readonly { readonly markdown: string }[] } = createRequire(import.meta.url)(
  'commonmark-spec',
);

/** Line breaks are drawn as breaks, as spaces, or between Han characters not at all; the words are what counts. */
function words(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Body passages in the order of the page: notes at the end, by their numbers; those that nothing refers to are not there. */
function inPageOrder({ passages, footnotes: { notes } }: Article): readonly Passage[] {
  const read = passages.filter(({ field }) => field === undefined);
  const holder = (passage: Passage) =>
    notes.findLast(({ open, close }) => open < passage.token && passage.token < close);
  const shown = notes.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number);
  return [
    ...read.filter((passage) => holder(passage) === undefined),
    ...shown.flatMap((note) => read.filter((passage) => holder(passage) === note)),
  ];
}

/** What the checks read, against what the reader of the page sees: code blocks and the numbers of notes aside, they are one. */
function assertOneTruth(article: Article): void {
  const house = inventedHouse({ fields: [] });
  const page = renderPage(article, house, { locale: 'zh', image: () => 'p.png' });
  const title = page.around.before.includes('<h1 data-line="')
    ? visibleText(headlineOf(page.around.before), () => false)
    : '';
  const body = visibleText(
    readStrictly(page.blocks.map(({ html }) => html).join('')),
    ({ name, attributes }) => name === 'pre' || /^(?:noteref|back)$/.test(attributes.get('class') ?? ''),
  );
  const read = inPageOrder(article);
  const headline =
    title === '' ? undefined : read.find(({ level, prose }) => level === 1 && words(prose.rendered) === words(title));
  const expected = read.filter((passage) => passage !== headline).map(({ prose }) => prose.rendered);
  assert.equal(words(body), words(expected.join('\n')));
  assert.ok(readStrictly(pageHtml(page)).length > 0);
}

function headlineOf(before: string): ReturnType<typeof readStrictly> {
  const start = before.indexOf('<h1');
  return readStrictly(before.slice(start, before.indexOf('</h1>') + '</h1>'.length));
}

describe('what is drawn is what is checked', () => {
  it('in whole articles', () => {
    assertOneTruth(parseArticle(report));
    assertOneTruth(parseArticle(wireReport));
  });

  it('in every example of the CommonMark specification', () => {
    for (const { markdown } of specification.tests) assertOneTruth(parseArticle(markdown.replaceAll('→', '\t')));
  });

  it('in anything that is written', () => {
    const inline = fc.constantFrom(
      ...[
        '春分刚过，',
        '**“引语”**说',
        '*em*',
        '`code`',
        '~~旧~~',
        '[链接](https://a.example "t")',
        '<https://a.example>',
        '![图](a.png)',
      ],
      ...[
        '&amp;',
        '\\*',
        '&#20013;',
        '<b>粗</b>',
        '</b>',
        '<u>',
        'H<sub>2</sub>O',
        '<br>',
        '<span style="color:red">红</span>',
        '<img src="a.png" alt="图&amp;文">',
        '<IMG SRC=b.png>',
        '<a href="javascript:x">',
        '</a>',
        '<!-- 注 -->',
        '\n',
        '  \n',
        '🌾',
        'pH值',
        '（通讯员供图）',
        '沈砚秋 摄',
        ' ',
        '“',
        '”',
        '…',
        '[^1]',
        '[^二]',
        '^[注里的**话**]',
        '^[',
        ']',
      ],
    );
    const html = fc.array(
      fc.constantFrom(
        ...'<p> </p> <div align=center> </div> <table> <tr> <td> <th colspan=2> </td> </tr> </table> <ul> <li> </ul>'.split(
          ' ',
        ),
        ...'<blockquote> </blockquote> <details> <summary> </summary> </details> <h2> </h2> <b> </b> <br> <hr>'.split(
          ' ',
        ),
        ...'<figure> <figcaption> </figure> <script>x</script> <iframe> </iframe> <o:p>'.split(' '),
        ...[
          '字',
          '（沈砚秋 摄）',
          '春分&nbsp;',
          '&lt;',
          '\n',
          '\n\n',
          '　　',
          '<!-- 注 -->',
          '<img src="a.png">',
          '*文*',
        ],
      ),
      { maxLength: 20 },
    );
    const line = fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const block = fc.oneof(
      line,
      line.map((text) => `> ${text}`),
      line.map((text) => `- ${text}`),
      line.map((text) => `1. ${text}\n\n   ${text}`),
      html.map((parts) => `<div>${parts.join('')}`),
      html.map((parts) => parts.join('')),
      html.map((parts) => `> <p>${parts.join('').replaceAll('\n', '\n> ')}`),
      line.map((text) => `[^1]: ${text}`),
      line.map((text) => `[^二]: ${text}\n\n    ${text.replaceAll('\n', '\n    ')}`),
      line.map((text) => `# ${text}`),
      line.map((text) => `## ${text}`),
      line.map((text) => `| a | b |\n|---|--:|\n| ${text.replaceAll('\n', ' ').replaceAll('|', '')} | c |`),
      line.map((text) => `![图](a.png)\n${text}`),
      line.map((text) => `![图](a.png) ![图](b.png)\n\n${text}`),
      line.map((text) => `[![图](a.png)](https://a.example)\n（${text}摄）\n![图](b.png)\n（通讯员供图）`),
      fc.constantFrom(
        ...[
          '相关链接：一个题目',
          '延伸阅读：',
          '责任编辑：林望舒',
          '青禾新闻讯（沈砚秋 通讯员罗一帆）春分刚过。',
          '（沈砚秋 摄）',
          '---',
          '```\ncode\n```',
        ],
        ...[
          '<div>raw</div>',
          '<div align="center">\n\n![图](a.png)\n\n</div>',
          '<img src="a.png" width="600">\n（沈砚秋 摄）',
          '<p><img src="a.png"></p>',
          '<!-- allow wrong-dash: 原文如此 -->',
          '本报记者 沈砚秋',
          '图为云岭镇的梯田。沈砚秋 摄',
          '[x]: https://a.example',
        ],
      ),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.constantFrom('\n\n', '\n', '\r\n\r\n'), (blocks, between) =>
        assertOneTruth(parseArticle(blocks.join(between))),
      ),
      { numRuns: 500 },
    );
  });
});
