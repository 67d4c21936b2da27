import assert from 'node:assert/strict';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { pageHtml, renderPage } from '../../src/page/index.ts';
import { changedProse } from '../../src/reading/changed-prose.ts';

const house = shippedHouse('china-report');
const front = '---\ntitle: 河湾镇通水\npublished: 2026-05-02\n---\n\n';

function page(before: string, after: string, locale: 'en' | 'zh' = 'en') {
  const article = parseArticle(after);
  const options = { locale, image: (src: string) => `https://a.example/${src}`, findings: [] };
  const prose = changedProse(parseArticle(before), article, house);
  return {
    prose,
    plain: pageHtml(renderPage(article, house, options)),
    marked: pageHtml(renderPage(article, house, { ...options, changes: { prose, since: '3f2a9c1' } })),
  };
}

/** A page without what says that something changed. */
const unmarked = (html: string): string =>
  html
    .replace(/<section class="copydesk-changes".*?<\/section>/s, '')
    .replace(/<p class="copydesk-gone-block"><del [^>]*>[^<]*<\/del><\/p>\n/g, '')
    .replace(/<del class="copydesk-[^>]*>[^<]*<\/del>/g, '')
    .replace(/<span class="copydesk-moved"[^>]*><\/span>/g, '')
    .replace(/<ins class="copydesk-added"[^>]*>|<\/ins>/g, '');

const ins = (text: string): string => `<ins class="copydesk-added" data-said="added">${text}</ins>`;
const del = (text: string): string => `<del class="copydesk-removed" data-said="removed">${text}</del>`;
const gone = (text: string, said = 'removed'): string =>
  `<p class="copydesk-gone-block"><del class="copydesk-gone" data-said="${said}">${text}</del></p>`;

const long = '沿渠八百亩稻田今年都能自流灌溉，乡亲们不再挑水。';
const other = '镇里请来水利站的技术员，逐段检查闸门和渠壁。';

/** Two bodies, and what the page shows of the difference. */
const cases: readonly (readonly [about: string, before: string, after: string, ...shown: readonly string[]])[] = [
  ['a word', '新渠昨天通水。', '新渠今天通水。', `新渠${del('昨天')}${ins('今天')}通水。`],
  ['a word at the end', '新渠通水', '新渠通水了', `新渠通水${ins('了')}`],
  ['a word that went at the end', '新渠通水了', '新渠通水', `新渠通水${del('了')}`],
  ['English words', 'The old canal opened.', 'The new canal opened.', `The ${del('old')}${ins('new')} canal opened.`],
  ['a re-wrap', '新渠今天\n通水。', '新渠\n今天通水。'],
  [
    'words across markup',
    '新渠**今天**通水，乡亲都来看。',
    '新渠**明天**通水，[乡亲](https://a.example)都来看戏。',
    `<strong>${del('今天')}${ins('明天')}</strong>`,
    `看${ins('戏')}。`,
  ],
  [
    'a paragraph that came',
    long,
    `${long}\n\n${other}`,
    `<p data-line="0">${ins(other)}</p>`.replace(' data-line="0"', ''),
  ],
  ['a paragraph that went', `${long}\n\n${other}`, long, gone(other)],
  ['the first paragraph', `${other}\n\n${long}`, long, `${gone(other)}\n<p`],
  [
    'a paragraph that moved',
    `${long}\n\n${other}\n\n收工。`,
    `${other}\n\n收工。\n\n${long}`,
    `<span class="copydesk-moved" data-said="Moved here"></span>`,
    'Moved away from here',
  ],
  [
    'an item of a list',
    '- 一号闸门\n- 二号闸门\n- 三号闸门',
    '- 一号闸门\n- 三号闸门',
    '<del class="copydesk-gone" data-said="removed">二号闸门</del>三号',
  ],
  ['a subhead', `## 通水\n\n${long}`, `## 通水之后\n\n${long}`, `通水${ins('之后')}</h2>`],
  ['a quotation', `> ${long}`, `> ${long.replace('八百', '九百')}`, ins('九百')],
  [
    'a cell',
    '| 闸 | 水 |\n|---|---|\n| 一 | 水位已满到三米 |',
    '| 闸 | 水 |\n|---|---|\n| 一 | 水位已满到五米 |',
    '水位已满到<del class="copydesk-removed" data-said="removed">三',
  ],
  ['a note', `${long}[^1]\n\n[^1]: 水利站提供。`, `${long}[^1]\n\n[^1]: 水利局提供。`, del('水利站')],
  ['code', '```\na\n```', '```\nb\n```', `<code>${ins('b\n')}</code>`],
  ['a picture', `![水渠](a.jpg)\n\n${long}`, `![水渠](b.jpg)\n\n${long}`, '<ins class="copydesk-added"'],
  [
    'a caption',
    `![水渠](a.jpg)\n\n新渠通水。高远/摄\n\n${long}`,
    `![水渠](a.jpg)\n\n旧渠通水。高远/摄\n\n${long}`,
    ins('旧'),
  ],
  ['what looks like HTML', '渠水今年<b>深</b>。', '渠水今年<b>深</b>&lt;了&gt;。', ins('&lt;'), ins('了')],
  ['everything', long, '', gone(long)],
];

describe('changes marked on the page', () => {
  for (const [about, before, after, ...shown] of cases) {
    it(`${about}: are shown, and the rest is the page as it is`, () => {
      const { marked, plain, prose } = page(`${front}${before}\n`, `${front}${after}\n`);
      assert.equal(unmarked(marked), plain);
      for (const one of shown) assert.ok(marked.includes(one), `${one}\n\n${marked}`);
      assert.equal(prose.places === 0, shown.length === 0);
    });
  }

  it('say above it since when, how many, and what changed of the front matter', () => {
    const { marked } = page(`${front}${long}\n`, `${front.replace('通水', '修渠')}${other}\n`, 'zh');
    assert.match(
      marked,
      /^<section class="copydesk-changes" lang="zh" aria-label="对照 3f2a9c1 的修订"><p>对照 3f2a9c1，改动 \d 处<\/p><dl><dt>title<\/dt>/,
    );
    assert.match(marked, /<del class="copydesk-removed" data-said="删去">通水<\/del>/);
    assert.match(
      page(`${front}${long}\n`, `${front}${long}\n`).marked,
      /Nothing that a reader sees has changed since 3f2a9c1/,
    );
  });

  it('say what changed of a headline that stands in the text', () => {
    const own = (title: string): string => `---\npublished: 2026-05-02\n---\n\n# ${title}\n\n${long}\n`;
    const { marked, plain } = page(own('河湾镇通水'), own('河湾镇修渠'));
    assert.match(marked, /<dt>Headline<\/dt><dd>河湾镇<del[^>]*>通水<\/del><ins/);
    assert.equal(unmarked(marked), plain);
  });

  it('escape what the earlier version says', () => {
    const { marked } = page(`${front}渠水 <script>alert(1)</script> 深。\n`, `${front}渠水深。\n`);
    assert.doesNotMatch(marked, /<script/);
  });
});
