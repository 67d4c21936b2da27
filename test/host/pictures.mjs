// `node test/host/pictures.mjs`: takes the pictures of the READMEs from a real window, into media/readme.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { root } from './install.mjs';

const folder = path.join(root, 'media/readme');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function address(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(said)));
  });
}

/** Opens a file by its name, as a person would. */
async function open(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
}

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

const start = spawn(process.execPath, [path.join(root, 'test/host/start.mjs'), '--web', '--no-open'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const { executable, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath: executable, args: [...args], env: { ...process.env, ...env } });
try {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(await address(start));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 120_000 });
  await pause(3000);
  const shoot = (name) => page.screenshot({ path: path.join(folder, `${name}.png`) });

  await open(page, '2025-10-14');
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await command(page, 'Copydesk: Open Preview to the Side');
  await pause(5000);
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+1');
  await command(page, 'Problems: Focus on Problems View');
  await pause(3000);
  await shoot('desk');
  await page.keyboard.press('Control+J');

  await command(page, 'Copydesk: New Article from Template');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await pause(1000);
  await shoot('templates');
  await page.keyboard.press('Escape');

  await open(page, '2025-10-16');
  await pause(3000);
  await shoot('preview');
} finally {
  await browser.close();
  start.kill('SIGTERM');
}
