import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page as Tab } from 'playwright-core';
import { article, type Newsroom, newsroom } from '../../cli/newsroom.ts';
import { chromiumAlone } from './chromium.ts';

describe('an exported page in Chromium', () => {
  let browser: Browser;
  let room: Newsroom;

  before(async () => {
    browser = await chromiumAlone();
    const paragraphs = Array.from(
      { length: 40 },
      (_, at) => `第${at + 1}段。${'番茄从云脚村下山，装车、过秤、贴签，一车一单，到省城不过四个小时。'.repeat(3)}`,
    );
    room = newsroom({
      'copydesk.yml': 'extends: china-report\npage: {nav: [关于我们, 联系我们]}\n',
      '乡村/a.md': `${article().trimEnd()}\n\n![](图/橙.jpg)\n\n橙园。（沈若舟摄）\n\n${paragraphs.join('\n\n')}\n`,
      '乡村/图/x': '',
    });
    copyFileSync('test/newsroom/图片/柳叶渡橙园.jpg', join(room.root, '乡村/图/橙.jpg'));
  });
  after(async () => {
    await browser?.close();
    room?.remove();
  });

  /** Opens the page from the disk, as a reader would who was sent it. */
  async function open(): Promise<{ tab: Tab; said: string[] }> {
    const { code } = await room.run(['render', '乡村/a.md', '-o', '出/页 面.html']);
    assert.equal(code, 0);
    const tab = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const said: string[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    await tab.goto(pathToFileURL(join(room.root, '出/页 面.html')).href);
    return { tab, said };
  }

  it('shows its picture, has its look, and breaks no policy', async () => {
    const { tab, said } = await open();
    const seen = await tab.evaluate(() => ({
      picture: document.images[0]?.naturalWidth ?? 0,
      indent: getComputedStyle(document.querySelector('.body > p:not([class])') ?? document.body).textIndent,
      scripts: [...document.scripts].map(({ type }) => type),
      folders: document.documentElement.outerHTML.includes('file:///'),
    }));
    assert.ok(seen.picture > 100, `${JSON.stringify(seen)} ${said.join('\n')}`);
    assert.deepEqual([seen.indent, seen.scripts, seen.folders], ['36px', ['application/ld+json'], false]);
    assert.deepEqual(said, []);
    await tab.close();
  });

  it('prints as pages of text, without the furniture of the site', async () => {
    const { tab } = await open();
    await tab.emulateMedia({ media: 'print' });
    const shown = await tab.evaluate(() => {
      const visible = (selector: string) =>
        (document.querySelector(selector) as HTMLElement | null)?.offsetParent != null;
      return { title: visible('h1'), trail: visible('.breadcrumb'), nav: visible('.foot ul') };
    });
    assert.deepEqual(shown, { title: true, trail: false, nav: false });
    const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 3 && pages <= 6, `${pages} pages`);
    // No picture and no subhead is cut by the end of a page.
    const kept = await tab.evaluate(() =>
      ['figure', '.body h2'].map((selector) => {
        const element = document.querySelector(selector);
        const style = element && getComputedStyle(element);
        return style ? [style.breakInside, style.breakAfter] : [];
      }),
    );
    assert.equal(kept[0]?.[0], 'avoid');
    await tab.close();
  });
});
