#!/usr/bin/env node
// A stand-in for the `code` executable: the VS Code server that npm has, shown in a headless Chromium. It understands
// the arguments that @vscode/test-electron passes to VS Code, and ends with the exit code of the tests.
//
// Beyond those:
//   --remote-debugging-port=N         as Chromium and the desktop VS Code understand it
//   --extensionDevelopmentKind=web    as VS Code understands it: the extension runs in a web worker
//   --locale=zh-cn
//   COPYDESK_RESTRICTED=1             the folder is not trusted, although runTests says --disable-workspace-trust
//   COPYDESK_STATE=folder             for the server's data and the logs; removed only when all went well
//   COPYDESK_VERBOSE=1                print what the window and the extension host log
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { findBrowser } from './browser.mjs';
import { Advice } from './say.mjs';
import { startServer, windowAddress } from './server.mjs';

/** No run of the suites takes this long; a window that hangs must not hang CI. Milliseconds. */
const timeLimit = 15 * 60_000;

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

async function main() {
  const args = parse(process.argv.slice(2));
  const state = process.env.COPYDESK_STATE ?? mkdtempSync(path.join(os.tmpdir(), 'copydesk-code-'));
  mkdirSync(state, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const log = path.join(state, 'window.log');
  writeFileSync(log, '');
  const { executable, args: browserArgs, env } = await findBrowser();
  const { chromium } = await import('playwright-core');
  const server = await startServer({
    state,
    token,
    settings: settings(args),
    restricted: process.env.COPYDESK_RESTRICTED === '1',
    locale: args.last('locale'),
    extensions: args.last('extensions-dir'),
  });
  const debugging = args.last('remote-debugging-port');
  const profile = path.join(state, 'browser');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: [...browserArgs, ...(debugging ? [`--remote-debugging-port=${debugging}`] : [])],
    env: { ...process.env, ...env },
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: args.last('locale') === 'zh-cn' ? 'zh-CN' : 'en-US',
    handleSIGINT: false,
  });
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
      const tests = args.last('extensionTestsPath');
      const address = windowAddress({
        port: server.port,
        token,
        folder: args.rest[0],
        extensions: args.all('extensionDevelopmentPath'),
        tests: tests && !existsSync(tests) ? `${tests}.js` : tests,
      });
      await page.goto(address);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(130));
    server.exited.then(() => resolve(70));
    page.once('close', () => resolve(71));
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
