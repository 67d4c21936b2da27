// Brings node_modules to what package-lock.json says. Needs nothing but Node, so that a fresh clone can begin here.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Advice, say } from './say.mjs';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} packages by their folder */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(path.join(root, lockFile), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Whether every package of the lock file is installed in that version. Optional ones are for other platforms. */
function installed() {
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([folder, { version, optional }]) => folder === '' || optional || present[folder]?.version === version,
  );
}

/**
 * Runs npm; its output goes to the terminal.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {boolean} whether it succeeded
 */
export function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // npm is a batch file on Windows, which only a shell can start.
  const { status } = spawnSync('npm', [...args, ...quiet], {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Throws {@link Advice} when Node is too old or the packages cannot be had. */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Advice(
      `This is Node ${process.versions.node}; install Node 20.19 or later from https://nodejs.org and try again.`,
    );
  }
  if (installed()) return;
  say('installing the packages of package-lock.json (npm ci) …');
  if (!npm(['ci', '--ignore-scripts'], root)) {
    throw new Advice('npm could not install the packages; see its message above, check the network, and try again.');
  }
}
