import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Frame, type Page as Tab } from 'playwright-core';
import barStyle from '../../../media/preview.css';
import pageStyle from '../../../media/preview-page.css';
import { review } from '../../../src/engine/review.ts';
import type { House } from '../../../src/house/house.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { type Page, renderPage, styleOf } from '../../../src/page/index.ts';
import { previewHtml } from '../../../src/preview/html.ts';
import { type FromPreview, isFromPreview, type Update } from '../../../src/preview/messages.ts';
import { changedProse } from '../../../src/reading/changed-prose.ts';
import { inventedHouse } from '../../page/invented.ts';
import { type Shown, updateTo } from '../update-to.ts';
import { testLabels } from './labels.ts';

declare global {
  interface Window {
    /** What the preview said, in order. */
    said: unknown[];
    /** What the preview keeps through a reload. */
    kept: unknown;
    /** Set by an attack that got through. */
    taken?: unknown;
    /** What the Content-Security-Policy stopped. */
    stopped: string[];
  }
}

/** The origin of the webview's own resources; everything else is the outside world. */
export const origin = 'https://webview.test';

/** A real Chromium: the one that the suites in VS Code use. */
export async function openBrowser(): Promise<Browser> {
  const finder: { findBrowser(): Promise<{ executable: string; args: string[]; env: Record<string, string> }> } =
    await import(pathToFileURL(path.resolve('test/host/browser.mjs')).href);
  const { executable, args, env } = await finder.findBrowser();
  return chromium.launch({ executablePath: executable, args: [...args], env: { ...inherited(), ...env } });
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** The preview's script as the product ships it. */
export async function buildScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/preview/main.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** One preview in a tab, with the document and the Content-Security-Policy of the product. */
export interface Preview {
  readonly tab: Tab;
  /** The frame of the page. */
  page(): Frame;
  /** Every address that was asked for, except the document's own. */
  readonly requests: string[];
  /** Shows an article as the panel would: by the update from what is shown now. */
  show(
    text: string,
    options?: {
      readonly resource?: string;
      readonly image?: (src: string) => string | undefined;
      /** Findings are marked. */
      readonly marked?: boolean;
      /** The text of an earlier version: what changed since is marked. */
      readonly since?: string;
      /** Of the article's text; the number of the page when absent. */
      readonly textVersion?: number;
    },
  ): Promise<Update>;
  post(message: unknown): Promise<void>;
  said<T extends FromPreview['type']>(type: T): Promise<Extract<FromPreview, { type: T }>[]>;
  /** Waits until the preview has said as many messages of a type as `count`. */
  waitFor(type: FromPreview['type'], count: number): Promise<void>;
  reload(): Promise<void>;
}

/** Waits for something in the page: nothing of the page's own can call back, as it may run no script. */
export async function until(probe: () => Promise<boolean>, what = probe.toString()): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await probe())) {
    assert.ok(Date.now() < end, `waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * Lets the preview draw some frames: by then whatever was set off has had its effect, however slow the machine is. For
 * what must not happen; what must is waited for by {@link until}.
 */
export async function frames(tab: Tab, count = 10): Promise<void> {
  await tab.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const next = (left: number): void => {
          if (left === 0) resolve();
          else requestAnimationFrame(() => setTimeout(() => next(left - 1)));
        };
        next(wanted);
      }),
    count,
  );
}

/** A grey picture of 600 × 400, so that layouts have a height to wait for. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#999"/></svg>';

/** Opens a preview; pictures below `/slow/` arrive when `release` is called. */
export async function openPreview(
  browser: Browser,
  script: string,
  house: House = inventedHouse(),
  /** Addresses that are refused. */
  refused?: RegExp,
): Promise<Preview & { release(): void }> {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const tab = await context.newPage();
  const requests: string[] = [];
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const html = previewHtml({
    cspSource: origin,
    nonce: 'n0nce',
    scriptUri: `${origin}/preview.js`,
    styleUri: `${origin}/preview.css`,
    lang: 'en',
    title: 'Preview',
    labels: testLabels,
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === `${origin}/`) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    requests.push(url);
    if (refused?.test(url)) return route.abort();
    if (url === `${origin}/preview.js`)
      return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    if (url === `${origin}/style.css`)
      return route.fulfill({ contentType: 'text/css; charset=utf-8', body: styleOf(house.page.theme) });
    if (url === `${origin}/preview.css`)
      return route.fulfill({ contentType: 'text/css; charset=utf-8', body: barStyle });
    if (url === `${origin}/preview-page.css`)
      return route.fulfill({ contentType: 'text/css; charset=utf-8', body: pageStyle });
    if (url.startsWith(`${origin}/service-worker.js`))
      return route.fulfill({ contentType: 'text/javascript', body: '1' });
    if (url.startsWith(`${origin}/fake.html`)) return route.fulfill({ contentType: 'text/html', body: '' });
    if (!url.startsWith(`${origin}/`)) return route.abort();
    if (url.startsWith(`${origin}/slow/`)) await held;
    return route.fulfill({ contentType: 'image/svg+xml', body: picture }).catch(() => {});
  });
  await context.addInitScript(() => {
    window.said = [];
    window.stopped = [];
    const kept = sessionStorage.getItem('kept');
    window.kept = kept === null ? undefined : JSON.parse(kept);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      window.stopped.push(effectiveDirective),
    );
    Object.assign(window, {
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => window.said.push(message),
        getState: () => window.kept,
        setState: (state: unknown) => {
          window.kept = state;
          sessionStorage.setItem('kept', JSON.stringify(state));
        },
      }),
    });
  });
  await tab.goto(`${origin}/`);
  let shown: Shown | undefined;
  let version = 0;
  const styles = [`${origin}/style.css`, `${origin}/preview-page.css`];
  const preview: Preview = {
    tab,
    page() {
      const found = tab.frames().find((frame) => frame.name() === 'page');
      assert.ok(found, 'the page is in a frame');
      return found;
    },
    requests,
    async show(text, options = {}) {
      const { resource = 'file:///a.md', image = (src: string) => `${origin}/${src}`, marked = false } = options;
      const article = parseArticle(text);
      const found = marked ? { findings: review(article, house, { files: new Map(), now: 0 }).findings } : {};
      const { since } = options;
      const changes =
        since === undefined
          ? {}
          : { changes: { since: 'HEAD', prose: changedProse(parseArticle(since), article, house) } };
      const page: Page = renderPage(article, house, { locale: 'en', image, ...found, ...changes });
      version++;
      const { textVersion = version } = options;
      const update = updateTo(shown, page, version, { resource, source: origin, styles, textVersion });
      shown = { page, number: version };
      await preview.post(update);
      await preview.waitFor('patched', version);
      return update;
    },
    async post(message) {
      await tab.evaluate((sent) => window.postMessage(sent, '*'), message);
    },
    async said(type) {
      const said = await tab.evaluate(() => window.said);
      for (const message of said) assert.ok(isFromPreview(message), JSON.stringify(message));
      return (said as FromPreview[]).filter((message) => message.type === type) as never;
    },
    async waitFor(type, count) {
      await tab.waitForFunction(
        ([wanted, least]) =>
          window.said.filter((message) => (message as { type?: unknown }).type === wanted).length >= Number(least),
        [type, count] as const,
      );
    },
    async reload() {
      shown = undefined;
      version = 0;
      await tab.reload();
    },
  };
  return { ...preview, release: () => release() };
}
