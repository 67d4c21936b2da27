// What is measured of the preview's page: how like it is to the same page as a plain file, and what axe-core says of it.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './install.mjs';
import { overhear } from './light.mjs';

/** A tab of its own beside the window, gone when the work is done. */
async function besides(window, size, work) {
  const page = await window.context().newPage();
  try {
    await page.setViewportSize(size);
    return await work(page);
  } finally {
    await page.close();
    await window.bringToFront();
  }
}

/**
 * Shows a complete HTML file in a tab as large as the preview's page, and counts the pixels that differ.
 * @param {object} request
 * @param {string} request.html
 * @param {'light' | 'dark'} request.scheme
 * @param {'screen' | 'print'} request.media
 * @param {string} request.name both pictures, and where they differ, go to `dist/screenshots/<name>-….png`
 * @returns {Promise<{ width: number, height: number, different: number, ink: number }>} `ink`: pixels that are not paper
 */
export async function compareWithFile(window, panel, { html, scheme, media, name }) {
  return compare(window, panel, name, async (page) => {
    await page.emulateMedia({ colorScheme: scheme, media });
    await page.setContent(html, { waitUntil: 'load' });
  });
}

/**
 * Opens a page that a browser saved, among the files that were saved with it, and counts the pixels that differ from the
 * preview. It is opened as browsers do, but for its scripts, which we take away: what is in <noscript> is not shown.
 * @param {object} request
 * @param {string} request.folder on the disk
 * @param {string} request.file the page, in the folder
 * @param {'light' | 'dark'} request.scheme
 * @param {string} request.name
 */
export async function compareWithSaved(window, panel, { folder, file, scheme, name }) {
  const site = 'http://saved.localhost';
  return compare(window, panel, name, async (page) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.origin !== site) return route.abort();
      const place = path.join(folder, decodeURIComponent(url.pathname));
      if (!existsSync(place)) return route.fulfill({ status: 404 });
      const headers = { 'Content-Security-Policy': "script-src 'none'; frame-src 'none'" };
      return route.fulfill({
        path: place,
        headers: place.endsWith('.html') ? { ...headers, 'Content-Type': 'text/html' } : undefined,
      });
    });
    await page.goto(`${site}/${file}`);
  });
}

/** Shows something in a tab as large as the preview's page, and counts the pixels that differ. */
async function compare(window, panel, name, open) {
  const { default: pixelmatch } = await import('pixelmatch');
  const { PNG } = (await import('pngjs')).default;
  const frame = panel.locator('iframe:visible').first();
  const size = await frame.evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
  const shown = PNG.sync.read(await frame.screenshot({ animations: 'disabled' }));
  const wanted = await besides(window, size, async (page) => {
    await open(page);
    return PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
  });
  const { width, height } = wanted;
  const folder = path.join(root, 'dist/screenshots');
  mkdirSync(folder, { recursive: true });
  const save = (what, picture) => writeFileSync(path.join(folder, `${name}-${what}.png`), PNG.sync.write(picture));
  save('preview', shown);
  save('file', wanted);
  if (shown.width !== width || shown.height !== height) {
    throw new Error(`the preview is ${shown.width} × ${shown.height}, the file ${width} × ${height}`);
  }
  const difference = new PNG({ width, height });
  const different = pixelmatch(shown.data, wanted.data, difference.data, width, height, { threshold: 0.1 });
  if (different > 0) save('difference', difference);
  let ink = 0;
  for (let i = 0; i < wanted.data.length; i += 4) {
    if ([0, 1, 2].some((channel) => wanted.data[i + channel] !== wanted.data[channel])) ink++;
  }
  return { width, height, different, ink };
}

/**
 * Pastes what is on the real clipboard into an editor in a tab of its own, and looks at what has come of it.
 * @param {object} request
 * @param {'plain' | 'wechat'} request.editor a page of `test/host/editors`; what was pasted is in its `#editor`
 * @param {string} request.source a function that runs there
 * @param {unknown[]} request.args
 * @param {string} request.name the picture goes to `dist/screenshots/<name>.png`
 */
export async function pasteInto(window, { editor, source, args, name }) {
  return besides(window, { width: 720, height: 1000 }, async (page) => {
    await page.setContent(readFileSync(path.join(root, 'test/host/editors', `${editor}.html`), 'utf8'));
    await page.locator('#editor').click();
    await page.keyboard.press(process.platform === 'darwin' ? 'Meta+V' : 'Control+V');
    await page.locator('#editor > *').first().waitFor({ timeout: 10_000 });
    await page.screenshot({ path: path.join(root, 'dist/screenshots', `${name}.png`), fullPage: true });
    return page.evaluate(`(${source})(...${JSON.stringify(args)})`);
  });
}

/** Brings axe-core where it is not yet: half a megabyte, which a page may be asked about many times. */
async function bringAxe(frame) {
  if (await frame.evaluate(() => 'axe' in globalThis)) return;
  await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

/** By browser: the tab in which copies of pages are checked, kept with what it has been brought. */
const benches = new WeakMap();

async function bench(window) {
  const context = window.context();
  if (benches.get(context)?.isClosed() ?? true) {
    benches.set(context, await context.newPage());
    await window.bringToFront();
  }
  return benches.get(context);
}

/** axe-core's violations, as `impact rule: element`. */
const violations = `axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => impact + ' ' + id + ': ' + html.slice(0, 160))))`;

/**
 * Runs axe-core in the preview and on its page. The page may run no script, not even axe's callbacks, so it is checked
 * as a copy: the same elements and the same rules, in a tab of its own.
 * @returns {Promise<{ panel: string[], page: string[] }>}
 */
export async function checkAccess(window, panel) {
  const framed = await panel.evaluate(() => document.querySelector('iframe') !== null);
  if (framed) await bringAxe(panel);
  const inPanel = framed ? await panel.evaluate(violations) : [];
  const copy = await panel.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (each) => getComputedStyle(each).visibility === 'visible',
    );
    // A webview that is one page runs no script either.
    const contentDocument = frame?.contentDocument ?? document;
    const rules = [...contentDocument.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const root = contentDocument.documentElement.cloneNode(true);
    for (const element of root.querySelectorAll('link, style, meta[http-equiv]')) element.remove();
    for (const image of root.querySelectorAll('img')) image.removeAttribute('src');
    return { html: root.outerHTML, css: rules.join('\n'), width: innerWidth, height: innerHeight };
  });
  const page = await bench(window);
  await page.setViewportSize({ width: copy.width, height: copy.height });
  await page.setContent(`<!doctype html>${copy.html}`);
  await page.addStyleTag({ content: copy.css });
  await bringAxe(page);
  return { panel: inPanel, page: await page.evaluate(violations) };
}

/** Against hangs, not a measure: a second window on a busy machine takes its time. Milliseconds. */
const patience = 60_000;

/** The visible preview of a window, and the document of its page; waits for both. */
async function previewIn(page, when) {
  const until = Date.now() + patience;
  for (;;) {
    for (const panel of page.frames()) {
      const inside = await panel.evaluate(() => document.querySelector('#stage') !== null).catch(() => false);
      const frame = inside ? panel.childFrames().find((each) => each.name() === 'page') : undefined;
      if (
        frame &&
        (await frame
          .locator('h1')
          .count()
          .catch(() => 0)) > 0
      )
        return { panel, frame };
    }
    if (Date.now() > until) {
      await page.screenshot({ path: path.join(root, 'dist/screenshots/second-window.png') });
      throw new Error(`no preview appears in the second window ${when}; see dist/screenshots/second-window.png`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Opens the same newsroom in a second window, previews an article there, chooses `view`, has what differs from another
 * article marked, locks it, and reloads that window.
 * @param {object} request
 * @param {string} request.file the article's path on the disk of the server
 * @param {string} request.other the title of another article
 * @param {string} request.view
 * @param {number} request.width of the page in that view, CSS pixels: what is waited for, as long as anybody would
 * @returns {Promise<{ before: object, after: object }>} what the preview showed before the reload and after it
 */
export async function reloadSecondWindow(window, { file, other: besidesIt, view, width }) {
  const address = new URL(window.url());
  const payload = JSON.parse(address.searchParams.get('payload') ?? '[]').filter(
    ([key]) => key !== 'extensionTestsPath',
  );
  address.searchParams.set('payload', JSON.stringify(payload));
  return besides(window, { width: 1200, height: 800 }, async (page) => {
    const look = async (when) => {
      const { panel, frame } = await previewIn(page, when);
      return {
        heading: await frame.locator('h1').innerText(),
        width: await frame.evaluate(() => innerWidth),
        view: await panel.locator('#view').inputValue(),
        locked: await panel.locator('#lock').getAttribute('aria-pressed'),
        marks: await frame.locator('.copydesk-changes').allInnerTexts(),
        tabs: await page.locator('.tab .label-name').allInnerTexts(),
      };
    };
    /** Looks until the preview looks as it is meant to, or for as long as anybody would wait; returns what it saw last. */
    const lookUntil = async (when, meant) => {
      for (const until = Date.now() + patience; ; ) {
        const seen = await look(when).catch(() => undefined);
        if (seen !== undefined && (meant(seen) || Date.now() > until)) return seen;
        if (Date.now() > until) return look(when);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const command = async (words) => {
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill(`>${words}`, { timeout: patience });
      await row.click({ timeout: patience });
    };
    await page.goto(address.href);
    await overhear(page, false);
    // An address that names a file to open would open that after the reload, and restore nothing.
    await page.locator('.explorer-folders-view').waitFor({ timeout: patience });
    // By the explorer: without a server, Go to File does not find what has just been written.
    const inExplorer = (name) =>
      page.locator('.explorer-folders-view .monaco-list-row', { hasText: path.posix.basename(name) }).first();
    const shown = () =>
      inExplorer(file)
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    // The window unfolds the folder by itself where it remembers an editor of it.
    for (let tries = 0; tries < 10 && !(await shown()); tries++) await inExplorer(path.posix.dirname(file)).click();
    await inExplorer(file).dblclick();
    await page.locator('.statusbar-item', { hasText: 'characters' }).waitFor({ timeout: patience });
    await page.locator('.editor-actions [aria-label*="Open Preview to the Side"].codicon-browser').click();
    const { panel } = await previewIn(page, 'when it is opened');
    await panel.locator('#view').selectOption(view);
    await command('Mark Changes in Preview');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Another article' })
      .click({ timeout: patience });
    // The list draws the rows in sight.
    await page.locator('.quick-input-widget input[type=text]').first().fill(besidesIt);
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: besidesIt })
      .first()
      .click({ timeout: patience });
    await (await previewIn(page, 'with marks')).frame.locator('.copydesk-changes').waitFor({ timeout: patience });
    await panel.locator('#lock').click();
    await panel.locator('#lock[aria-pressed="true"]').waitFor();
    const locked = (seen) => seen.width === width && seen.tabs.some((label) => label.includes('(locked)'));
    const before = await lookUntil('before the reload', locked);
    const loaded = page.waitForEvent('load', { timeout: patience });
    await command('Developer: Reload Window');
    await loaded;
    const same = (seen) => JSON.stringify(seen) === JSON.stringify(before);
    return { before, after: await lookUntil('after the reload', same) };
  });
}
