import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromiumAlone } from './chromium.ts';

describe('the report of `copydesk check --format html`, opened from the disk', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  before(async () => {
    browser = await chromiumAlone();
    folder = mkdtempSync(path.join(tmpdir(), 'copydesk-report-'));
    for (const locale of ['en', 'zh']) {
      const argv = [
        'dist/cli.js',
        'check',
        'test/corpus',
        '--threshold',
        'info',
        '--format',
        'html',
        '--locale',
        locale,
      ];
      const { stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
      writeFileSync(path.join(folder, `${locale}.html`), stdout);
    }
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (locale: string, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await (await browser.newContext({ colorScheme })).newPage();
    await page.goto(pathToFileURL(path.join(folder, `${locale}.html`)).href);
    return page;
  };

  it('keeps no reader out, in both languages, light and dark', async () => {
    const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
    for (const locale of ['en', 'zh'])
      for (const scheme of ['light', 'dark'] as const) {
        const page = await open(locale, scheme);
        await page.evaluate(axe);
        const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
        assert.deepEqual(found, [], `${locale} ${scheme}`);
      }
  });

  it('hides what is unchecked, and shows one file alone', async () => {
    const page = await open('zh', 'light');
    const shown = (what: string) => page.locator(`main ${what}:visible`).count();
    const errors = await shown('li.s-error');
    assert.ok(errors > 0 && (await shown('li.s-warning')) > 0);
    await page.locator('#s-error').focus();
    await page.keyboard.press('Space');
    assert.equal(await shown('li.s-error'), 0);
    assert.ok((await shown('li.s-warning')) > 0);
    await page.keyboard.press('Space');
    assert.equal(await shown('li.s-error'), errors);
    const files = await shown('section');
    await page.locator('nav summary').nth(1).click();
    await page.locator('nav li a').nth(2).click();
    assert.equal(await shown('section'), 1);
    await page.locator('nav li a').first().click();
    assert.equal(await shown('section'), files);
  });
});
