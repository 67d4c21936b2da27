// Where a Chromium comes from: $CHROME, the machine's own, Playwright's, Debian's package, and at last an npm package.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, root } from './install.mjs';
import { Advice, say } from './say.mjs';
import { fetchShell, shellArgs, shellBeside } from './shell.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executable
 * @property {readonly string[]} args what it must be started with
 * @property {Record<string, string>} env what must be added to its environment
 */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The npm packages with a Chromium for Linux and a font that has Chinese: without one Chinese is blank. */
const packaged = { chromium: '@sparticuz/chromium@153.0.0', font: '@expo-google-fonts/noto-sans-sc@0.4.3' };

/** @param {string} name @returns {string | undefined} the executable of that name on the PATH */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/** Whether the file is a browser that starts; Ubuntu's `chromium-browser`, for one, may be a mere hint to install one. */
function starts(file) {
  if (!existsSync(file)) return false;
  // Chrome for Windows does not answer `--version`.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(
      execFileSync(file, ['--version'], { timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    );
  } catch {
    return false;
  }
}

function hasChinese() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family']);
  return status !== 0 || stdout.length > 0;
}

/** A fontconfig file that adds the packaged font to the machine's own. */
function fontConfig(folder) {
  const file = path.join(folder, 'fonts.conf');
  const fonts = path.join(folder, 'node_modules', packaged.font.slice(0, packaged.font.lastIndexOf('@')));
  const folders = ['/usr/share/fonts', path.join(os.homedir(), '.fonts'), path.join(os.tmpdir(), 'fonts'), fonts];
  const elements = folders.map((each) => `<dir>${each}</dir>`).join('');
  const cache = `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${elements}${cache}</fontconfig>`,
  );
  return file;
}

/** Installs packages into `.vscode-test/browser`; returns that folder, or `undefined` when npm could not. */
function installPackaged(...specs) {
  const folder = path.join(root, '.vscode-test/browser');
  mkdirSync(folder, { recursive: true });
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private":true}\n');
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  const missing = specs.filter(
    (spec) => dependencies[spec.slice(0, spec.lastIndexOf('@'))] !== spec.slice(spec.lastIndexOf('@') + 1),
  );
  if (missing.length === 0) return folder;
  say(`fetching ${missing.join(' and ')} from npm into .vscode-test/browser …`);
  // engine-strict=false: npm would otherwise pick an older version that suits the Node that runs it.
  return npm(['i', '-E', '--ignore-scripts', '--engine-strict=false', ...missing], folder) ? folder : undefined;
}

/** @returns {Promise<Browser | undefined>} */
async function fromNpm() {
  if (process.platform !== 'linux') return undefined;
  const folder = installPackaged(packaged.chromium, packaged.font);
  if (folder === undefined) return undefined;
  // Makes the package unpack the system libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const entry = path.join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const module = await import(
    pathToFileURL(existsSync(entry) ? entry : path.join(folder, 'node_modules/@sparticuz/chromium/build/index.js')).href
  );
  const executable = await module.default.executablePath();
  // Not the package's own arguments: they switch web security off.
  const args = [...sandboxArgs, '--headless=shell', '--no-zygote'];
  const env = { FONTCONFIG_FILE: fontConfig(folder), LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' };
  return starts(executable) || existsSync(executable) ? { executable, args, env } : undefined;
}

/** Chromium's sandbox does not work for root, nor in most containers; what we show it is our own. */
const sandboxArgs = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || onPath('apt-get') === undefined) return false;
  say('installing chromium and fonts-noto-cjk with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  run('update', '-qq');
  return run('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

/**
 * Finds a browser, or fetches one. Needs the packages of package-lock.json.
 * @param {object} [options]
 * @param {boolean} [options.fetching] a lighter one of the same version may be fetched: not while windows are open
 * @returns {Promise<Browser>}
 * Throws {@link Advice} that says what to install.
 */
export async function findBrowser({ fetching = false } = {}) {
  if (process.env.CHROME) {
    if (!starts(process.env.CHROME))
      throw new Advice(`CHROME is ${process.env.CHROME}, which does not start; correct or unset it.`);
    return { executable: process.env.CHROME, args: sandboxArgs, env: {} };
  }
  const own = () => [...names.map(onPath), ...places].find((file) => file !== undefined && starts(file));
  const { chromium } = await import('playwright-core');
  const found = own() ?? [chromium.executablePath()].find((file) => file && starts(file));
  if (found !== undefined) {
    if (fetching) fetchShell(found);
    const whole = process.env.COPYDESK_WHOLE_BROWSER === '1';
    const light = whole ? undefined : shellBeside(found);
    const browser = withChinese(light ?? found);
    return light === undefined ? browser : { ...browser, args: [...browser.args, ...shellArgs] };
  }
  if (fromDebian()) {
    const installed = own();
    if (installed !== undefined) return withChinese(installed);
  }
  const packagedBrowser = await fromNpm();
  if (packagedBrowser !== undefined) return packagedBrowser;
  throw new Advice(
    'No browser was found and none could be installed. Install Chromium or Chrome (Debian: `apt-get install chromium ' +
      'fonts-noto-cjk`), or set CHROME to its executable, and try again.',
  );
}

/** A found browser; on a Linux without any Chinese font, with the packaged one. */
function withChinese(executable) {
  if (process.platform !== 'linux' || hasChinese()) return { executable, args: sandboxArgs, env: {} };
  const folder = installPackaged(packaged.font);
  if (folder === undefined)
    say('no Chinese font was found and none could be fetched: Chinese will be blank in pictures.');
  return { executable, args: sandboxArgs, env: folder === undefined ? {} : { FONTCONFIG_FILE: fontConfig(folder) } };
}
