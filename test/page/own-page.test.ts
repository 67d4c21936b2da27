import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { houseFindings } from '../../src/checks/house-file.ts';
import { checks } from '../../src/checks/index.ts';
import type { PageSlot } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { placePageFaults } from '../../src/house/page-faults.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { type OwnPage, type PageFiles, pageHtml, renderDocument, renderPage } from '../../src/page/index.ts';
import { localCss, localDeclarations } from '../../src/page/own/local-css.ts';
import { readOwnPage } from '../../src/page/own/read-own-page.ts';
import { assertEnded } from '../work.ts';
import { inventedHouse, report } from './invented.ts';

const saved = readFileSync('test/newsroom/site/article.html');
const slots = { title: 'h1.title', column: '#column', meta: '.time', body: '.article', editor: '.editor' };
const beside = (reference: string): string | undefined =>
  reference.startsWith('..') ? undefined : `site/${reference.replace(/^\.\//, '')}`;

function draw(own: OwnPage, text = report): string {
  return pageHtml(renderPage(parseArticle(text), inventedHouse(), { locale: 'zh', image: (src) => src, own }));
}

/** The files of the sample newsroom's saved page. */
const site: PageFiles = {
  url: beside,
  read: async (reference) => (existsSync(at(reference)) ? readFileSync(at(reference)) : undefined),
  exist: async (references) => references.map((reference) => existsSync(at(reference))),
};

function at(reference: string): string {
  return `test/newsroom/site/${reference}`;
}

/** Nothing stands beside the page. */
const alone: PageFiles = { url: beside, read: async () => undefined, exist: async (all) => all.map(() => true) };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page with files beside it, by their path from there, as text or bytes. */
function pageWith(files: Readonly<Record<string, string | Uint8Array>>): PageFiles {
  const find = (reference: string): string | undefined => {
    const name = decodeURIComponent(reference.replace(/[?#].*$/, '')).replace(/^\.\//, '');
    return Object.keys(files).find((file) => file === path.posix.normalize(name));
  };
  return {
    url: (reference) => (find(reference) === undefined ? undefined : `/at/${find(reference)}`),
    async read(reference) {
      const found = files[find(reference) ?? ''];
      return typeof found === 'string' ? bytes(found) : found;
    },
    exist: async (references) => references.map((reference) => find(reference) !== undefined),
  };
}

async function read(body: string, named: Partial<Record<PageSlot, string>> = { body: '#b' }): Promise<OwnPage> {
  return readOwnPage(bytes(`<div id="b"></div>${body}`), named, 'site/article.html', alone);
}

describe('the newsroom’s own page', () => {
  let own: OwnPage;
  let html: string;

  before(async () => {
    own = await readOwnPage(saved, slots, 'site/article.html', site);
    html = draw(own);
  });

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
      own.styles.map(({ css, media }) => [
        css
          .trim()
          .replace(/^\/\*.*?\*\/\s*/, '')
          .slice(0, 28),
        media,
      ]),
      [
        [':where(.copydesk-hint-3) {di', undefined],
        ['* { box-sizing: border-box; ', undefined],
        ['.bar, .nav, .side { display:', 'print'],
        ['.crumb { color: #7a4b12; bac', undefined],
        ['.copydesk-style-1:not(#_#_#_', undefined],
      ],
    );
    assert.deepEqual(own.body, { class: 'page-article copydesk-style-1', id: 'top' });
    assert.deepEqual(own.html, { class: 'site', lang: 'zh-CN' });
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

  it('says in the house file what matches nothing, at its place', async () => {
    const text = `extends: china-report\npage:\n  html: site/article.html\n  slots:\n    title: h9.title\n    body: .article\n    editor: '..'\n    column: .article p\n`;
    const { house } = resolveHouse({ text }, checks);
    assert.ok(house);
    const page = await readOwnPage(saved, house.page.slots ?? {}, 'site/article.html', site);
    const found = houseFindings(placePageFaults(text, page.faults));
    assert.deepEqual(
      found.map(({ at, message }) => [text.slice(at.start, at.end), message.en]),
      [
        ['h9.title', 'Nothing in `site/article.html` matches `h9.title`'],
        ["'..'", '`..` is not a CSS selector: write one such as `.article`'],
        ['.article p', '`.article p` is inside the element of `body`: the two must be apart'],
      ],
    );
    for (const { message } of found) assert.match(message.zh, /\p{Script=Han}/u);
    const none = await readOwnPage(saved, { title: 'h1' }, 'site/article.html', site);
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
    '<svg><use href="https://evil.example/s.svg#a"/><use xlink:href="data:image/svg+xml,<svg/>#a"/><image href="https://evil.example/p.png"/></svg>',
    '<svg><rect fill="url(https://evil.example/p.svg#a)" stroke="u\\72l(https://evil.example/p.svg#a)" mask="url(//evil.example/m.svg#a)"/></svg>',
    '<svg><a href="javascript:window.taken=1"><animate attributeName="href" to="javascript:window.taken=1"/><set attributeName="onload" to="window.taken=1"/><rect/></a></svg>',
    '<svg><foreignObject><body onload="window.taken=1"><iframe src="https://evil.example/"></iframe></body></foreignObject><style>@import "https://evil.example/a.css";</style></svg>',
    '<svg><desc><textarea><img title="</textarea><img src=x onerror=window.taken=1>"></textarea></desc><title><img src=x onerror=window.taken=1></title></svg>',
    '<img data-src="https://evil.example/p.png"><img data-original="javascript:window.taken=1"><img srcset="//evil.example/a.png 1x, javascript:window.taken=1 2x">',
    '<iframe width="1;background:url(https://evil.example/p.png)" height="expression(window.taken=1)" onload="window.taken=1"></iframe>',
    '<td background="x.png\');}body{background:url(https://evil.example/p.png)}"></td><p data-copydesk-box="background:url(https://evil.example/p.png)">x</p>',
    '<div is="x-y" contenteditable autofocus onfocus="window.taken=1" tabindex="1">x</div>',
  ]) {
    it(`does nothing: ${attack.slice(0, 60)}`, async () => {
      const own = await read(attack);
      const page = renderPage(parseArticle('正文。\n'), inventedHouse(), { locale: 'zh', image: (src) => src, own });
      assert.equal(page.theme, 'own');
      const whole = renderDocument(page);
      // A script goes with what is in it.
      if (attack.startsWith('<script>')) assert.doesNotMatch(whole, /window\.taken/);
      // What the policy and our own styles say aside, and what is text or a value that a browser does not read.
      const tags = whole.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').match(/<[a-z][^>]*>/gi) ?? [];
      for (const tag of tags) {
        assert.doesNotMatch(
          tag,
          /^<(?:script|iframe|object|embed|base|math|meta http|video|audio|area|template|noscript|foreignobject|image|animate|set\b)/i,
          tag,
        );
        assert.doesNotMatch(
          tag,
          /\s(?:on\w+|action|formaction|background|poster|contenteditable|autofocus|is|style)\s*=/i,
          tag,
        );
        assert.doesNotMatch(tag, /(?:href|src)="\s*(?:javascript|command|data:text|file:|\/\/|\.\.\/\.\.)/i, tag);
        assert.doesNotMatch(tag.replace(/ data-[a-z-]+="[^"]*"/g, ''), /^<(?!a )[^>]*evil\.example/i, tag);
      }
      for (const style of own.styles) assert.doesNotMatch(style.css, /evil\.example|<\//);
      assert.doesNotMatch(pageHtml(page), /data-copydesk-slot|data-line="9"|data-blocks/);
    });
  }

  it('is read in time, however large or deep', async () => {
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
      const before = process.cpuUsage();
      const own = await read(unit.repeat(Math.ceil(60_000 / unit.length)));
      assertEnded(unit, before);
      assert.ok(own.layout !== undefined || own.faults.length > 0);
    }
    assert.equal((await read('x'.repeat(5_000_000))).faults[0]?.code, 'page-too-big');
  });
});

describe('a page as sites and browsers really write it', () => {
  /** 青禾 in GBK. */
  const gbk = (text: string): Uint8Array => {
    const known: Readonly<Record<string, readonly number[]>> = { 青: [0xc7, 0xe0], 禾: [0xba, 0xcc], 黑: [0xba, 0xda] };
    return Uint8Array.from([...text].flatMap((letter) => known[letter] ?? [letter.charCodeAt(0)]));
  };
  const named = { body: '#b' };
  const page = (html: string | Uint8Array, files: Readonly<Record<string, string | Uint8Array>> = {}) =>
    readOwnPage(typeof html === 'string' ? bytes(html) : html, named, 'site/a.html', pageWith(files));
  const css = ({ styles }: OwnPage): string => styles.map((style) => style.css).join('\n');

  for (const said of [
    '<meta charset=gb2312>',
    '<meta http-equiv="Content-Type" content="text/html; charset=GBK">',
    `<!--${' '.repeat(1500)}--><META CONTENT="text/html; charset = 'gb2312'">`,
    '',
  ]) {
    it(`is GBK, its stylesheets too: ${said.trim().slice(0, 40) || 'and says nothing of it'}`, async () => {
      const own = await page(gbk(`${said}<link rel=stylesheet href=a.css><p>青禾</p><div id=b></div>`), {
        'a.css': gbk('p{font-family:"黑"}'),
      });
      assert.match(draw(own), /<p>青禾<\/p>/);
      assert.match(css(own), /"黑"/);
    });
  }

  it('is UTF-8 whose stylesheet is GBK and says so, and a mark goes before what is said', async () => {
    const own = await page('\uFEFF<meta charset=gbk><link rel=stylesheet href=a.css><p>青禾</p><div id=b></div>', {
      'a.css': gbk('@charset "gbk";p{font-family:"黑"}'),
    });
    assert.match(draw(own), /<p>青禾<\/p>/);
    assert.match(css(own), /"黑"/);
    assert.doesNotMatch(css(own), /@charset/);
  });

  it('has its files in a folder with a Chinese name, encoded or not, and stylesheets that import others', async () => {
    const own = await page(
      '<link rel="stylesheet" href="./%E9%9D%92%E7%A6%BE_files/a.css?v=3" media="screen"><img src="青禾_files/logo%20(1).png"><div id=b></div>',
      {
        '青禾_files/a.css': '@import "base/b.css"; @import url(c.css) print;\np{background:url(../img/x.png)}',
        '青禾_files/base/b.css': '@import "../a.css"; b{background:url(y.png)}',
        '青禾_files/c.css': 'i{color:red}',
        '青禾_files/base/y.png': '',
        '青禾_files/logo (1).png': '',
        'img/x.png': '',
      },
    );
    assert.deepEqual(own.faults, []);
    assert.deepEqual(
      own.styles.map(({ css: text, media }) => [text.trim(), media]),
      [
        ['b{background:url("/at/青禾_files/base/y.png")}', 'screen'],
        ['@media print {\ni{color:red}\n}', 'screen'],
        ['p{background:url("/at/img/x.png")}', 'screen'],
      ],
    );
    assert.match(draw(own), /<img src="\/at\/青禾_files\/logo \(1\)\.png">/);
  });

  it('says what is not there of what was saved with it, once', async () => {
    const own = await page(
      '<link rel=stylesheet href="a_files/a.css"><img src="a_files/%E9%9D%92.png"><img src="https://a.example/x.png"><div id=b></div>',
    );
    assert.deepEqual(own.faults, [
      { code: 'page-incomplete', data: { file: 'site/a.html', actual: 'a_files/a.css', count: 2 } },
    ]);
  });

  it('has pictures that wait for a script, or come in sizes', async () => {
    const files = { 'a.jpg': '', 'b.jpg': '', 'wait.gif': '' };
    const drawn = draw(
      await page(
        '<img id=1 src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="a.jpg"><img id=2 data-original="b.jpg"><img id=3 src="wait.gif" data-src="https://a.example/c.jpg">' +
          '<img id=4 src="a.jpg" srcset="a.jpg 1x, https://a.example/2.jpg 2x,b.jpg 3x"><picture><source srcset="https://a.example/x.webp"><source srcset="b.jpg" media="(min-width: 600px)"><img id=5 src="a.jpg"></picture><div id=b></div>',
        files,
      ),
    );
    assert.match(drawn, /<img id="1" src="\/at\/a\.jpg"/);
    assert.match(drawn, /<img id="2"[^>]* src="\/at\/b\.jpg"/);
    assert.match(drawn, /<img id="3" src="\/at\/wait\.gif"/);
    assert.match(drawn, /<img id="4" src="\/at\/a\.jpg" srcset="\/at\/a\.jpg 1x, \/at\/b\.jpg 3x">/);
    assert.match(drawn, /<picture><source srcset="\/at\/b\.jpg" media="\(min-width: 600px\)"><img id="5"/);
  });

  it('goes by a base inside the folder, and not by one elsewhere', async () => {
    const files = { 'x/a.png': '', 'a.png': '' };
    assert.match(draw(await page('<base href="x/"><img src="a.png"><div id=b></div>', files)), /\/at\/x\/a\.png/);
    assert.match(
      draw(await page('<base href="https://a.example/"><img src="a.png"><div id=b></div>', files)),
      /"\/at\/a\.png/,
    );
  });

  it('keeps its document type, attributes that colours go by, and what its tags say of its looks', async () => {
    const old = await page(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">' +
        '<html data-theme="day"><body bgcolor="eeeeee" text=#333 background="g.gif" topmargin=0 leftmargin=10><div id=b></div>',
      { 'g.gif': '' },
    );
    const document = renderDocument(
      renderPage(parseArticle(report), inventedHouse(), { locale: 'zh', image: (src) => src, own: old }),
    );
    assert.match(document, /^<!DOCTYPE html PUBLIC "-\/\/W3C/);
    assert.match(document, /<html lang="zh-Hans" data-theme="day">/);
    assert.match(
      css(old),
      /^:where\(\.copydesk-hint-1\) \{background-image:url\("\/at\/g\.gif"\);background-color:#eeeeee;color:#333;margin-left:10px;margin-right:10px;margin-top:0px;margin-bottom:0px\}/,
    );
    assert.equal((await page('<p>x</p><div id=b></div>')).doctype, '');
    assert.equal(
      (await page('<!doctype html SYSTEM "about:legacy-compat"><div id=b></div>')).doctype,
      '<!doctype html SYSTEM "about:legacy-compat">',
    );
    assert.equal((await page('<!doctype html [<!ENTITY x "y">]><div id=b></div>')).doctype, '', 'as browsers have it');
  });

  it('keeps drawings that only draw, and the room of frames', async () => {
    const drawn = await page(
      '<svg viewBox="0 0 9 9" class="logo"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><path d="M0 0h9" fill="url(#g)" style="stroke:red"/><use xlink:href="#g"/></svg>' +
        '<iframe class="ad" src="x.html" width="200" height="60" frameborder="0">no</iframe><div id=b></div>',
    );
    assert.match(
      draw(drawn),
      /<svg viewBox="0 0 9 9" class="logo"><defs><linearGradient id="g"><stop offset="0" stop-color="red"><\/stop><\/linearGradient><\/defs><path d="M0 0h9" fill="url\(#g\)" class="copydesk-style-\d"><\/path><use xlink:href="#g"><\/use><\/svg><span class="ad copydesk-hint-\d"><\/span>/,
    );
    assert.match(css(drawn), /\{display:inline-block;box-sizing:content-box;width:200px;height:60px;border:0\}/);
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
