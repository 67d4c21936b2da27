// Starts the embedded VS Code server. Used by the stand-in for `code` and by `npm start`.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { builtinExtensions } from './builtin.mjs';
import { root } from './install.mjs';
import { embeddedServer } from './vscode.mjs';

/** Settings that keep a new window free of what has nothing to do with a newsroom. */
export const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'remote.autoForwardPorts': false,
  // Else the whole machine's processes are gone through for ports every other second.
  'remote.autoForwardPortsSource': 'output',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** @returns {Promise<number>} a port of 127.0.0.1 that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @typedef {object} ServerOptions
 * @property {string} state a folder of this server's own, for settings, state and its log
 * @property {string} token whoever opens the window must know it: without one any web page could drive the server
 * @property {object} settings the user's settings
 * @property {boolean} [restricted] ask whether the folder is trusted; else every folder is
 * @property {string} [locale]
 * @property {string} [extensions] folder of installed extensions
 * @property {boolean} [installed] Copydesk is installed among those; else the window's address names what is under
 *   development, which a server takes from nobody but VS Code's smoke test driver, whose windows show no notification
 * @property {number} [port] a free one when absent
 */

/**
 * A language pack without words: enough for VS Code to tell extensions the language, and for their own translations.
 * Its own windows stay English.
 */
function writeLanguagePack(folder, locale) {
  const translations = path.join(folder, 'main.i18n.json');
  writeFileSync(translations, '{"":[],"version":"1.0.0","contents":{}}');
  const extension = { extensionIdentifier: { id: 'copydesk-test.language-pack' }, version: '1.0.0' };
  const pack = { hash: 'copydesk', extensions: [extension], translations: { vscode: translations }, label: locale };
  writeFileSync(path.join(folder, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/**
 * @param {ServerOptions} options
 * @returns {Promise<{ port: number, stop(): void, exited: Promise<number> }>} when the server answers
 */
export async function startServer({ state, token, settings, restricted, locale, extensions, installed, port }) {
  const { vscode, node } = embeddedServer();
  const at = port ?? (await freePort());
  const user = path.join(state, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, 2));
  if (locale) writeLanguagePack(path.join(state, 'data'), locale);
  const args = [
    path.join(vscode, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(at), '--connection-token', token],
    // Its window is on this machine: to make a message shorter takes longer than to send it.
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-websocket-compression'],
    ...(installed ? [] : ['--enable-smoke-test-driver', '--builtin-extensions-dir', builtinExtensions(vscode)]),
    ...['--server-data-dir', state],
    ...(extensions ? ['--extensions-dir', extensions] : []),
    ...(locale ? ['--locale', locale] : []),
    ...(restricted ? [] : ['--disable-workspace-trust']),
  ];
  // What one window has compiled the next one need not.
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(root, '.vscode-test/compiled') };
  const server = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const log = createWriteStream(path.join(state, 'server.log'));
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const running = await untilItAnswers(server, `http://127.0.0.1:${at}/version`, log.path);
  return { port: at, ...running };
}

/**
 * Waits until a server that was just started answers.
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} address what it answers
 * @param {string} log its log, for the error that this throws when it never does
 * @returns {Promise<{ stop(): void, exited: Promise<number> }>}
 */
export async function untilItAnswers(server, address, log) {
  const exited = new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 1)));
  let running = true;
  exited.then(() => {
    running = false;
  });
  const stop = () => server.kill('SIGTERM');
  const until = Date.now() + 60_000;
  while (
    !(await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (!running || Date.now() > until) {
      stop();
      throw new Error(`the VS Code server did not start; its log is ${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { stop, exited };
}

/**
 * The address of a window.
 * @param {object} options
 * @param {number} options.port
 * @param {string} options.token
 * @param {string | undefined} options.folder the workspace: a folder or a `.code-workspace` file
 * @param {readonly string[]} [options.extensions] folders of extensions under development
 * @param {string} [options.tests] the module whose `run` is called
 * @param {boolean} [options.welcome] the window may begin with a page, as `workbench.startupEditor` says
 */
export function windowAddress({ port, token, folder, extensions = [], tests, welcome = false }) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(path.resolve(file))}`;
  const payload = [
    ...extensions.map((each) => ['extensionDevelopmentPath', remote(each)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(welcome ? [] : [['skipWelcome', 'true']]),
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ tkn: token });
  if (folder === undefined) query.set('ew', 'true');
  else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
