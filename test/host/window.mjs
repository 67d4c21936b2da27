// What a test may ask of the window: real keys, clicks, pictures, and a look inside a webview. It connects by the
// Chrome DevTools Protocol, which Chromium with the embedded VS Code and the desktop VS Code both speak.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { debuggerAt } from './debugging.mjs';
import { root } from './install.mjs';
import { overhear } from './light.mjs';
import { checkAccess, compareWithFile, compareWithSaved, pasteInto, reloadSecondWindow } from './page-checks.mjs';
import { compareWithPicture } from './pictured.mjs';
import { snapshot } from './snapshot.mjs';

/** How long a test waits for something to appear, milliseconds. Generous: machines differ. */
const patience = 45_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Connects as soon as the window is there; gives up when `gone` says that it never will be. */
async function connect(port, gone) {
  for (;;) {
    try {
      return await chromium.connectOverCDP(await debuggerAt(port), { timeout: 10_000 });
    } catch (error) {
      if (gone()) throw error;
      await pause(200);
    }
  }
}

/** The window itself: the page whose address is VS Code's workbench. */
async function workbench(browser) {
  const until = Date.now() + patience;
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const page of pages) {
      if (
        (await page
          .locator('.monaco-workbench')
          .count()
          .catch(() => 0)) > 0
      )
        return page;
    }
    if (Date.now() > until)
      throw new Error(`no VS Code window among: ${pages.map((page) => page.url()).join(', ') || 'nothing'}`);
    await pause(200);
  }
}

/** By frame: the element that holds it, asked for once. A frame is looked for twenty times a second. */
const holders = new WeakMap();

/** Whether a frame's element is there and visible. */
async function isShown(frame) {
  try {
    if (!holders.has(frame)) holders.set(frame, await frame.frameElement());
    return await holders.get(frame).isVisible();
  } catch {
    holders.delete(frame);
    return false;
  }
}

/** The document that a webview shows in a visible frame of its own, if it does: the preview's page. */
async function framed(inner) {
  for (const frame of inner.childFrames()) if (await isShown(frame)) return frame;
  return undefined;
}

/**
 * The frame in which a webview's own HTML stands: the innermost of the visible one.
 * @param {boolean} panel the webview itself, even if it shows a page in a frame
 */
async function webview(page, panel) {
  const until = Date.now() + patience;
  for (;;) {
    for (const outer of page
      .frames()
      .filter((frame) => frame.url().includes('/webview/') || frame.url().startsWith('vscode-webview:'))) {
      const inner = outer.childFrames().find((frame) => frame.name() === 'active-frame') ?? outer.childFrames()[0];
      if (inner === undefined) continue;
      if (!(await isShown(outer))) continue;
      const look = () => ({
        complete: document.readyState === 'complete' && document.body.childElementCount > 0,
        framing: document.querySelector('#stage') !== null,
      });
      const seen = await inner.evaluate(look).catch(() => undefined);
      if (!seen?.complete) continue;
      if (panel) return inner;
      // A preview opens the frame of its page a moment later.
      const shown = seen.framing ? await framed(inner) : inner;
      if (shown !== undefined) return shown;
    }
    if (Date.now() > until) throw new Error('no webview is open and visible in the window');
    await pause(100);
  }
}

/**
 * @param {object} options
 * @param {number} options.port where the window can be debugged
 * @param {string} options.mode part of the pictures' names
 * @param {() => boolean} options.gone whether the window has ended
 * @returns {{ act(action: string, request: object): Promise<unknown>, close(): Promise<void> }}
 */
export function openWindow({ port, mode, gone }) {
  const outside = new Set();
  /** Those of them of which nobody knows yet who answers. */
  const under = new Set();
  const attach = async () => {
    const browser = await connect(port, gone);
    for (const context of browser.contexts()) {
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1' && !hostname.endsWith('localhost')) {
          outside.add(request);
          under.add(request);
        }
      });
      // What a Content-Security-Policy stopped never left; what a service worker answered was asked of VS Code itself,
      // and so was what a frame wanted of that before it was thrown away.
      context.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        const own = new URL(request.url()).hostname.endsWith('.vscode-resource.vscode-cdn.net');
        if (/csp/i.test(why) || (own && /ABORTED/.test(why))) outside.delete(request);
        under.delete(request);
      });
      context.on('response', (response) => {
        if (response.fromServiceWorker()) outside.delete(response.request());
        under.delete(response.request());
      });
    }
    return browser;
  };
  // When somebody asks: while it opens, a window is sent its extensions, of which a debugger would get a copy.
  let connection;
  const connected = () => {
    connection ??= attach();
    return connection;
  };
  let found;
  /** Whether somebody will ask which other machines the window has asked. */
  let watching = false;
  const watch = async (wanted) => {
    watching = wanted;
    await overhear(await page(), wanted);
    outside.clear();
    under.clear();
  };
  const page = async () => {
    if (found === undefined || found.isClosed()) {
      found = await workbench(await connected());
      await overhear(found, watching);
    }
    return found;
  };
  const frame = async (where) =>
    where === 'window' ? (await page()).mainFrame() : webview(await page(), where === 'panel');

  const actions = {
    async screenshot({ name }) {
      const file = path.join(root, 'dist/screenshots', `${mode}-${name}.png`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, await snapshot(await page()));
      return file;
    },
    async press({ keys }) {
      for (const chord of keys.split(' ')) await (await page()).keyboard.press(chord);
    },
    async type({ text, delay }) {
      await (await page()).keyboard.type(text, { delay });
    },
    async paste({ html, text }) {
      const target = await page();
      await target
        .context()
        .grantPermissions(['clipboard-read', 'clipboard-write'])
        .catch(() => undefined);
      await target.evaluate(
        async (contents) => {
          const parts = Object.entries(contents).map(([type, value]) => [type, new Blob([value], { type })]);
          await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
        },
        { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) },
      );
      await target.keyboard.press(process.platform === 'darwin' ? 'Meta+V' : 'Control+V');
    },
    async click({ where, selector, button, count, modifiers }) {
      await (await frame(where))
        .locator(selector)
        .first()
        .click({ button, clickCount: count, modifiers, timeout: patience });
    },
    async wheel({ where, selector, by }) {
      await (await frame(where)).locator(selector).first().hover({ timeout: patience });
      await (await page()).mouse.wheel(0, by);
    },
    async waitFor({ where, selector, state, milliseconds }) {
      // Looked for anew every other second: a preview that is dressed anew gets another frame.
      for (const until = Date.now() + milliseconds; ; ) {
        try {
          const timeout = Math.min(2000, milliseconds);
          return await (await frame(where)).locator(selector).first().waitFor({ state, timeout });
        } catch (error) {
          if (Date.now() <= until) continue;
          // Who asks for less looks again.
          const name = `waited-for-${selector.replace(/[^\w]+/g, '-').slice(-40)}`;
          const file = milliseconds < patience ? '' : await actions.screenshot({ name }).catch(String);
          throw new Error(`${error.message}\n${file}`);
        }
      }
    },
    async evaluate({ where, source, args }) {
      // Evaluated through the debugger, so the page's Content-Security-Policy does not bind it.
      return (await frame(where)).evaluate(`(${source})(...${JSON.stringify(args)})`);
    },
    async resize({ width, height }) {
      await (await page()).setViewportSize({ width, height });
    },
    /** As a window is when it has just opened; what it asked for of other machines is forgotten. */
    async fresh() {
      const target = await page();
      if (target.url().startsWith('http')) await target.setViewportSize({ width: 1440, height: 900 });
      // Where nothing shows what hovers.
      await target.mouse.move(720, 2);
      await watch(false);
    },
    async compareWithFile(request) {
      const target = await page();
      return compareWithFile(target, await webview(target, true), { ...request, name: `${mode}-${request.name}` });
    },
    async compareWithSaved(request) {
      const target = await page();
      return compareWithSaved(target, await webview(target, true), { ...request, name: `${mode}-${request.name}` });
    },
    async pasteInto(request) {
      return pasteInto(await page(), { ...request, name: `${mode}-${request.name}` });
    },
    async compareWithPicture(request) {
      const target = await page();
      return compareWithPicture(await webview(target, true), request);
    },
    /** Closes the window itself. */
    async close() {
      await (await page()).close();
    },
    async checkAccess() {
      const target = await page();
      return checkAccess(target, await webview(target, true));
    },
    async reloadSecondWindow(request) {
      const target = await page();
      return target.url().startsWith('http') ? reloadSecondWindow(target, request) : null;
    },
    async print({ text }) {
      console.log(`  ${text}`);
    },
    watchRequests: () => watch(true),
    async outsideRequests() {
      if (!watching) throw new Error('nobody has asked to watch the window’s requests');
      for (const until = Date.now() + 5000; under.size > 0 && Date.now() < until; ) await pause(50);
      return [...outside].map((request) => request.url());
    },
    frames: async () => (await page()).frames().map((each) => each.url()),
  };

  return {
    async act(action, request) {
      const perform = actions[action];
      if (perform === undefined) throw new Error(`the window knows no action ${action}`);
      return perform(request);
    },
    async close() {
      // Only drops the connection: the browser belongs to whoever started it.
      await connection?.then((browser) => browser.close()).catch(() => undefined);
    },
  };
}
