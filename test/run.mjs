// `npm test`: everything. Needs nothing but Node; installs what is missing and says what it is doing.
//   npm test
//   npm run test:pure [-- part…]      only the suites that need no browser, or those whose path holds one of the parts
//   npm run test:vscode [-- mode…]    only the suites in a real VS Code, or only these modes of test/host/modes.mjs;
//                                     with --only=PART,PART only the suites whose path holds one of the parts
// `--bail` ends pure suites with the first test that fails, and runs them in one process.
// Its last line is `N passed, N failed`; it ends with 1 when anything failed or a stage ran no test.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installPackages, root } from './host/install.mjs';
import { runLanes } from './host/lanes.mjs';
import { execute, mochaSuites, processors, run } from './host/mocha.mjs';
import { modes, windowsOf } from './host/modes.mjs';
import { Advice, say } from './host/say.mjs';

const [kind, ...rest] = process.argv.slice(2);
const parts = rest.filter((part) => !part.startsWith('--'));
const only = rest
  .filter((part) => part.startsWith('--only='))
  .flatMap((part) => part.slice('--only='.length).split(','))
  .filter((part) => part !== '');
const bail = rest.includes('--bail');
const passed = { passed: 1, failed: 0 };
const failed = { passed: 0, failed: 1 };

/** Suites that drive the preview's script in a Chromium of their own; all the other ones need nothing but Node. */
const needsBrowser = (suite) => suite.includes('/webview/');

/** What was opened: printed at the end. */
const opened = [];

/** The suites of every mode, built, with what their windows need. */
async function prepareWindows() {
  const wanted = kind === '--vscode' && parts.length > 0 ? modes.filter((mode) => parts.includes(mode.name)) : modes;
  if (wanted.length === 0) throw new Advice(`no such mode; there are ${modes.map((mode) => mode.name).join(', ')}.`);
  const { buildVscodeTests } = await import('../esbuild.mjs');
  const built = await buildVscodeTests(wanted, only);
  // With --only, a mode that has no such suite was not meant.
  const meant = wanted.filter((mode) => only.length === 0 || built.has(mode));
  if (meant.length === 0) throw new Advice(`there is no suite with ${only.join(' or ')} in its path.`);
  for (const mode of meant) if (!built.has(mode)) throw new Advice(`there are no suites in ${mode.suites.join(', ')}.`);
  const { fetchFor } = await import('./host/fetch.mjs');
  return { built, meant, ...(await fetchFor(meant)) };
}

/** The windows of the modes: their work, and what becomes of their suites. */
async function vscodeWindows({ built, desktop, meant }) {
  const { runMode } = await import('./host/run-mode.mjs');
  const { tryAgain, windowJobs } = await import('./host/windows.mjs');
  // Suites that are asked for by name share a window, as they may in a whole run.
  const among = (mode) => windowsOf(only.length > 0 ? { ...mode, windows: 1 } : mode, built.get(mode).suites);
  const windows = meant.flatMap((mode) => among(mode).map((suites) => ({ mode, suites })));
  const open = async ({ mode, suites, whole }, print) => {
    const begun = Date.now();
    const { bundle } = built.get(mode);
    const seen = await runMode(mode, { desktop, tests: bundle, suites, whole, print });
    opened.push({ mode: mode.name, suites, seconds: (Date.now() - begun) / 1000 });
    return seen;
  };
  const done = [];
  return {
    jobs: windowJobs(windows, open, done),
    /** Tries again what failed, and notes counts by mode; `seconds` is what a mode's windows took together. */
    async end() {
      await tryAgain(done, open);
      for (const mode of meant) {
        const its = done.filter((each) => each.mode === mode).map(({ outcome }) => outcome);
        const sum = (key) => its.reduce((total, each) => total + each[key], 0);
        const seconds = opened.reduce((total, each) => total + (each.mode === mode.name ? each.seconds : 0), 0);
        const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
        totals.push({ name: `VS Code, ${mode.name}`, ...counts, seconds });
      }
    },
  };
}

const totals = [];

/** Runs one stage and notes its counts. What it throws is a failure by the stage's name. */
async function stage(name, work, print = console.log) {
  say(`${name} …`);
  const begun = Date.now();
  let counts;
  try {
    counts = await work(print);
    if (counts.passed + counts.failed === 0) throw new Advice('not one test ran.');
  } catch (error) {
    print(`  ✗ ${name}: ${error instanceof Advice ? error.message : (error.stack ?? error)}`);
    counts = failed;
  }
  totals.push({ name, skipped: 0, seconds: (Date.now() - begun) / 1000, ...counts });
  return counts.failed === 0;
}

/** A stage that shares the machine with windows. `seconds`: how long it takes there, more or less. */
const beside = (name, seconds, work) => ({ seconds, work: (print) => stage(name, work, print) });

/**
 * What is neither a suite nor a window, as work for lanes: none waits for another.
 * @param {readonly string[]} browserSuites
 * @param {boolean} sound whether all pure suites have passed
 */
function otherStages(browserSuites, sound) {
  const halves = [0, 1].map((half) =>
    beside(`planted faults (${half + 1} of 2)`, 60, async (print) => {
      const { tryMutants } = await import('./mutants/run.mjs');
      const { killed, survived } = await tryMutants({ quick: true, share: [half, 2], sound, print });
      return { passed: killed, failed: survived };
    }),
  );
  return [
    ...halves,
    beside('suites in a browser', 60, (print) => mochaSuites(browserSuites, { retries: 1, forbidOnly: true, print })),
    beside('npm start', 25, async () => {
      const { checkStart } = await import('./host/check-start.mjs');
      await checkStart();
      return passed;
    }),
    beside('package', 12, async () => {
      const { checkPackage } = await import('./host/package.mjs');
      await checkPackage();
      return passed;
    }),
  ];
}

/** The stages that look at the sources and build them, two at once; lint and types only with everything. */
async function sourceStages() {
  const everything = kind === undefined;
  const types = async () => {
    // What runs in the webview has a DOM and no Node, so it has configurations of its own.
    const projects = ['.', 'src/preview', 'test/preview'];
    await stage('types (tsc)', async (print) => {
      const sound = await Promise.all(projects.map((project) => run('tsc', ['-p', project], print)));
      return sound.every(Boolean) ? passed : failed;
    });
  };
  const lintAndBuild = async () => {
    const lint = (print) => run('biome', ['check', '--error-on-warnings', '.'], print);
    // Not while it builds, which writes texts into the repository.
    if (everything) await stage('lint and format (biome)', async (print) => ((await lint(print)) ? passed : failed));
    // Some pure suites try the built command line.
    if (kind === '--pure' && existsSync(path.join(root, 'dist/cli.js'))) return;
    const { buildProduct } = await import('../esbuild.mjs');
    await stage('build', async () => {
      await buildProduct();
      return passed;
    });
  };
  await Promise.all([everything && types(), lintAndBuild()]);
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
  // What windows need comes from the network, while the processors have other things to do.
  const fetching = everything
    ? execute(process.execPath, [path.join(root, 'test/host/fetch.mjs')], console.log)
    : undefined;
  await sourceStages();
  let browserSuites = [];
  let sound = false;
  if (everything || kind === '--pure') {
    const { buildTests } = await import('../esbuild.mjs');
    sound = await stage('pure suites', async () => {
      const suites = await buildTests(parts);
      // A part that is asked for by name is run whatever it needs.
      const apart = (suite) => everything && needsBrowser(suite);
      browserSuites = suites.filter(apart);
      const these = suites.filter((suite) => parts.length > 0 || !needsBrowser(suite));
      return mochaSuites(these, { processes: bail ? 1 : processors, bail, forbidOnly: everything });
    });
  }
  if (everything || kind === '--vscode') {
    await fetching;
    let prepared;
    await stage('a VS Code and a browser', async () => {
      prepared = await prepareWindows();
      return passed;
    });
    const windows = prepared === undefined ? undefined : await vscodeWindows(prepared);
    await runLanes([...(windows?.jobs ?? []), ...(everything ? otherStages(browserSuites, sound) : [])]);
    await windows?.end();
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
