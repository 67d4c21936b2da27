// Draws media/icon.png (256 × 256, transparent corners) from media/art/icon.svg: `node media/art/make-icon.mjs`.
// The extension's icon must be a PNG, and a browser is the renderer that the tests have anyway.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../test/host/browser.mjs';

const svg = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');
const { executable, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath: executable, args: [...args], env: { ...process.env, ...env } });
const tab = await browser.newPage({ viewport: { width: 256, height: 256 } });
await tab.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await tab.screenshot({ path: new URL('../icon.png', import.meta.url).pathname, omitBackground: true });
await browser.close();
