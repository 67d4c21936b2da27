// `npm start`: opens the sample newsroom in a real VS Code with Copydesk loaded. Needs nothing but Node.
//   npm start                     the user's own VS Code where there is one and a display, else one in the browser
//   npm start -- --web            the one in the browser in any case
//   npm start -- --no-open        do not open the browser, only print the address
//   npm start -- --locale=zh-cn   in that language; else the terminal's
//   npm start -- --built          with what is built, as it is
//   npm start -- FOLDER           that newsroom and not the sample
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installPackages, root } from './install.mjs';
import { Advice, say, script } from './say.mjs';

/** What the person's own VS Code may be called. */
const editors = ['code', 'code-insiders', 'codium'];
const openers = { darwin: 'open', win32: 'explorer', linux: 'xdg-open' };

/** A digest of every path and file in a folder. */
function fingerprint(folder) {
  const digest = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPlace)) {
    if (entry.isFile()) digest.update(place(entry).slice(folder.length)).update(readFileSync(place(entry)));
  }
  return digest.digest('hex');
}

const place = (entry) => path.join(entry.parentPath ?? entry.path, entry.name);
const byPlace = (a, b) => (place(a) < place(b) ? -1 : 1);

/**
 * The newsroom to open. The sample is copied first, so that what is tried does not end up in the repository; an
 * untouched copy follows the sample.
 */
function newsroom(given) {
  if (given !== undefined) {
    if (!existsSync(given))
      throw new Advice(`${given} does not exist; name a folder, or none for the sample newsroom.`);
    return path.resolve(given);
  }
  const sample = path.join(root, 'test/newsroom');
  const copy = path.join(root, '.vscode-test/newsroom');
  const from = path.join(root, '.vscode-test/newsroom.sha256');
  const untouched = existsSync(copy) && existsSync(from) && readFileSync(from, 'utf8') === fingerprint(copy);
  if (!existsSync(copy) || untouched) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(sample, copy, { recursive: true });
    writeFileSync(from, fingerprint(copy));
  }
  say(`the newsroom is .vscode-test/newsroom, a copy of the sample; delete it to begin afresh.`);
  return copy;
}

/** `zh-cn` for a Chinese terminal; VS Code's own default otherwise. */
function terminalLocale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-cn' : undefined;
}

/** The page to begin with; none when the newsroom has none. */
function readme(folder) {
  const file = path.join(folder, 'README.md');
  return existsSync(file) ? [file] : [];
}

/** @returns {boolean} whether the person's own VS Code opened */
function openOwn(editor, folder, locale) {
  say(`opening ${folder} in ${editor} …`);
  const args = [
    `--extensionDevelopmentPath=${root}`,
    '--new-window',
    ...(locale ? [`--locale=${locale}`] : []),
    folder,
    ...readme(folder),
  ];
  const windows = process.platform === 'win32';
  const { status } = spawnSync(windows ? `"${editor}"` : editor, args, { stdio: 'inherit', shell: windows });
  if (status !== 0) say('it did not open; using the embedded VS Code.');
  return status === 0;
}

async function openEmbedded(folder, locale, showBrowser) {
  const { quiet, startServer, windowAddress } = await import('./server.mjs');
  const { installCopydesk } = await import('./installed.mjs');
  const token = randomBytes(16).toString('hex');
  say('starting the embedded VS Code …');
  const state = path.join(root, '.vscode-test/state');
  const settingsFile = path.join(state, 'data/User/settings.json');
  // What was set in the window last time stays.
  const kept = existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : quiet;
  // Drawn, not as it is written: VS Code waits for its own preview here. A file that the address names is opened by
  // whatever editor is known by then.
  const welcome = readme(folder).length > 0;
  // The copy of the sample lies in this repository, which is not what is tried.
  const alone = { 'git.openRepositoryInParentFolders': 'never' };
  const settings = { ...alone, ...kept, 'workbench.startupEditor': welcome ? 'readme' : 'none' };
  const extensions = path.join(state, 'extensions');
  await installCopydesk(extensions);
  const port = Number(process.env.PORT) || undefined;
  const server = await startServer({ state, token, settings, locale, extensions, installed: true, port });
  const address = windowAddress({ port: server.port, token, folder, welcome });
  console.log(
    `\n  VS Code with Copydesk and the newsroom:\n\n  ${address}\n\n  Open it in Chrome, Edge or Firefox. Ctrl+C stops it.\n`,
  );
  const { onPath } = await import('./browser.mjs');
  const opener = onPath(openers[process.platform] ?? '');
  if (showBrowser && opener !== undefined) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      server.stop();
    });
  }
  const code = await server.exited;
  if (!stopping)
    throw new Advice(`the VS Code server ended by itself (${code}); its log is ${path.join(state, 'server.log')}.`);
  say('stopped.');
}

async function main() {
  const args = process.argv.slice(2);
  const folder = args.find((argument) => !argument.startsWith('--'));
  const locale = args.find((argument) => argument.startsWith('--locale='))?.slice('--locale='.length);
  installPackages();
  if (!args.includes('--built')) {
    const { buildProduct } = await import('../../esbuild.mjs');
    say('building …');
    await buildProduct();
  }
  const place = newsroom(folder);
  const { hasDisplay } = await import('./vscode.mjs');
  const { onPath } = await import('./browser.mjs');
  const own =
    hasDisplay() && !args.includes('--web') ? editors.map(onPath).find((found) => found !== undefined) : undefined;
  if (own !== undefined && openOwn(own, place, locale)) return;
  // The person's own VS Code has a language already.
  await openEmbedded(place, locale ?? terminalLocale(), hasDisplay() && !args.includes('--no-open'));
}

await script(main);
