import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page as Tab } from 'playwright-core';
import { shippedHouse } from '../../../src/house/load.ts';
import { buildScript, openBrowser, openPreview, origin } from './host.ts';

const text = `---
title: 【山乡•纪事】柿子红了
column: 乡村
---

清泉镇•河口镇签约，**两地**共建[市场](https://a.example/)。

![](a.png)

图为签约现场。（苏禾摄）

## 小题

- 一条
- 二条
`;

describe('copying from the page in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  /** What a real paste makes of the clipboard. */
  async function pasted(from: Tab): Promise<Tab> {
    const tab = await from.context().newPage();
    await tab.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: readFileSync('test/host/editors/plain.html') }),
    );
    await tab.goto(`${origin}/editor.html`);
    await tab.locator('#editor').click();
    await tab.keyboard.press('ControlOrMeta+V');
    await tab.waitForFunction(() => document.querySelector('#editor')?.textContent);
    return tab;
  }

  it('everything is text with its look on white paper, and nothing of the preview', async () => {
    const { tab, page, show } = await openPreview(browser, script, shippedHouse('china-report'));
    await tab.locator('#scheme').selectOption('dark');
    await show(text, { marked: true });
    const lead = page().locator('.body > p').first();
    await lead.click();
    await tab.keyboard.press('ControlOrMeta+A');
    await tab.keyboard.press('ControlOrMeta+C');
    const editor = await pasted(tab);
    const found = await editor.evaluate(() => {
      const all = [...document.querySelectorAll('#editor *')];
      const paragraph = all.find(
        ({ localName, textContent }) => localName === 'p' && textContent?.startsWith('清泉镇•'),
      );
      const style = paragraph && getComputedStyle(paragraph);
      return {
        attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))].sort(),
        strange: all.filter(({ localName }) => localName.includes('-') || localName === 'button' || localName === 'img')
          .length,
        look: style && {
          size: style.fontSize,
          indent: Number.parseFloat(style.textIndent) / Number.parseFloat(style.fontSize),
          dark: (style.color.match(/\d+/g) ?? []).slice(0, 3).every((channel) => Number(channel) < 60),
          line: style.textDecorationLine,
          ground: style.backgroundColor,
        },
        bold: document.querySelector('#editor strong, #editor b')?.textContent,
        link: document.querySelector('#editor a')?.getAttribute('href'),
        // The site's own lists, below the story, are selected too.
        items: all.filter(({ localName, textContent }) => localName === 'li' && textContent?.endsWith('条')).length,
        words: document.querySelector('#editor')?.textContent ?? '',
      };
    });
    assert.deepEqual(found.attributes, ['href', 'style']);
    assert.equal(found.strange, 0);
    assert.deepEqual(found.look, {
      size: '18px',
      indent: 2,
      dark: true,
      line: 'none',
      ground: 'rgba(0, 0, 0, 0)',
    });
    assert.deepEqual([found.bold, found.link, found.items], ['两地', 'https://a.example/', 2]);
    assert.match(found.words, /清泉镇•河口镇签约，两地共建市场。\s*图为签约现场。（苏禾摄）/);
    assert.equal(await page().evaluate(() => document.documentElement.getAttribute('data-scheme')), 'dark');
    assert.equal(await page().locator('[data-copydesk-number]').count(), 0);
    await tab.context().close();
  });

  it('part of a paragraph is its words, in the look of where they are pasted', async () => {
    const { tab, page, show } = await openPreview(browser, script, shippedHouse('china-report'));
    await show(text, { marked: true });
    await page().evaluate(() => {
      const paragraph = document.querySelector('.body > p');
      const range = document.createRange();
      range.selectNodeContents(paragraph ?? document.body);
      document.getSelection()?.addRange(range);
    });
    await page()
      .locator('.body > p')
      .first()
      .focus()
      .catch(() => {});
    // As VS Code's own Copy command does it: in the webview's document, where nothing is selected.
    assert.equal(await tab.evaluate(() => document.execCommand('copy')), true);
    const editor = await pasted(tab);
    assert.equal(
      await editor.evaluate(() => document.querySelector('#editor')?.innerHTML.replace(/ style="[^"]*"/g, '')),
      '清泉镇•河口镇签约，<strong>两地</strong>共建<a href="https://a.example/">市场</a>。',
    );
    await tab.context().close();
  });
});
