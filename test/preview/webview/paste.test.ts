import assert from 'node:assert/strict';
import { build } from 'esbuild';
import type { Browser, Page as Tab } from 'playwright-core';
import { richCopy } from '../../../src/handover/rich-copy.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { copyHtml } from '../../../src/preview/copy-html.ts';
import { isFromCopying } from '../../../src/preview/copy-messages.ts';
import { inventedHouse, report } from '../../page/invented.ts';
import { chromiumAlone } from './chromium.ts';

const origin = 'https://copy.test';
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC';

describe('rich copy in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    browser = await chromiumAlone();
    const { outputFiles } = await build({
      entryPoints: ['src/preview/dom/copying.ts'],
      bundle: true,
      format: 'iife',
      target: 'es2022',
      write: false,
      logLevel: 'warning',
    });
    script = outputFiles[0]?.text ?? '';
  });
  after(() => browser?.close());

  /** The window that copies, as the extension opens it, and what it said. */
  async function copying(permitted: boolean): Promise<Tab> {
    const context = await browser.newContext(permitted ? { permissions: ['clipboard-read', 'clipboard-write'] } : {});
    const words = { title: 'Copy', copy: 'Copy', how: 'How' };
    const html = copyHtml({ nonce: 'n0nce', scriptUri: `${origin}/copying.js`, lang: 'en', words });
    const cms = '<!doctype html><div id="cms" contenteditable="true" style="min-height: 4em"></div>';
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (url.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: script });
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: url.endsWith('/cms') ? cms : html });
    });
    await context.addInitScript(() => {
      const said: unknown[] = [];
      Object.assign(window, {
        said,
        acquireVsCodeApi: () => ({ postMessage: (message: unknown) => said.push(message) }),
      });
    });
    const tab = await context.newPage();
    await tab.goto(`${origin}/`);
    return tab;
  }

  const said = (tab: Tab): Promise<unknown[]> => tab.evaluate(() => (window as unknown as { said: unknown[] }).said);

  /** Pastes into an editor in another window, with a page of its own. */
  async function paste(from: Tab): Promise<Tab> {
    const tab = await from.context().newPage();
    await tab.goto(`${origin}/cms`);
    await tab.locator('#cms').click();
    await tab.keyboard.press('ControlOrMeta+V');
    return tab;
  }

  for (const destination of ['cms', 'wechat'] as const) {
    it(`pastes into an editor for ${destination} with its styles, pictures and words`, async () => {
      const rich = richCopy(parseArticle(report), inventedHouse(), {
        for: destination,
        image: (src) => (src.includes('absent') ? undefined : dot),
      });
      const tab = await copying(true);
      await tab.evaluate((message) => window.postMessage(message, '*'), { type: 'copy', ...rich });
      await tab.waitForFunction(() => (window as unknown as { said: unknown[] }).said.length > 1);
      const messages = await said(tab);
      assert.ok(messages.every(isFromCopying));
      assert.deepEqual(messages, [{ type: 'ready' }, { type: 'copied', done: true, by: 'itself' }]);
      assert.equal(await tab.locator('#text').textContent(), rich.text);
      assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), rich.text);
      const editor = await paste(tab);
      const pasted = await editor.evaluate(() => {
        const cms = document.querySelector('#cms');
        const lead = [...document.querySelectorAll('#cms p')].find((p) => p.textContent?.startsWith('青禾新闻讯'));
        const picture = document.querySelector('#cms img');
        const number = [...document.querySelectorAll('#cms td')].find((td) => td.textContent === '3200');
        const style = (element: Element | null | undefined) => (element ? getComputedStyle(element) : undefined);
        const size = Number.parseFloat(style(lead)?.fontSize ?? '0');
        return {
          words: (cms?.textContent ?? '').replace(/\s+/g, ''),
          indent: Number.parseFloat(style(lead)?.textIndent ?? '0') / size,
          size,
          picture: picture?.getAttribute('src')?.slice(0, 14),
          middle: style(picture?.parentElement)?.textAlign,
          number: style(number)?.textAlign,
          bold: document.querySelector('#cms strong, #cms b')?.textContent,
          headings: document.querySelectorAll('#cms h2').length,
          links: document.querySelectorAll('#cms a').length,
        };
      });
      assert.match(pasted.words, /云岭镇的梯田已经放满了水.*责任编辑：林望舒$/);
      assert.equal(pasted.indent, 2);
      assert.equal(pasted.size, destination === 'wechat' ? 17 : 16);
      assert.equal(pasted.picture, 'data:image/png');
      assert.equal(pasted.middle, 'center');
      assert.equal(pasted.number, 'right');
      assert.equal(pasted.bold, '“两万三千盘”');
      assert.ok(pasted.headings >= 1);
      assert.equal(pasted.links, destination === 'cms' ? 1 : 0);
      await tab.context().close();
    });
  }

  it('says that it could not where the browser does not allow it, and copies when the button is pressed', async () => {
    const tab = await copying(false);
    await tab.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(new Error('no')) } });
    });
    await tab.evaluate((message) => window.postMessage(message, '*'), {
      type: 'copy',
      html: '<p style="text-indent:2em">字</p>',
      text: '字',
    });
    await tab.waitForFunction(() => (window as unknown as { said: unknown[] }).said.length === 2);
    assert.deepEqual((await said(tab))[1], { type: 'copied', done: false, by: 'itself' });
    await tab.locator('#copy').click();
    await tab.waitForFunction(() => (window as unknown as { said: unknown[] }).said.length === 3);
    assert.deepEqual((await said(tab))[2], { type: 'copied', done: true, by: 'button' });
    const editor = await paste(tab);
    assert.equal(await editor.evaluate(() => document.querySelector<HTMLElement>('#cms p')?.style.textIndent), '2em');
    await tab.context().close();
  });

  it('copies nothing that is not a message of ours, and shows HTML as text', async () => {
    const tab = await copying(true);
    await tab.evaluate(() =>
      window.postMessage({ type: 'copy', html: 1, text: '<img src=x onerror=window.taken=1>' }, '*'),
    );
    await tab.evaluate(() =>
      window.postMessage({ type: 'copy', html: '', text: '<img src=x onerror=window.taken=1>' }, '*'),
    );
    await tab.waitForFunction(() => (window as unknown as { said: unknown[] }).said.length > 1);
    assert.equal(await tab.locator('#text img').count(), 0);
    assert.equal((await said(tab)).length, 2);
    await tab.context().close();
  });
});
