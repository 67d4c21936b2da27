// The Chromium of Debian without its own window: the same program at the same version, less what draws tabs, menus and a
// frame that nobody sees. It lies in a package of its own, which is unpacked beside what else windows need.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { say } from './say.mjs';

const name = 'chromium-headless-shell';

/** By itself it puts letters on whole pixels, which the whole browser does only where the machine's fonts ask for it. */
export const shellArgs = ['--font-render-hinting=none'];

/** What a Chromium of Debian reads lies here. */
const shared = '/usr/lib/chromium';

/** The version of Debian's package, when that is the Chromium that was found. */
function versionOf(executable) {
  if (process.platform !== 'linux' || executable !== '/usr/bin/chromium') return undefined;
  if (!existsSync(path.join(shared, 'icudtl.dat'))) return undefined;
  const { stdout } = spawnSync('dpkg-query', ['--show', 'chromium'], { encoding: 'utf8' });
  return /^chromium\t(\S+)/.exec(stdout ?? '')?.[1];
}

/** Where the one of a version lies: it reads the other one's files, so none does for another version. */
const placeOf = (version) => path.join(root, '.vscode-test/shell', version.replace(/[^\w.+-]/g, '_'));

/**
 * The Chromium without a window that goes with one that was found, where it has been fetched.
 * @param {string} executable
 * @returns {string | undefined}
 */
export function shellBeside(executable) {
  const version = versionOf(executable);
  const file = version && path.join(placeOf(version), name);
  return file && existsSync(file) ? file : undefined;
}

/** Has apt fetch and unpack it, in a folder: the machine's own packages and lists stay as they are. */
function unpack(version, folder) {
  const own = path.join(folder, 'apt');
  for (const each of ['lists/partial', 'archives/partial']) mkdirSync(path.join(own, each), { recursive: true });
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 };
  const run = (file, ...args) => spawnSync(file, args, options).status === 0;
  const download = ['download', '-qq', `${name}=${version}`];
  const lists = ['-o', `Dir::State::Lists=${own}/lists`, '-o', `Dir::Cache=${own}`];
  // Where nobody answers, the whole browser does.
  const soon = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15'];
  const fetched =
    run('apt-get', ...soon, ...download) ||
    (run('apt-get', ...soon, ...lists, 'update', '-qq') && run('apt-get', ...soon, ...lists, ...download));
  const file = fetched && readdirSync(folder).find((each) => each.endsWith('.deb'));
  return Boolean(file) && run('dpkg-deb', '-x', file, 'unpacked');
}

/**
 * Fetches it for one that was found, where it is Debian's and this can be had; else that one does.
 * @param {string} executable
 */
export function fetchShell(executable) {
  const version = versionOf(executable);
  if (version === undefined) return;
  const place = placeOf(version);
  // Asked for once: who waited in vain need not wait again.
  const missing = `${place}.missing`;
  if (existsSync(place) || existsSync(missing)) return;
  say(`fetching ${name} ${version} from Debian into .vscode-test (64 MB, once) …`);
  const making = `${place}-${process.pid}`;
  try {
    mkdirSync(making, { recursive: true });
    if (!unpack(version, making)) throw new Error('apt has it not');
    const lies = path.join(making, 'unpacked', shared);
    for (const each of readdirSync(shared)) {
      if (!existsSync(path.join(lies, each))) symlinkSync(path.join(shared, each), path.join(lies, each));
    }
    execFileSync(path.join(lies, name), ['--version'], { timeout: 30_000, stdio: 'ignore' });
    renameSync(lies, place);
  } catch (error) {
    writeFileSync(missing, error.message);
    say(`${name} could not be had (${error.message}); windows are drawn by ${executable}, which takes longer.`);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}
