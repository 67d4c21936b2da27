import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../src/model/parse.ts';
import { pageHtml, renderDocument, renderPage } from '../../src/page/index.ts';
import { safeImage, safeLink } from '../../src/page/links.ts';
import { anyText } from '../any-text.ts';
import { assertEnds, assertGrowsEvenly } from '../work.ts';
import { attacks } from './attacks.ts';
import { inventedHouse, inventedWire } from './invented.ts';
import { readStrictly, tagsNamed } from './strict-html.ts';

const houses = [inventedHouse(), inventedWire()];

function assertSafe(text: string): void {
  for (const house of houses) {
    // The worst of hosts: it shows whatever the article asks for.
    const page = renderPage(parseArticle(text), house, { locale: 'en', image: (src) => src });
    const parts = readStrictly(pageHtml(page));
    for (const link of tagsNamed(parts, 'a')) {
      const href = link.attributes.get('href');
      if (href !== undefined) assert.match(href, /^(?:https?:|mailto:|#|\.{0,2}\/(?!\/)|[^/\\:][^:]*$|[^/\\:]*[/?#])/i);
    }
    for (const picture of tagsNamed(parts, 'img')) {
      assert.doesNotMatch(picture.attributes.get('src') ?? '', /^\s*(?:javascript|command|vbscript|data:text)/i);
    }
    const document = renderDocument(page);
    const body = document.slice(document.indexOf('<body>') + '<body>'.length, document.lastIndexOf('</body>'));
    readStrictly(body.trim());
    const head = document.slice(0, document.indexOf('<body>'));
    assert.equal(head.split('<').length, 12, 'the head has the tags that we wrote and no other');
  }
}

describe('a page of a hostile article', () => {
  for (const { name, text } of attacks) {
    it(`is text for ${name}`, () => assertSafe(text));
    it(`is text for ${name}, in a quote and in a list`, () => {
      const lines = text.split('\n');
      assertSafe(lines.map((line) => `> ${line}`).join('\n'));
      assertSafe(lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)).join('\n'));
    });
  }

  it('is text for anything', () => {
    const marks = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '![',
        '](',
        ')',
        '[',
        ']',
        '<!--',
        '-->',
        '\n',
        '\n\n',
        ' ',
        '|',
        '---\n',
        '# ',
        '- ',
      ],
      ...[
        'javascript:',
        'command:',
        'data:text/html,',
        'onerror=',
        'src=x',
        '<img ',
        '<script>',
        '&#106;',
        '\0',
        '\uD800',
        'title: ',
      ],
      ...[
        '<p ',
        '<div>',
        '<table>',
        '<td ',
        'colspan=',
        '<svg>',
        '<style>',
        '<math>',
        '<a href=',
        '</',
        '<details>',
        '</p>',
      ],
      ...['style=', '[^1]', '\n[^1]: ', '^[', 'class=', '<li>', '=', '/'],
      ...['（', '）', '摄', '相关链接：', '责任编辑：', '青禾新闻讯', '**', '~~', '*', '\\', '\t', '：', '字'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, anyText(3)), { maxLength: 40 }), (pieces) => assertSafe(pieces.join(''))),
      { numRuns: 500 },
    );
  });
});

describe('a page of a monstrous article', () => {
  for (const unit of [
    '[](a)\n',
    '![](a)\n',
    '![](a) &#32;',
    '![](a)\n（沈砚秋 摄）\n',
    '<!-- ',
    '<b>\n',
    '**字\n',
    '> ',
    '- 字\n',
    '| a ',
    '（通讯员供图）\n\n',
    '![](a)\n\n（通讯员供图）\n\n',
    '责任编辑：林望舒\n\n',
    '相关链接：\n\n',
    '【',
    '&#32;\n',
  ]) {
    it(`is drawn, for 30,000 characters of ${JSON.stringify(unit)}`, () => {
      const article = parseArticle(unit.repeat(Math.ceil(30_000 / unit.length)));
      // A fault that is quadratic takes minutes.
      assertEnds(unit, () => renderPage(article, inventedHouse(), { locale: 'en', image: (src) => src }));
    });
  }
});

describe('a block of monstrous HTML', () => {
  for (const unit of [
    ...[
      '<',
      '<div>',
      '<blockquote>',
      '<a x="',
      '<a x="> ',
      '<!-- ',
      '</',
      '<script>',
      '<svg><style>',
      '<video>',
      '&amp;',
    ],
    ...[
      '<table><tr><td>',
      '<ul><li>',
      '<li>字',
      '<td>字',
      '</p>',
      '<p>字\n',
      '<details><summary>',
      '<figure><figcaption>',
    ],
    ...['<img src=a>', '<b>', '<a href=x>字', '<math><mi>', '<blockquote>\n\n', '<pre>', '&nbsp;<p>', '字^[注]', '^['],
  ]) {
    it(`is read and drawn in linear time, for ${JSON.stringify(unit)}`, () => {
      assertGrowsEvenly('HTML', unit, 30_000, (text) => {
        renderPage(parseArticle(`<div>${text}`), inventedHouse(), { locale: 'en', image: (src) => src });
      });
    });
  }

  it('is read where it is 5 MB of nothing', () => {
    assert.equal(parseArticle(`<div>${'<'.repeat(5_000_000)}>`).passages.length, 1);
  });

  it('is drawn no deeper than browsers read it', () => {
    const text = `${'<blockquote>'.repeat(100_000)}字${'</blockquote>'.repeat(100_000)}`;
    const { blocks } = renderPage(parseArticle(text), inventedHouse(), { locale: 'en', image: () => undefined });
    const depth = blocks[0]?.html.split('<blockquote').length ?? 0;
    assert.ok(depth > 10 && depth < 60, `${depth} quotes`);
  });
});

describe('links', () => {
  for (const href of [
    'https://a.example/b?c=d:e',
    'http://a.example',
    'mailto:desk@a.example',
    '#note',
    'other.md',
    '../乡村/other.md',
    '/index.html',
    'a/b:c',
    '?q=a:b',
    '',
  ]) {
    it(`leads to ${JSON.stringify(href)}`, () => assert.equal(safeLink(href), href));
  }
  for (const href of [
    'javascript:x',
    'JAVASCRIPT:x',
    ' javascript:x',
    'java\nscript:x',
    'java\u00ADscript:x',
    '\u200Bjavascript:x',
    'vbscript:x',
    'command:x',
    'vscode:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:x',
    '//a.example',
    '\\\\a.example\\b',
    '/\\a.example',
    '\t//a.example',
    'c:\\windows',
  ]) {
    it(`does not lead to ${JSON.stringify(href)}`, () => assert.equal(safeLink(href), undefined));
  }

  it('are judged in linear time', () => {
    safeLink(`${'\u0000'.repeat(1_000_000)}javascript:x`);
    safeLink('a'.repeat(1_000_000));
    safeImage(`data:image/${'a'.repeat(1_000_000)}`);
  });
});
