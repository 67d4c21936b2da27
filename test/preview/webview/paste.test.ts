import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page as Tab } from 'playwright-core';
import { richCopy } from '../../../src/handover/rich-copy.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { renderDocument, renderPage } from '../../../src/page/index.ts';
import { copyHtml } from '../../../src/preview/copy-html.ts';
import { isFromCopying } from '../../../src/preview/copy-messages.ts';
import { inventedHouse, report } from '../../page/invented.ts';
import { chromiumAlone } from './chromium.ts';

const origin = 'https://copy.test';
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC';

const lists = '- **当天过秤**：当天付钱\n- 账本留在村里\n  - 按户记\n\n```\n秤  平\n```\n';

/** Beginnings of the parts that are looked at: paragraphs, a caption, a subhead, a quotation, an item, the editor. */
const begins = ['青禾新闻讯', '“往年各家', '农技人员在', '田头结对', '秧好一半谷', '账本留在', '责任编辑'];

interface PartLook {
  readonly size: string;
  readonly height: number;
  readonly weight: string;
  readonly color: string;
  readonly align: string;
  /** In letters. */
  readonly indent: number;
}

/** Runs in a page: how the innermost block inside `scope` that begins with each of some words is set. */
function looksOf([scope, wanted]: readonly [string, readonly string[]]): [string, PartLook | undefined][] {
  return wanted.map((words) => {
    const blocks = [...document.querySelectorAll(`${scope} *`)].filter(
      (element) => element.textContent?.trim().startsWith(words) && getComputedStyle(element).display !== 'inline',
    );
    const element = blocks.at(-1);
    if (!element) return [words, undefined];
    const { fontSize, lineHeight, fontWeight, color, textAlign, textIndent } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    return [
      words,
      {
        size: fontSize,
        height: Math.round((Number.parseFloat(lineHeight) / size) * 100) / 100,
        weight: fontWeight,
        color,
        align: textAlign === 'start' ? 'left' : textAlign,
        indent: Number.parseFloat(textIndent) / size,
      },
    ];
  });
}

/** The editors to paste into. */
function editorAt(url: string): string | undefined {
  const name = /\/(plain|wechat)\.html$/.exec(url)?.[1];
  return name && readFileSync(`test/host/editors/${name}.html`, 'utf8');
}

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
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (url.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: script });
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: editorAt(url) ?? html });
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
  async function paste(from: Tab, editor: 'plain' | 'wechat'): Promise<Tab> {
    const tab = await from.context().newPage();
    await tab.goto(`${origin}/${editor}.html`);
    await tab.locator('#editor').click();
    await tab.keyboard.press('ControlOrMeta+V');
    return tab;
  }

  for (const [destination, kind] of [
    ['cms', 'plain'],
    ['wechat', 'plain'],
    ['wechat', 'wechat'],
  ] as const) {
    it(`pastes the article for ${destination} into a ${kind} editor with its look, pictures and words`, async () => {
      const image = (src: string): string | undefined => (src.includes('absent') ? undefined : dot);
      const article = parseArticle(`${report}\n${lists}`);
      const rich = richCopy(article, inventedHouse(), { for: destination, image });
      const tab = await copying(true);
      await tab.evaluate((message) => window.postMessage(message, '*'), { type: 'copy', ...rich });
      await tab.waitForFunction(() => (window as unknown as { said: unknown[] }).said.length > 1);
      const messages = await said(tab);
      assert.ok(messages.every(isFromCopying));
      assert.deepEqual(messages, [{ type: 'ready' }, { type: 'copied', done: true, by: 'itself' }]);
      assert.equal(await tab.locator('#text').textContent(), rich.text);
      assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), rich.text);
      const editor = await paste(tab, kind);
      await editor.locator('#editor > *').first().waitFor();

      // The page that the article is copied from, as wide as it is read there.
      const page = await tab.context().newPage();
      await page.setViewportSize({ width: destination === 'wechat' ? 375 : 1280, height: 800 });
      await page.setContent(renderDocument(renderPage(article, inventedHouse(), { locale: 'zh', image })));
      const shown = await page.evaluate(looksOf, ['body', begins] as const);
      const pasted = await editor.evaluate(looksOf, ['#editor', begins] as const);
      assert.deepEqual(pasted, shown);
      assert.equal(shown[0]?.[1]?.indent, 2, 'the page has a look to be kept');

      const rest = await editor.evaluate(() => {
        const picture = document.querySelector('#editor img');
        const number = [...document.querySelectorAll('#editor td')].find((td) => td.textContent === '3200');
        return {
          words: (document.querySelector('#editor')?.textContent ?? '').replace(/\s+/g, ''),
          picture: picture?.getAttribute('src')?.slice(0, 14),
          middle: picture?.parentElement && getComputedStyle(picture.parentElement).textAlign,
          number: number && getComputedStyle(number).textAlign,
          bold: document.querySelector('#editor strong, #editor b')?.textContent,
          headings: document.querySelectorAll('#editor h2').length,
          links: document.querySelectorAll('#editor a').length,
          lines: (document.querySelector('#editor') as HTMLElement).innerText
            .replaceAll('\u00A0', ' ')
            .split('\n')
            .map((line) => line.trim()),
        };
      });
      assert.match(rest.words, /云岭镇的梯田已经放满了水.*责任编辑：林望舒$/);
      assert.equal(rest.picture, 'data:image/png');
      assert.equal(rest.middle, 'center');
      assert.equal(rest.number, 'right');
      assert.equal(rest.bold, '“两万三千盘”');
      assert.ok(rest.headings >= 1);
      assert.equal(rest.links, destination === 'cms' ? 1 : 0);
      for (const line of ['当天过秤：当天付钱', '账本留在村里', '按户记', '秤  平'])
        assert.ok(rest.lines.includes(line), `${line} is a line of\n${rest.lines.join('\n')}`);
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
    const editor = await paste(tab, 'plain');
    assert.equal(
      await editor.evaluate(() => document.querySelector<HTMLElement>('#editor p')?.style.textIndent),
      '2em',
    );
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
