import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { buildScript, frames, openBrowser, openPreview, until } from './host.ts';

/** Forty paragraphs, a table and a list: source line of paragraph `n` is `2 * n`. */
const long = [
  ...Array.from({ length: 40 }, (_, n) => `第${n}段。${'梯田放满了水，农技人员在田头查看秧苗长势。'.repeat(6)}`),
  ['| 村 | 面积 |', '|---|---|', ...Array.from({ length: 30 }, (_, n) => `| 第${n}村 | ${n} |`)].join('\n'),
  Array.from({ length: 30 }, (_, n) => `- 第${n}项`).join('\n'),
  ...Array.from({ length: 20 }, (_, n) => `尾${n}。`),
].join('\n\n');
const tableLine = 80;
const listLine = tableLine + 33;

describe('scrolling the preview in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  /** The text at the top of the window. */
  const atTop = `(() => {
    const all = [...document.querySelectorAll('body p, body li, body tr')];
    return all.find((element) => element.getBoundingClientRect().bottom > 1)?.textContent.trim().slice(0, 4) ?? '';
  })()`;

  it('follows the editor to a paragraph, a row and an item, and says nothing back', async () => {
    const { tab, page, show, post, said } = await openPreview(browser, script);
    await show(long);
    for (const [line, text] of [
      [20, '第10段'],
      [40, '第20段'],
      [tableLine + 2 + 12, '第12村'],
      [listLine + 7, '第7项'],
    ] as const) {
      await post({ type: 'scroll', line });
      await until(async () => (await page().evaluate<string>(atTop)).startsWith(text), `line ${line} to be ${text}`);
    }
    await frames(tab);
    assert.deepEqual(await said('scrolled'), []);
    await tab.context().close();
  });

  it('tells the editor where the reader is, and does not obey its echo', async () => {
    const { tab, page, show, said, waitFor } = await openPreview(browser, script);
    await show(long);
    const top = await page().evaluate(() => {
      const paragraph = document.querySelectorAll('.body > p')[15];
      return paragraph ? paragraph.getBoundingClientRect().top + window.scrollY : 0;
    });
    // The editor's echo comes as soon as it is told, and so within the time for which echoes are known.
    await tab.evaluate(() => {
      const { said } = window;
      window.said = Object.assign([...said], {
        push(message: { readonly type?: unknown }): number {
          if (message.type === 'scrolled') window.postMessage({ type: 'scroll', line: 3 }, '*');
          return Array.prototype.push.call(window.said, message);
        },
      });
    });
    await tab.mouse.move(300, 300);
    await tab.mouse.wheel(0, top);
    await until(() => page().evaluate((wanted) => Math.abs(window.scrollY - wanted) < 2, top));
    await waitFor('scrolled', 1);
    await frames(tab);
    const last = (await said('scrolled')).at(-1);
    assert.ok(last && Math.abs(last.line - 30) < 0.2, `line ${last?.line}`);
    assert.ok(Math.abs((await page().evaluate(() => window.scrollY)) - top) < 2);
    await tab.context().close();
  });

  it('stays at the editor’s line while pictures arrive', async () => {
    const { tab, page, show, post, release, said } = await openPreview(browser, script);
    await show(`![](slow/a.png)\n\n![](slow/b.png)\n\n${long}`);
    await post({ type: 'scroll', line: 44 });
    await until(async () => (await page().evaluate<string>(atTop)) === '第20段');
    const height = await page().evaluate(() => document.documentElement.scrollHeight);
    release();
    await until(() => page().evaluate(() => [...document.images].every(({ naturalHeight }) => naturalHeight === 400)));
    await frames(tab);
    assert.ok((await page().evaluate(() => document.documentElement.scrollHeight)) > height + 400);
    assert.equal(await page().evaluate<string>(atTop), '第20段');
    assert.deepEqual(await said('scrolled'), []);
    await tab.context().close();
  });

  it('stays where the reader is while text above is edited', async () => {
    const { tab, page, show, waitFor, said } = await openPreview(browser, script);
    await show(long);
    await tab.mouse.move(300, 300);
    await tab.mouse.wheel(0, 3000);
    await waitFor('scrolled', 1);
    let last = -1;
    await until(async () => {
      await frames(tab);
      const was = last;
      last = await page().evaluate(() => window.scrollY);
      return last === was;
    }, 'the page to come to rest');
    const before = await page().evaluate<string>(atTop);
    const spoken = (await said('scrolled')).length;
    await show(`${'新的开头。'.repeat(200)}\n\n${long}`);
    await frames(tab);
    assert.equal(await page().evaluate<string>(atTop), before);
    assert.ok((await said('scrolled')).length - spoken <= 1);
    await tab.context().close();
  });

  it('leads to the source by a double click and by Enter', async () => {
    const { tab, page, show, said, waitFor } = await openPreview(browser, script);
    await show(`---\ntitle: 稻田丰收\n---\n\n${long}`);
    const shift = 4;
    await page()
      .locator('text=第3段')
      .dblclick({ position: { x: 60, y: 10 } });
    await page().locator('h1').dblclick();
    await page().locator('td:text-is("第4村")').dblclick();
    await page().locator('li:text-is("第9项")').dblclick();
    await waitFor('source', 4);
    assert.deepEqual(
      (await said('source')).map(({ line }) => line),
      [6 + shift, 1, tableLine + 2 + 4 + shift, listLine + 9 + shift],
    );
    await tab.keyboard.press('Enter');
    await waitFor('source', 5);
    assert.equal((await said('source'))[4]?.line, listLine + 9 + shift, 'what is selected');
    await tab.context().close();
  });

  it('hands links that are paths to the editor', async () => {
    const { tab, page, show, said, waitFor } = await openPreview(browser, script);
    await show('[上一篇](../乡村/b.md) [页内](#x)\n');
    await page().locator('a').nth(1).click();
    await page().locator('a').nth(0).click();
    await waitFor('open', 1);
    assert.deepEqual(await said('open'), [{ type: 'open', href: '../%E4%B9%A1%E6%9D%91/b.md' }]);
    await tab.context().close();
  });

  it('comes back to its place after a reload, and to the top for another article', async () => {
    const { tab, page, show, post, reload } = await openPreview(browser, script);
    await show(long);
    await post({ type: 'scroll', line: 20 });
    await until(() => page().evaluate(() => window.scrollY > 100));
    await reload();
    await show(long);
    assert.equal((await page().evaluate<string>(atTop)).slice(0, 4), '第10段');
    assert.deepEqual(await tab.evaluate(() => window.kept), {
      resource: 'file:///a.md',
      line: 20,
      locked: false,
      findings: true,
      view: 'fit',
      scheme: 'auto',
    });
    await show(`另一篇。\n\n${long}`, { resource: 'file:///b.md' });
    assert.equal(await page().evaluate(() => window.scrollY), 0);
    await tab.context().close();
  });
});
