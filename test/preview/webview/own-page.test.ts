import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import type { PageSlot } from '../../../src/house/house.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { type PageFiles, renderDocument, renderPage } from '../../../src/page/index.ts';
import { readOwnPage } from '../../../src/page/own/read-own-page.ts';
import { inventedHouse } from '../../page/invented.ts';
import { chromiumAlone } from './chromium.ts';

const site = 'https://site.test';
const folder = 'test/newsroom/site';
const saved = readFileSync(`${folder}/article.html`, 'utf8');

/** What stands beside a page, by its path from there. */
type Files = Readonly<Record<string, Buffer>>;

const sample: Files = Object.fromEntries(
  readdirSync(`${folder}/article_files`).map((name) => [
    `article_files/${name}`,
    readFileSync(`${folder}/article_files/${name}`),
  ]),
);

/** Letters of GBK as bytes, one UTF-16 unit each: Node does not write it. */
const gbk: Readonly<Record<string, string>> = {
  青: '\xc7\xe0',
  禾: '\xba\xcc',
  网: '\xcd\xf8',
  正: '\xd5\xfd',
  文: '\xce\xc4',
};
const inGbk = (text: string): Buffer =>
  Buffer.from(
    text.replace(/\p{Script=Han}/gu, (letter) => gbk[letter] ?? '?'),
    'latin1',
  );

/** A page of the kind that has been on the net for twenty years, and another of this year, in one. */
const oldPage = inGbk(`<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="zh-CN" data-theme="day"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<link rel="stylesheet" href="%C7%E0_files/../%E9%9D%92%E7%A6%BE_files/a.css?v=2"><style>@import url("%E9%9D%92%E7%A6%BE_files/phone.css") (max-width: 600px);</style></head>
<body bgcolor="ddeeff" text="#223344" background="%E9%9D%92%E7%A6%BE_files/dot.png" topmargin="0" leftmargin="20">
<table width="90%" cellpadding="6"><tr><td background="%E9%9D%92%E7%A6%BE_files/paper.png" width="200" height="80"><font size="5" color="red">青禾网</font></td>
<td><svg width="60" height="60" viewBox="0 0 10 10" class="mark"><defs><linearGradient id="g"><stop offset="0" stop-color="#fc0"/><stop offset="1" stop-color="#c00"/></linearGradient></defs><circle cx="5" cy="5" r="4" fill="url(#g)" style="stroke:#000;stroke-width:.5"/></svg></td>
<td><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" width="40" height="40" alt=""><img src="%E9%9D%92%E7%A6%BE_files/dot.png" srcset="%E9%9D%92%E7%A6%BE_files/logo.png 1x, %E9%9D%92%E7%A6%BE_files/big.png 2x" alt=""></td></tr></table>
<picture><source srcset="%E9%9D%92%E7%A6%BE_files/dot.png" media="(max-width: 600px)"><img src="%E9%9D%92%E7%A6%BE_files/logo.png" alt=""></picture>
<canvas width="70" height="20" style="background: #0a0"></canvas><iframe src="about:blank" width="120" height="40" style="border-color: #00f"></iframe>
<p class="lead">青禾</p><div class="text"><p>正文</p></div><p>网</p></body></html>`);
const oldFiles: Files = {
  '青禾_files/a.css': inGbk(
    '@charset "gb2312";\n@import "sub/b.css";\n.lead::before { content: "正文" } html[data-theme="day"] .lead { color: #060 }\n@media (prefers-color-scheme: dark) { body { color: #fff; background: #123 } }',
  ),
  '青禾_files/sub/b.css': Buffer.from(
    '.text { background: url(../paper.png); border: 1px solid } .mark { fill: none }',
  ),
  '青禾_files/phone.css': Buffer.from('table { width: 100% } .lead { font-size: 30px }'),
  '青禾_files/dot.png': sample['article_files/dot.png'] ?? Buffer.of(),
  '青禾_files/paper.png': sample['article_files/paper.png'] ?? Buffer.of(),
  '青禾_files/big.png': sample['article_files/paper.png'] ?? Buffer.of(),
  '青禾_files/logo.png': sample['article_files/logo.png'] ?? Buffer.of(),
};

function beside(files: Files): PageFiles {
  const find = (reference: string): string | undefined => {
    const { pathname } = new URL(reference, `${site}/`);
    let name = pathname;
    try {
      name = decodeURIComponent(pathname);
    } catch {
      // As it is written.
    }
    return Object.hasOwn(files, name.slice(1)) ? name.slice(1) : undefined;
  };
  return {
    url(reference) {
      const found = find(reference);
      return found?.split('/').map(encodeURIComponent).join('/');
    },
    read: async (reference) => files[find(reference) ?? ''],
    exist: async (references) => references.map((reference) => find(reference) !== undefined),
  };
}
const slots = { title: 'h1.title', column: '#column', meta: '.time', body: '.article', editor: '.editor' };

/** The article that the page was saved with. */
const article = `---
title: 柳叶渡办起渔家夜校
column: 乡村
published: 2025-10-14 08:30:00
source: 云岫新闻
editor: 许青禾
---

云岫新闻讯（何照野报道）天刚擦黑，柳叶渡的晒网场亮起了灯。

夜校每周两晚，教看水情、修机器、算细账，已经上了六课，来听的渔民有四十多人。
`;

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  png: 'image/png',
  js: 'text/javascript',
};

describe('the newsroom’s saved page in Chromium', () => {
  let browser: Browser;

  before(async () => {
    browser = await chromiumAlone();
  });
  after(() => browser?.close());

  /** Opens a page among the files that were saved with it. Everything that is asked for elsewhere is noted. */
  async function open(
    html: string | Buffer,
    scripts: boolean,
    files: Files = sample,
    scheme: 'light' | 'dark' = 'light',
  ): Promise<{ tab: Tab; elsewhere: string[]; context: BrowserContext }> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, colorScheme: scheme });
    const elsewhere: string[] = [];
    await context.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.href === `${site}/article.html`) {
        // A browser with scripts, which are all that we take away: what stands in <noscript> is not shown.
        const headers = {
          'content-type': Buffer.isBuffer(html) ? 'text/html' : 'text/html; charset=utf-8',
          ...(scripts ? {} : { 'content-security-policy': "script-src 'none'; frame-src 'none'" }),
        };
        return route.fulfill({ headers, body: html });
      }
      const file = decodeURIComponent(url.pathname).slice(1);
      const body = url.origin === site ? files[file] : undefined;
      if (body) return route.fulfill({ contentType: types[file.split('.').at(-1) ?? ''] ?? '', body });
      elsewhere.push(url.href);
      return route.abort();
    });
    const tab = await context.newPage();
    await tab.goto(`${site}/article.html`);
    return { tab, elsewhere, context };
  }

  const draw = async (
    page: string | Buffer = saved,
    text = article,
    places: Readonly<Partial<Record<PageSlot, string>>> = slots,
    files: Files = sample,
  ): Promise<string> => {
    const own = await readOwnPage(Buffer.from(page), places, 'site/article.html', beside(files));
    assert.deepEqual(own.faults, []);
    return renderDocument(renderPage(parseArticle(text), inventedHouse(), { locale: 'zh', image: (src) => src, own }));
  };

  /** Fails unless two pages are the same picture, which is of more than one colour. */
  async function same(before: Tab, after: Tab, name: string): Promise<void> {
    const pictures = () => Promise.all([before, after].map((tab) => tab.screenshot({ fullPage: true })));
    let [saw, sees] = await pictures();
    assert.ok(saw && sees);
    if (!saw.equals(sees)) {
      // The edge of a curve that was drawn while the page was still coming may keep a shade of what stood there: both are
      // drawn anew, whole.
      for (const tab of [before, after])
        for (const display of ['none', ''])
          await tab.evaluate((how) => {
            document.documentElement.style.display = how;
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          }, display);
      [saw, sees] = await pictures();
      assert.ok(saw && sees);
    }
    if (!saw.equals(sees)) {
      mkdirSync('dist/screenshots', { recursive: true });
      writeFileSync(`dist/screenshots/saved-${name}-before.png`, saw);
      writeFileSync(`dist/screenshots/saved-${name}-after.png`, sees);
    }
    assert.ok(saw.equals(sees), `the same picture; both are dist/screenshots/saved-${name}-….png`);
    assert.ok(saw.length > 8000, 'a picture of one colour would be shorter');
  }

  for (const width of [1000, 375]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`is the page that the browser saved, to the pixel, at ${width} pixels, ${scheme}`, async () => {
        const before = await open(saved, false, sample, scheme);
        const after = await open(await draw(), false, sample, scheme);
        for (const { tab } of [before, after]) await tab.setViewportSize({ width, height: 700 });
        assert.deepEqual(after.elsewhere, []);
        await same(before.tab, after.tab, `${width}-${scheme}`);
        await Promise.all([before, after].map(({ context }) => context.close()));
      });

      it(`is so for a page of GBK with tables, frames, drawings and imports, at ${width} pixels, ${scheme}`, async () => {
        const before = await open(oldPage, false, oldFiles, scheme);
        const drawn = await draw(oldPage, '正文\n', { body: '.text' }, oldFiles);
        const after = await open(drawn, false, oldFiles, scheme);
        for (const { tab } of [before, after]) await tab.setViewportSize({ width, height: 700 });
        assert.deepEqual([after.elsewhere, await after.tab.evaluate(() => document.compatMode)], [[], 'BackCompat']);
        await same(before.tab, after.tab, `old-${width}-${scheme}`);
        await Promise.all([before, after].map(({ context }) => context.close()));
      });
    }
  }

  it('stays the same around another article', async () => {
    const before = await open(saved, false);
    const after = await open(
      await draw(saved, article.replace('柳叶渡办起渔家夜校', '另一个题目').replace('何照野', '沈砚秋')),
      false,
    );
    const mask = ({ tab }: { tab: Tab }) => Object.values(slots).map((selector) => tab.locator(selector));
    const pictures = await Promise.all(
      [before, after].map((one) => one.tab.screenshot({ fullPage: true, mask: mask(one) })),
    );
    assert.ok(pictures[0] && pictures[1] && pictures[0].equals(pictures[1]), 'the same picture, slots aside');
    await Promise.all([before, after].map(({ context }) => context.close()));
  });

  it('runs nothing and loads nothing from elsewhere, whatever was saved', async () => {
    const hostile = saved.replace(
      '<div class="wrap">',
      `<div class="wrap"><img src=./article_files/logo.png onerror="window.taken=1"><svg onload="window.taken=1"></svg><iframe srcdoc="<script>parent.taken=1</script>"></iframe>
       <style>@import "https://evil.example/a.css"; .wrap{background:url(//evil.example/p.png)}</style><meta http-equiv="refresh" content="0;url=https://evil.example/">
       <p style="background:image-set('https://evil.example/q.png' 1x)">x</p><a id="bad" href="javascript:window.taken=1">y</a>
       <form action="https://evil.example/"><button id="send">z</button></form>`,
    );
    const { tab, elsewhere, context } = await open(await draw(hostile), true);
    await tab.locator('#bad').click();
    await tab.locator('#send').click();
    await tab.waitForTimeout(100);
    assert.equal(await tab.evaluate(() => (window as { taken?: unknown }).taken), undefined);
    assert.deepEqual(
      elsewhere.filter((url) => !url.startsWith(`${site}/`)),
      [],
    );
    assert.equal(tab.url(), `${site}/article.html`);
    await context.close();
  });
});
