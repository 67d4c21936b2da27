import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review, reviewCache } from '../../src/engine/review.ts';
import { plainText } from '../../src/handover/plain-text.ts';
import { richCopy } from '../../src/handover/rich-copy.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { type Page, pageHtml, renderDocument, renderPage } from '../../src/page/index.ts';
import { inventedHouse, inventedWire } from './invented.ts';
import { readStrictly, tagsNamed } from './strict-html.ts';

const options = { locale: 'zh', image: (src: string) => src } as const;

function draw(text: string, house = inventedHouse()): Page {
  return renderPage(parseArticle(text), house, options);
}

describe('notes on the page', () => {
  const text =
    '桥长三公里[^长]，造价八亿元^[不含引桥]，又长三公里[^长]。\n\n结尾。\n\n[^长]: 据县交通局。\n\n    另一段。\n';

  it('stand below the text, in the order of their numbers, with ways there and back', () => {
    const page = draw(text);
    const html = page.blocks.map((block) => block.html).join('');
    assert.match(
      html,
      /三公里<sup class="noteref"><a href="#copydesk-note-1" id="copydesk-note-ref-1" role="doc-noteref" aria-label="注释 1">\[1\]<\/a><\/sup>/,
    );
    assert.match(page.blocks.at(-1)?.html ?? '', /^<section class="notes" role="doc-endnotes" aria-label="注释"><ol>/);
    const parts = readStrictly(html);
    const ids = parts.flatMap((part) =>
      typeof part === 'string' || part.closing ? [] : (part.attributes.get('id') ?? []),
    );
    assert.equal(new Set(ids).size, ids.length, 'ids are unique');
    for (const link of tagsNamed(parts, 'a')) assert.ok(ids.includes(link.attributes.get('href')?.slice(1) ?? ''));
    assert.deepEqual(
      tagsNamed(parts, 'li').map((item) => item.attributes.get('id')),
      ['copydesk-note-1', 'copydesk-note-2'],
    );
    assert.match(
      html,
      /另一段。<a href="#copydesk-note-ref-1" class="back" role="doc-backlink" aria-label="返回正文"> ↩︎<\/a>/,
    );
  });

  it('say where they are written, so that a click leads there', () => {
    const page = draw(text);
    const block = page.blocks.at(-1);
    assert.equal(block?.line, 4);
    assert.deepEqual(
      [...(block?.html ?? '').matchAll(/data-line="(-?\d+)"/g)].map(([, line]) => Number(line) + (block?.line ?? 0)),
      [4, 6, 0],
    );
    const lines = page.blocks.map(({ line }) => line);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });

  it('speak the language of the page', () => {
    assert.match(
      pageHtml(draw('Three kilometres.[^1]\n\n[^1]: Records.\n', inventedWire())),
      /aria-label="Note 1".*aria-label="Notes".*aria-label="Back to the text"/s,
    );
  });

  it('are marked where checks find something in them', () => {
    const house = shippedHouse('china-report');
    const article = parseArticle('---\ntitle: 桥\n---\n\n桥长三公里[^1]^[他说,好]。\n\n[^1]: 据县•交通局。\n');
    const { findings } = review(article, house, { files: new Map(), now: 0 });
    const page = renderPage(article, house, { ...options, findings });
    const notes = page.blocks.at(-1);
    assert.deepEqual(
      [...(notes?.html ?? '').matchAll(/<copydesk-finding[^>]*>(.*?)<\/copydesk-finding>/g)].map(([, mark]) => mark),
      ['•', ','],
    );
    assert.deepEqual(
      notes?.findings.map(({ check }) => check),
      ['wrong-interpunct', 'half-width-punctuation'],
    );
  });

  it('are not links within links, and are not lost in pictures and titles', () => {
    readStrictly(
      pageHtml(
        draw('[甲[^1]](https://a.example) ![乙^[丙]](a.png)\n\n# 题^[丁]\n\n[^1]: [戊^[己]](https://a.example)\n'),
      ),
    );
    assert.match(
      pageHtml(draw('<a href="https://a.example">甲[^1]</a>\n\n[^1]: 戊\n')),
      /<a href="https:\/\/a\.example">甲<sup class="noteref">\[1\]<\/sup><\/a>/,
    );
  });

  it('are in the exported page', () => {
    assert.match(renderDocument(draw(text)), /<li id="copydesk-note-1"><p>据县交通局。/);
  });

  it('are a list at the end of what is handed over, without ways there and back', () => {
    const article = parseArticle(text);
    assert.equal(
      plainText(article, inventedHouse({ fields: [] })),
      '　　桥长三公里[1]，造价八亿元[2]，又长三公里[1]。\n　　结尾。\n　　注释：\n　　[1] 据县交通局。\n　　另一段。\n　　[2] 不含引桥\n',
    );
    assert.match(
      plainText(parseArticle('Three.[^1]\n\n[^1]: Records.\n'), inventedWire()),
      /Three\.\[1\]\n\nNotes:\n\n\[1\] Records\./,
    );
    for (const destination of ['cms', 'wechat'] as const) {
      const { html } = richCopy(article, inventedHouse(), { for: destination, image: () => undefined });
      assert.match(html, /三公里<sup>\[1\]<\/sup>，造价八亿元<sup>\[2\]<\/sup>/);
      assert.match(
        html,
        /<p[^>]*>注释：<\/p>\s*<p[^>]*>\[1\] 据县交通局。<\/p>\s*<p[^>]*>另一段。<\/p>\s*<p[^>]*>\[2\] 不含引桥<\/p>/,
      );
      assert.doesNotMatch(html, /<a |id=|role=|↩|<li|<section/);
    }
  });
});

describe('an article with notes and HTML', () => {
  const piece = fc.constantFrom(
    ...['桥长三公里[^1]', '造价•八亿元[^2]', '总长^[引桥,另计]', '[^3]', '，', '。', '\n', '\n\n', '**要点**'],
    ...['\n\n[^1]: 据县•交通局。\n\n', '\n\n[^2]: 见[^3]。\n\n', '\n\n[^3]: “引文”\n    续\n\n', '<b>', '</b>', '['],
    ...[
      '\n\n<p>桥长[^1]--三公里</p>\n\n',
      '\n\n<blockquote>\n\n',
      '\n\n</blockquote>\n\n',
      '\n\n<details><summary>甲,乙</summary>\n\n',
    ],
    ...['\n\n</details>\n\n', '\n\n<table><tr><td>甲•乙<td>丙</table>\n\n', '> ', '- '],
  );
  const house = shippedHouse('china-report');
  const facts = { files: new Map<string, boolean>(), now: 0 };

  it('is reviewed and drawn after an edit as if it had never been read before', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 16 }),
        fc.array(fc.tuple(fc.nat(20), piece, fc.boolean()), { minLength: 1, maxLength: 4 }),
        (pieces, edits) => {
          const parsing = parseCache();
          const reviewing = reviewCache();
          const show = (text: string, kept: boolean): unknown => {
            const article = parseArticle(text, kept ? parsing : undefined);
            const { findings, characters } = review(article, house, facts, kept ? reviewing : undefined);
            const page = renderPage(article, house, { ...options, findings });
            const flat = findings.map(({ check, message, at }) => [check, message, at.start, at.end]);
            return { flat, characters, html: pageHtml(page), lines: page.blocks.map(({ line, end }) => [line, end]) };
          };
          const now = [...pieces];
          show(now.join(''), true);
          for (const [at, written, takes] of edits) {
            now.splice(at, takes ? 1 : 0, written);
            assert.deepEqual(show(now.join(''), true), show(now.join(''), false));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
