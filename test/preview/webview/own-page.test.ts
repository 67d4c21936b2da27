import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { parseArticle } from '../../../src/model/parse.ts';
import { renderDocument, renderPage } from '../../../src/page/index.ts';
import { readOwnPage } from '../../../src/page/own/read-own-page.ts';
import { inventedHouse } from '../../page/invented.ts';
import { chromiumAlone } from './chromium.ts';

const site = 'https://site.test';
const folder = 'test/newsroom/site';
const saved = readFileSync(`${folder}/article.html`, 'utf8');
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
  html: 'text/html; charset=utf-8',
};

describe('the newsroom’s saved page in Chromium', () => {
  let browser: Browser;

  before(async () => {
    browser = await chromiumAlone();
  });
  after(() => browser?.close());

  /** Opens a page among the files that were saved with it. Everything that is asked for elsewhere is noted. */
  async function open(
    html: string,
    scripts: boolean,
  ): Promise<{ tab: Tab; elsewhere: string[]; context: BrowserContext }> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    const elsewhere: string[] = [];
    await context.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.href === `${site}/article.html`) {
        // A browser with scripts, which are all that we take away: what stands in <noscript> is not shown.
        const headers = {
          'content-type': types.html ?? '',
          ...(scripts ? {} : { 'content-security-policy': "script-src 'none'; frame-src 'none'" }),
        };
        return route.fulfill({ headers, body: html });
      }
      const file = path.join(folder, path.posix.normalize(decodeURIComponent(url.pathname)));
      if (url.origin === site && existsSync(file)) {
        return route.fulfill({ contentType: types[file.split('.').at(-1) ?? ''] ?? '', body: readFileSync(file) });
      }
      elsewhere.push(url.href);
      return route.abort();
    });
    const tab = await context.newPage();
    await tab.goto(`${site}/article.html`);
    return { tab, elsewhere, context };
  }

  const draw = (page = saved, text = article): string => {
    const own = readOwnPage(page, slots, 'site/article.html', (reference) => reference);
    assert.deepEqual(own.faults, []);
    return renderDocument(renderPage(parseArticle(text), inventedHouse(), { locale: 'zh', image: (src) => src, own }));
  };

  for (const width of [1000, 375]) {
    it(`is the page that the browser saved, to the pixel, at ${width} pixels`, async () => {
      const before = await open(saved, false);
      const after = await open(draw(), false);
      for (const { tab } of [before, after]) await tab.setViewportSize({ width, height: 700 });
      const pictures = await Promise.all([before, after].map(({ tab }) => tab.screenshot({ fullPage: true })));
      assert.deepEqual(after.elsewhere, []);
      assert.ok(pictures[0] && pictures[1] && pictures[0].equals(pictures[1]), 'the same picture');
      await Promise.all([before, after].map(({ context }) => context.close()));
    });
  }

  it('stays the same around another article', async () => {
    const before = await open(saved, false);
    const after = await open(
      draw(saved, article.replace('柳叶渡办起渔家夜校', '另一个题目').replace('何照野', '沈砚秋')),
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
      `<div class="wrap"><img src=x onerror="window.taken=1"><svg onload="window.taken=1"></svg><iframe srcdoc="<script>parent.taken=1</script>"></iframe>
       <style>@import "https://evil.example/a.css"; .wrap{background:url(//evil.example/p.png)}</style><meta http-equiv="refresh" content="0;url=https://evil.example/">
       <p style="background:image-set('https://evil.example/q.png' 1x)">x</p><a id="bad" href="javascript:window.taken=1">y</a>
       <form action="https://evil.example/"><button id="send">z</button></form>`,
    );
    const { tab, elsewhere, context } = await open(draw(hostile), true);
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
