// `npm test`: everything. Needs nothing but Node; installs what is missing and says what it is doing.
//   npm test
//   npm run test:pure [-- part…]      only the suites that need no browser, or those whose path holds one of the parts
//   npm run test:vscode [-- mode…]    only the suites in a real VS Code, or only these modes of test/host/modes.mjs;
//                                     with --only=PART,PART only the suites whose path holds one of the parts
// Its last line is `N passed, N failed`; it ends with 1 when anything failed or a stage ran no test.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installPackages, root } from './host/install.mjs';
import { modes, windowsOf } from './host/modes.mjs';
import { Advice, say } from './host/say.mjs';

const [kind, ...rest] = process.argv.slice(2);
const parts = rest.filter((part) => !part.startsWith('--'));
const only = rest
  .filter((part) => part.startsWith('--only='))
  .flatMap((part) => part.slice('--only='.length).split(','))
  .filter((part) => part !== '');
const passed = { passed: 1, failed: 0 };
const failed = { passed: 0, failed: 1 };

/** Against hangs, not a measure: nothing that runs outside VS Code takes this long. Milliseconds. */
const timeout = 20 * 60_000;

/** Runs a program of node_modules; its output goes to the terminal. */
function run(program, args) {
  const file = path.join(root, 'node_modules/.bin', program);
  const windows = process.platform === 'win32';
  return (
    spawnSync(windows ? `"${file}"` : file, args, { cwd: root, stdio: 'inherit', shell: windows, timeout }).status === 0
  );
}

/** Suites that drive the preview's script in a Chromium of their own; all the other ones need nothing but Node. */
const needsBrowser = (suite) => suite.includes('/webview/');

/** @param retries how often a test that failed is tried again: two browsers at once may leave one without its picture */
async function mochaSuites(wanted, retries = 0) {
  const { buildTests } = await import('../esbuild.mjs');
  const suites = (await buildTests(parts)).filter(wanted);
  const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-pure-'));
  const counts = path.join(place, 'counts.json');
  const reporter = path.join(root, 'test/host/pure-reporter.mjs');
  // A minute is against hangs, not a measure.
  run('mocha', [
    ...(suites.length > 1 ? ['--parallel', '--jobs', String(Math.min(4, os.availableParallelism()))] : []),
    '--timeout',
    '60000',
    '--no-diff',
    '--retries',
    String(retries),
    ...(kind === undefined ? ['--forbid-only'] : []),
    '--require',
    path.join(root, 'test/host/seed.mjs'),
    '--reporter',
    reporter,
    '--reporter-option',
    `counts=${counts}`,
    ...suites,
  ]);
  let outcome;
  try {
    outcome = JSON.parse(readFileSync(counts, 'utf8'));
  } catch {
    throw new Advice('Mocha ended before the suites did; see its message above.');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  const { files, ...totals } = outcome;
  const silent = suites.filter((suite) => !files.includes(path.join(root, suite)));
  for (const suite of silent) console.log(`  ✗ ${suite}: no test ran`);
  return { ...totals, failed: totals.failed + silent.length };
}

/** What was opened: printed at the end. */
const opened = [];

/** The suites of every mode, in a few windows each. What they need is fetched first, once. */
async function prepareWindows() {
  const wanted = kind === '--vscode' && parts.length > 0 ? modes.filter((mode) => parts.includes(mode.name)) : modes;
  if (wanted.length === 0) throw new Advice(`no such mode; there are ${modes.map((mode) => mode.name).join(', ')}.`);
  const { buildVscodeTests } = await import('../esbuild.mjs');
  const { desktopVscode, embeddedServer } = await import('./host/vscode.mjs');
  const { findBrowser } = await import('./host/browser.mjs');
  const built = await buildVscodeTests(wanted, only);
  const desktop = await desktopVscode();
  if (desktop === undefined) {
    embeddedServer();
    const { executable } = await findBrowser();
    say(`using the embedded VS Code in ${executable}`);
  } else {
    say(`using ${desktop}`);
  }
  // With --only, a mode that has no such suite was not meant.
  const meant = wanted.filter((mode) => only.length === 0 || built.has(mode));
  if (meant.length === 0) throw new Advice(`there is no suite with ${only.join(' or ')} in its path.`);
  for (const mode of meant) if (!built.has(mode)) throw new Advice(`there are no suites in ${mode.suites.join(', ')}.`);
  if (meant.some((mode) => mode.serverless)) (await import('./host/serverless.mjs')).prepareServerless();
  return { built, desktop, meant };
}

/** Runs the suites in VS Code and notes their counts by mode; `seconds` is what a mode's windows took together. */
async function vscodeSuites({ built, desktop, meant }) {
  const { runMode } = await import('./host/run-mode.mjs');
  const { runWindows } = await import('./host/lanes.mjs');
  // Suites that are asked for by name share a window, as they may in a whole run.
  const among = (mode) => windowsOf(only.length > 0 ? { ...mode, windows: 1 } : mode, built.get(mode).suites);
  const windows = meant.flatMap((mode) => among(mode).map((suites) => ({ mode, suites })));
  const outcomes = await runWindows(windows, async ({ mode, suites }, print) => {
    const begun = Date.now();
    const { bundle } = built.get(mode);
    const seen = await runMode(mode, { desktop, tests: bundle, suites, print });
    opened.push({ mode: mode.name, suites, seconds: (Date.now() - begun) / 1000 });
    return seen;
  });
  for (const mode of meant) {
    const its = outcomes.filter((each) => each.mode === mode).map(({ outcome }) => outcome);
    const sum = (key) => its.reduce((total, each) => total + each[key], 0);
    const seconds = opened.reduce((total, each) => total + (each.mode === mode.name ? each.seconds : 0), 0);
    totals.push({
      name: `VS Code, ${mode.name}`,
      passed: sum('passed'),
      failed: sum('failed'),
      skipped: sum('skipped'),
      seconds,
    });
  }
}

const totals = [];

/** Runs one stage and notes its counts. What it throws is a failure by the stage's name. */
async function stage(name, work) {
  say(`${name} …`);
  const begun = Date.now();
  let counts;
  try {
    counts = await work();
    if (counts.passed + counts.failed === 0) throw new Advice('not one test ran.');
  } catch (error) {
    console.error(`  ✗ ${name}: ${error instanceof Advice ? error.message : (error.stack ?? error)}`);
    counts = failed;
  }
  totals.push({ name, skipped: 0, seconds: (Date.now() - begun) / 1000, ...counts });
  return counts.failed === 0;
}

async function main() {
  if (
    !(await stage('packages', async () => {
      installPackages();
      return passed;
    }))
  )
    return;
  const everything = kind === undefined;
  if (everything) {
    await stage('lint and format (biome)', async () =>
      run('biome', ['check', '--error-on-warnings', '.']) ? passed : failed,
    );
    // What runs in the webview has a DOM and no Node, so it has configurations of its own.
    await stage('types (tsc)', async () =>
      ['.', 'src/preview', 'test/preview'].every((project) => run('tsc', ['-p', project])) ? passed : failed,
    );
  }
  // Some pure suites try the built command line.
  if (everything || kind === '--vscode' || !existsSync(path.join(root, 'dist/cli.js'))) {
    const { buildProduct } = await import('../esbuild.mjs');
    await stage('build', async () => {
      await buildProduct();
      return passed;
    });
  }
  // A part that is asked for by name is run whatever it needs.
  const pure = (suite) => parts.length > 0 || !needsBrowser(suite);
  if (everything || kind === '--pure') await stage('pure suites', () => mochaSuites(pure));
  if (everything) await stage('suites in a browser', () => mochaSuites(needsBrowser, 1));
  if (everything) {
    const { tryMutants } = await import('./mutants/run.mjs');
    await stage('planted faults', async () => {
      const { killed, survived } = tryMutants({ quick: true });
      return { passed: killed, failed: survived };
    });
  }
  if (everything || kind === '--vscode') {
    let prepared;
    await stage('a VS Code and a browser', async () => {
      prepared = await prepareWindows();
      return passed;
    });
    if (prepared !== undefined) await vscodeSuites(prepared);
    if (everything) {
      const { checkStart } = await import('./host/check-start.mjs');
      await stage('npm start', async () => {
        await checkStart();
        return passed;
      });
    }
  }
  if (everything) {
    const { checkPackage } = await import('./host/package.mjs');
    await stage('package', async () => {
      checkPackage();
      return passed;
    });
  }
}

await main();
console.log('');
for (const { name, passed, failed, skipped, seconds } of totals) {
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(
    `  ${failed > 0 ? '✗' : '✓'} ${name.padEnd(26)} ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(1)} s)`,
  );
}
if (opened.length > 0) {
  console.log(`\n  ${opened.length} windows of VS Code`);
  for (const { mode, suites, seconds } of opened)
    console.log(`    ${mode.padEnd(12)} ${suites.join(', ')} (${seconds.toFixed(1)} s)`);
}
const sum = (key) => totals.reduce((total, each) => total + each[key], 0);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
