#!/usr/bin/env node
// A stand-in for the `code` executable: the VS Code server that npm has, shown in a headless Chromium. It understands
// the arguments that @vscode/test-electron passes to VS Code, and ends with the exit code of the tests.
//
// Beyond those:
//   --remote-debugging-port=N         as Chromium and the desktop VS Code understand it
//   --extensionDevelopmentKind=web    as VS Code understands it: the extension runs in a web worker
//   --locale=zh-cn
//   COPYDESK_RESTRICTED=1             the folder is not trusted, although runTests says --disable-workspace-trust
//   COPYDESK_SERVERLESS=1             no server at all, as on vscode.dev
//   COPYDESK_INSTALLED=1              extensions, suites too, are those of --extensions-dir; the run ends with its window
//   COPYDESK_FONTS=file               the fontconfig file that the browser reads and no other
//   COPYDESK_WHOLE_BROWSER=1          in the browser as it was found, not in a lighter one of the same version
//   COPYDESK_STATE=folder             for the server's data and the logs; removed only when all went well
//   COPYDESK_VERBOSE=1                print what the window and the extension host log
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { findBrowser } from './browser.mjs';
import { lighten, overhear } from './light.mjs';
import { Advice } from './say.mjs';
import { startServer, windowAddress } from './server.mjs';
import { startServerless } from './serverless.mjs';

/** No run of the suites takes this long; a window that hangs must not hang CI. Milliseconds. */
const timeLimit = 15 * 60_000;

/**
 * What is drawn is drawn half as wide and half as high, which nobody sees. Pages are laid out as ever, but an odd number of
 * pixels may become an even one, and a screenshot may come out half as large.
 */
const halfDrawn = ['--force-device-scale-factor=0.5'];

/** Splits `--name=value`, `--flag` and the rest. A name may come more than once. */
function parse(argv) {
  const options = new Map();
  const rest = [];
  for (const argument of argv) {
    const found = /^--([\w-]+)(?:=(.*))?$/s.exec(argument);
    if (found === null) rest.push(argument);
    else options.set(found[1], [...(options.get(found[1]) ?? []), found[2] ?? '']);
  }
  return { all: (name) => options.get(name) ?? [], last: (name) => options.get(name)?.at(-1), rest };
}

const json = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** The user's settings: those of `--user-data-dir`, and where the extensions run. */
function settings(args) {
  const profile = args.last('user-data-dir');
  const own = profile ? json(path.join(profile, 'User/settings.json')) : {};
  if (args.last('extensionDevelopmentKind') !== 'web') return own;
  const kinds = args.all('extensionDevelopmentPath').map((folder) => {
    const { publisher, name } = json(path.join(folder, 'package.json'));
    return [`${publisher}.${name}`, ['web']];
  });
  return { ...own, 'remote.extensionKind': Object.fromEntries(kinds) };
}

/** What the window's console was given, as one line. */
function line(args) {
  let values = args;
  try {
    if (typeof args === 'string') values = JSON.parse(args);
  } catch {
    // Not JSON: a plain text.
  }
  const list = Array.isArray(values) ? values : [values];
  return typeof list[0] === 'string' ? format(...list) : list.map((value) => JSON.stringify(value)).join(' ');
}

/** The module of the tests; @vscode/test-electron may leave out the ending. */
function testsOf(args) {
  const tests = args.last('extensionTestsPath');
  return tests && !existsSync(tests) ? `${tests}.js` : tests;
}

/**
 * Starts what the window is served by.
 * @returns {Promise<{ address: string, configuration?: object, stop(): void, exited: Promise<number> }>}
 *   `configuration`: what the window's page must have before it loads
 */
async function serveWindow(args, state) {
  const restricted = process.env.COPYDESK_RESTRICTED === '1';
  const [folder] = args.rest;
  const tests = testsOf(args);
  if (process.env.COPYDESK_SERVERLESS === '1') {
    const [extension] = args.all('extensionDevelopmentPath');
    const served = await startServerless({ state, folder, extension, tests });
    const { folderUri } = served;
    const configurationDefaults = settings(args);
    return { ...served, configuration: { folderUri, configurationDefaults, enableWorkspaceTrust: restricted } };
  }
  const token = randomBytes(16).toString('hex');
  const installed = process.env.COPYDESK_INSTALLED === '1';
  const server = await startServer({
    installed,
    state,
    token,
    settings: settings(args),
    restricted,
    locale: args.last('locale'),
    extensions: args.last('extensions-dir'),
  });
  if (installed) return { ...server, address: windowAddress({ port: server.port, token, folder }) };
  const extensions = args.all('extensionDevelopmentPath');
  return { ...server, address: windowAddress({ port: server.port, token, folder, extensions, tests }) };
}

async function main() {
  const args = parse(process.argv.slice(2));
  const state = process.env.COPYDESK_STATE ?? mkdtempSync(path.join(os.tmpdir(), 'copydesk-code-'));
  mkdirSync(state, { recursive: true });
  const log = path.join(state, 'window.log');
  writeFileSync(log, '');
  const whole = process.env.COPYDESK_WHOLE_BROWSER === '1';
  const { executable, args: browserArgs, env } = await findBrowser();
  const { chromium } = await import('playwright-core');
  const server = await serveWindow(args, state);
  const debugging = args.last('remote-debugging-port');
  const profile = path.join(state, 'browser');
  // Without a server, a webview is another site's page in a window's frame; its service worker counts as third party.
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  const cookies = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(cookies));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: [...browserArgs, ...(whole ? [] : halfDrawn), ...(debugging ? [`--remote-debugging-port=${debugging}`] : [])],
    env: {
      ...process.env,
      ...env,
      ...(process.env.COPYDESK_FONTS ? { FONTCONFIG_FILE: process.env.COPYDESK_FONTS } : {}),
    },
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: args.last('locale') === 'zh-cn' ? 'zh-CN' : 'en-US',
    handleSIGINT: false,
  });
  await lighten(context);
  if (server.configuration) {
    await context.addInitScript((configuration) => {
      globalThis.copydeskWindow = ({ developmentOptions }) => ({
        ...configuration,
        // A second window, whose address says more, runs no tests.
        ...(location.search === ''
          ? {}
          : { developmentOptions: { ...developmentOptions, extensionTestsPath: undefined } }),
      });
    }, server.configuration);
  }
  const exitCode = await new Promise((resolve) => {
    const page = context.pages()[0];
    const record = (type, values) => {
      const text = line(values);
      appendFileSync(log, `${type} ${text}\n`);
      if (process.env.COPYDESK_VERBOSE === '1') console.log(text);
    };
    const open = async () => {
      // The names by which VS Code's smoke test driver reports.
      await page.exposeFunction('codeAutomationLog', record);
      await page.exposeFunction('codeAutomationExit', resolve);
      await page.goto(server.address);
      await overhear(page, false);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(130));
    server.exited.then(() => resolve(70));
    page.once('close', () => resolve(process.env.COPYDESK_INSTALLED === '1' ? 0 : 71));
    setTimeout(() => resolve(124), timeLimit).unref();
    open().catch((error) => {
      record('error', error.message);
      resolve(72);
    });
  });
  await context.close().catch(() => undefined);
  server.stop();
  await server.exited;
  if (exitCode === 0) rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  return exitCode;
}

try {
  if (['--version', '-v'].includes(process.argv[2] ?? '')) console.log('stand-in');
  else process.exit(await main());
} catch (error) {
  console.error(error instanceof Advice ? `code: ${error.message}` : error);
  process.exit(69);
}
