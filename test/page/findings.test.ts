import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { type Page, pageHtml, renderPage } from '../../src/page/index.ts';

const house = shippedHouse('china-report');
const front = [
  '---',
  'title: 【山乡•纪事】柿子红了清泉镇•河口镇',
  'column: 乡村',
  'source: 中国报道',
  'published: 2026-05-04 09:30:00',
  'reporters: [苏禾]',
  'editor: 尚林溪',
  '---',
  '',
  '',
].join('\n');

function draw(text: string, marked = true): { page: Page; findings: readonly Finding[] } {
  const article = parseArticle(text);
  const { findings } = review(article, house, { files: new Map(), now: 0 });
  const options = { locale: 'zh', image: () => undefined } as const;
  return { page: renderPage(article, house, marked ? { ...options, findings } : options), findings };
}

/** The texts of the marks of a check, in order. */
function marked(html: string): string[] {
  return [...html.matchAll(/<copydesk-finding[^>]*>(.*?)<\/copydesk-finding>/gs)].map(([, text]) => text ?? '');
}

const withoutMarks = (html: string): string =>
  html
    .replace(/<\/?copydesk-finding[^>]*>/g, '')
    .replace(
      / data-findings="[^"]*" data-severity="\w+"( role="button" tabindex="0" aria-haspopup="dialog" aria-description="[^"]*")?/g,
      '',
    );

describe('findings on the page', () => {
  it('are marked on the very characters, with the message for those who hear the page', () => {
    const { page } = draw(`${front}中国报道讯（苏禾）清泉镇•河口镇签约，*河口镇•清泉镇*也去。\n`);
    const [block] = page.blocks;
    assert.ok(block);
    assert.deepEqual(marked(block.html), ['•', '•']);
    assert.equal(block.findings.length, 2);
    assert.match(
      block.html,
      /data-findings="0" data-severity="error" role="button" tabindex="0" [^>]*aria-description="[^"]*·/,
    );
  });

  it('are marked in the title and in its series tag', () => {
    const { page } = draw(`${front}中国报道讯（苏禾）清泉镇。\n`);
    assert.deepEqual(marked(page.around.before), ['•', '•']);
    assert.match(page.around.before, /山乡<copydesk-finding[^>]*>•<\/copydesk-finding>纪事/);
  });

  it('name a picture without a description, which would be ornament, and no other', () => {
    const article = parseArticle('---\ntitle: 柿子红了\n---\n\n清泉镇。\n\n![](a.png)\n\n![柿子](b.png)\n');
    const { findings } = review(article, house, { files: new Map(), now: 0 });
    const html = (found: readonly Finding[]): string =>
      renderPage(article, house, { locale: 'zh', image: (src) => src, findings: found })
        .blocks.map((block) => block.html)
        .join('');
    assert.match(
      html(findings),
      /<img data-findings[^>]*role="button"[^>]* src="a\.png" aria-label="没有替代文字的图片">/,
    );
    assert.match(html(findings), / src="b\.png" alt="柿子"/);
    assert.match(html([]), / src="a\.png" alt=""/);
  });

  it('mark a picture itself, and what is nowhere on the page is not lost', () => {
    const { page, findings } = draw(`---\ntitle: 柿子红了\n---\n\n清泉镇。\n\n![](a.png)\n`);
    const figure = page.blocks.find(({ html }) => html.startsWith('<figure'));
    assert.match(figure?.html ?? '', /<span data-findings="0[^"]*" data-severity="\w+" role="button"/);
    const all = [...page.findings, ...page.blocks.flatMap((block) => block.findings)];
    assert.deepEqual(new Set(all), new Set(findings));
    assert.equal(all.length, findings.length);
    assert.ok(page.findings.some(({ check }) => check === 'missing-field'));
  });

  it('leave the page as it is, whatever the text: without marks it is the same page', () => {
    const piece = fc.constantFrom(
      '清泉镇•河口镇',
      '“',
      '”',
      ',',
      '。。',
      '*',
      '**',
      '`a•b`',
      '[链•接](a.md)',
      '<b>',
      '&amp;',
      '\\*',
      '![图•片](a.png)',
      '（苏禾 摄）',
      '\n',
      '\n\n',
      '| a | b |\n|---|---|\n| 甲•乙 | “ |\n',
      '- 甲•乙\n',
      '> 引•文\n',
      '<!-- x -->',
      '# 题•目\n',
      '...',
      '——',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = front + pieces.join('');
        const { page, findings } = draw(text);
        const plain = draw(text, false).page;
        assert.equal(withoutMarks(pageHtml(page)), pageHtml(plain));
        assert.doesNotMatch(pageHtml(plain), /data-findings/);
        const all = [...page.findings, ...page.blocks.flatMap((block) => block.findings)];
        assert.deepEqual(new Set(all), new Set(findings));
      }),
      { numRuns: 300 },
    );
  });
});
