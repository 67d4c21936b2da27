import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { shippedHouse } from '../../../src/house/load.ts';
import { buildScript, frames, openBrowser, openPreview, until } from './host.ts';

const house = shippedHouse('china-report');
const front = '---\ntitle: 【山乡•纪事】柿子红了\ncolumn: 乡村\n---\n\n';
const text = `${front}清泉镇•河口镇签约，*河口镇•清泉镇*也去。\n\n${'柿子熟了。\n\n'.repeat(40)}末段•在此。\n`;

describe('findings in the preview in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  it('are counted, and a click on one says what and offers its fix', async () => {
    const { tab, page, show, said, waitFor } = await openPreview(browser, script, house);
    await show(text, { marked: true });
    assert.match((await tab.locator('#count').getAttribute('aria-label')) ?? '', /^Errors: \d+/);
    assert.equal(await tab.locator('#note').isVisible(), false);
    await page().locator('.body copydesk-finding').nth(1).click();
    await tab.locator('#note').waitFor();
    assert.match(await tab.locator('#note').innerText(), /Error The interpunct is `·`, not `•`/);
    await tab.locator('#note .fix').click();
    await waitFor('fix', 1);
    assert.deepEqual(await said('fix'), [{ type: 'fix', version: 1, block: 0, finding: 1, fix: 0 }]);
    assert.equal(await tab.locator('#note').isVisible(), false);
    await tab.context().close();
  });

  it('are reached by keyboard alone, opened, left and gone through', async () => {
    const { tab, page, show, said, waitFor } = await openPreview(browser, script, house);
    await show(text, { marked: true });
    const focused = () => page().evaluate(() => document.activeElement?.getAttribute('data-findings') ?? '');
    const all = await page().locator('[data-findings][tabindex]').count();
    assert.ok(all >= 5);
    await page()
      .locator('body')
      .click({ position: { x: 5, y: 5 } });
    await tab.keyboard.press('Tab');
    await until(async () => (await focused()) !== '');
    await tab.keyboard.press('Enter');
    await tab.locator('#note').waitFor();
    assert.equal(
      await tab.evaluate(() => document.activeElement?.closest('#note')?.id),
      'note',
      'the note has the focus',
    );
    await tab.keyboard.press('Escape');
    assert.equal(await tab.locator('#note').isVisible(), false);
    await until(async () => (await focused()) !== '');
    const seen = new Set<string>();
    const total = await tab.evaluate(() =>
      [...document.querySelectorAll('#count span')].reduce((sum, { textContent }) => sum + Number(textContent), 0),
    );
    for (let i = 0; i < total; i++) {
      await tab.keyboard.press('F8');
      await tab.locator('#note').waitFor();
      seen.add(`${await tab.locator('#said').innerText()}`);
    }
    assert.equal(seen.size, total, 'each once');
    await tab.locator('#note button', { hasText: 'Go to source' }).click();
    await waitFor('source', 1);
    assert.equal((await said('source'))[0]?.go, true);
    await tab.context().close();
  });

  it('that the page does not print are told in words', async () => {
    const { tab, show } = await openPreview(browser, script, house);
    await show(`${front.replace('column', 'colour: 红\ncolumn')}柿子熟了。\n`, { marked: true });
    await tab.locator('#previous').click();
    await tab.locator('#note').waitFor();
    const words: string[] = [];
    for (let i = 0; i < 6; i++) {
      words.push(await tab.locator('#note').innerText());
      await tab.locator('#next').click();
    }
    assert.ok(
      words.some((word) => word.includes('The page does not print this.')),
      words.join('\n'),
    );
    await tab.context().close();
  });

  it('go with one toggle, which is remembered', async () => {
    const { tab, show, said, waitFor, reload } = await openPreview(browser, script, house);
    await show(text, { marked: true });
    await tab.locator('#marks').click();
    await waitFor('wants', 1);
    assert.deepEqual(await said('wants'), [{ type: 'wants', findings: false, cards: false }]);
    assert.equal(await tab.locator('#found').isVisible(), false);
    await reload();
    await waitFor('ready', 1);
    assert.equal((await said('ready'))[0]?.findings, false);
    assert.equal(await tab.locator('#marks').getAttribute('aria-pressed'), 'false');
    await tab.context().close();
  });

  it('keep the note of a mark that is still there, and no other', async () => {
    const { tab, page, show } = await openPreview(browser, script, house);
    await show(text, { marked: true });
    await page().locator('.body copydesk-finding[data-severity="error"]').first().click();
    await tab.locator('#note').waitFor();
    await show(text.replace('签约', '签了约'), { marked: true });
    assert.match(await tab.locator('#note').innerText(), /Error The interpunct is `·`, not `•`/);
    await show(text.replaceAll('•', '·'), { marked: true });
    assert.equal(await tab.locator('#note').isVisible(), false);
    await tab.context().close();
  });
});

describe('the views of the preview in Chromium', () => {
  let browser: Browser;
  let script = '';

  before(async () => {
    [browser, script] = await Promise.all([openBrowser(), buildScript()]);
  });
  after(() => browser?.close());

  it('give the page its width, light or dark, and paper; they are remembered', async () => {
    const { tab, page, show, reload } = await openPreview(browser, script, house);
    await show(text);
    const width = () => page().evaluate(() => innerWidth);
    for (const [view, wanted] of [
      ['phone', 375],
      ['tablet', 768],
      ['desktop', 1280],
      ['fit', 800],
    ] as const) {
      await tab.locator('#view').selectOption(view);
      assert.equal(await width(), wanted);
    }
    await tab.locator('#view').selectOption('phone');
    assert.equal(
      await page()
        .locator('.head')
        .evaluate((head) => getComputedStyle(head).textAlign),
      'left',
      'as on a phone',
    );
    await tab.locator('#scheme').selectOption('dark');
    const paper = () => page().evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await tab.locator('#scheme').selectOption('light');
    assert.notEqual(await paper(), dark);
    const crumbs = page().locator('.breadcrumb');
    assert.ok(await crumbs.isVisible());
    await tab.locator('#view').selectOption('print');
    assert.equal(await crumbs.isVisible(), false, 'not printed');
    await tab.locator('#view').selectOption('tablet');
    assert.ok(await crumbs.isVisible());
    await reload();
    await show(text);
    assert.equal(await width(), 768);
    assert.equal(await tab.locator('#scheme').inputValue(), 'light');
    await tab.context().close();
  });

  it('point to the block of the editor’s cursor, and scroll to it', async () => {
    const { tab, page, show, post, said, waitFor } = await openPreview(browser, script, house);
    await show(text);
    await post({ type: 'cursor', line: 1, scroll: true });
    await until(async () => (await page().locator('[data-cursor]').count()) === 1);
    assert.ok((await page().locator('[data-cursor]').innerText()).includes('柿子红了'), 'the title');
    await post({ type: 'cursor', line: 87, scroll: true });
    await until(async () => (await page().locator('[data-cursor]').innerText()).startsWith('末段'));
    await until(() => page().evaluate(() => scrollY > 100));
    await show(text.replace('末段', '末段字'));
    assert.equal(await page().locator('[data-cursor]').innerText(), '末段字•在此。');
    await post({ type: 'panel', locked: false, remote: 'hidden', click: 'click' });
    await page().locator('.body > p').nth(38).click();
    await waitFor('source', 1);
    assert.deepEqual((await said('source'))[0], { type: 'source', line: 81, go: false });
    await post({ type: 'panel', locked: true, remote: 'hidden', click: 'off' });
    await page().locator('.body > p').nth(38).dblclick();
    await frames(tab);
    assert.equal((await said('source')).length, 1);
    assert.equal(await tab.locator('#lock').getAttribute('aria-pressed'), 'true');
    await tab.context().close();
  });
});
