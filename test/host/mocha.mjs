// Runs programs, and suites in Mocha.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './install.mjs';
import { Advice } from './say.mjs';

/** Against hangs, not a measure: nothing that runs outside VS Code takes this long. Milliseconds. */
const patience = 20 * 60_000;

/**
 * Runs a program. Its output goes to the terminal as it comes, or to `print` when it has ended.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {((text: string) => void) | undefined} print
 * @returns {Promise<boolean>} whether it succeeded
 */
export function execute(file, args, print, options = {}) {
  const stdio = print ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(file, args, { cwd: root, stdio, timeout: patience, ...options });
  const said = [];
  child.stdout?.on('data', (chunk) => said.push(chunk));
  child.stderr?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      if (said.length > 0) print?.(Buffer.concat(said).toString('utf8').trimEnd());
      resolve(code === 0);
    });
  });
}

/** Runs a program of node_modules. */
export function run(program, args, print, options = {}) {
  const file = path.join(root, 'node_modules/.bin', program);
  const windows = process.platform === 'win32';
  return execute(windows ? `"${file}"` : file, args, print, { shell: windows, ...options });
}

/** How many processes share the suites: reading and compiling them is paid in each. */
export const processors = Math.min(4, os.availableParallelism());

/**
 * @param {readonly string[]} suites as they are built
 * @param {object} [options]
 * @param {string} [options.at] the repository that they are of
 * @param {number} [options.retries] how often a test that failed is tried again: two browsers at once may leave one
 *   without its picture
 * @param {number} [options.processes]
 * @param {boolean} [options.bail] the first test that fails ends it
 * @param {boolean} [options.forbidOnly] a suite that leaves others out fails
 * @param {number} [options.timeout] milliseconds until it is ended
 * @param {(text: string) => void} [options.print] gets what they say when they have ended
 */
export async function mochaSuites(
  suites,
  { at = root, retries = 0, processes = 1, bail = false, forbidOnly = false, timeout = patience, print } = {},
) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-pure-'));
  const counts = path.join(place, 'counts.json');
  // A minute is against hangs, not a measure.
  const args = [
    ...(suites.length > 1 && processes > 1 ? ['--parallel', '--jobs', String(processes)] : []),
    '--timeout',
    '60000',
    '--no-diff',
    '--retries',
    String(retries),
    ...(forbidOnly ? ['--forbid-only'] : []),
    ...(bail ? ['--bail'] : []),
    '--require',
    path.join(root, 'test/host/seed.mjs'),
    '--reporter',
    path.join(root, 'test/host/pure-reporter.mjs'),
    '--reporter-option',
    `counts=${counts}`,
    ...suites,
  ];
  await run('mocha', args, print, { cwd: at, timeout });
  let outcome;
  try {
    outcome = JSON.parse(readFileSync(counts, 'utf8'));
  } catch {
    throw new Advice('Mocha ended before the suites did; see its message above.');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  const { files, ...totals } = outcome;
  const silent = suites.filter((suite) => !files.includes(path.join(at, suite)));
  for (const suite of silent) (print ?? console.log)(`  ✗ ${suite}: no test ran`);
  return { ...totals, failed: totals.failed + silent.length };
}
