// Tries `npm start` as a newcomer would: waits for the address, opens it in a browser, looks for Copydesk's commands.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { root } from './install.mjs';
import { Advice } from './say.mjs';

/** Against hangs, not a measure; milliseconds. */
const patience = 120_000;

/** The address that it prints; rejects with what it said instead. */
function printedAddress(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const note = (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('exit', (code) => reject(new Advice(`npm start ended with ${code}; it said:\n${said}`)));
    setTimeout(() => reject(new Advice(`npm start printed no address; it said:\n${said}`)), patience).unref();
  });
}

/** Opens the palette and finds Copydesk in it; a window that is still opening a file may close the palette again. */
async function openPalette(page) {
  const input = page.locator('.quick-input-widget input').first();
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Copydesk' }).first();
  for (const until = Date.now() + patience; ; ) {
    try {
      await page.keyboard.press('F1');
      await input.fill('>Copydesk', { timeout: 3000 });
      await row.waitFor({ timeout: 10_000 });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

async function look(address) {
  const { executable, args, env } = await findBrowser();
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...args],
    env: { ...process.env, ...env },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: patience });
    // The welcome page is drawn, with links to click.
    await page.locator('iframe.webview').first().waitFor({ state: 'attached', timeout: patience });
    await openPalette(page);
    const picture = path.join(root, 'dist/screenshots/start.png');
    mkdirSync(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}

/** Throws what was wrong. */
export async function checkStart() {
  const script = path.join(root, 'test/host/start.mjs');
  // It has just been built, and windows that are open read it.
  const child = spawn(process.execPath, [script, '--web', '--no-open', '--locale=en', '--built'], { cwd: root });
  try {
    const address = await printedAddress(child);
    const { status } = await fetch(new URL('/', address), { redirect: 'manual' });
    if (status !== 403) throw new Advice(`the server answered ${status}, not 403, to somebody without the token.`);
    await look(address);
  } finally {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    }
  }
}
