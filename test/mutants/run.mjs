// `npm run test:mutants [-- part…]`: plants the faults of mutants.mjs, one after the other, in a copy of the repository,
// and runs the suites that must notice. A fault that none of them notices has survived, and the run fails; so does one
// whose place in the code is no longer there. `--quick` leaves out those whose suites take long, `--promises` all
// that are not of README.md's promises; parts choose by name.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../host/install.mjs';
import { mochaSuites } from '../host/mocha.mjs';
import { Advice, script } from '../host/say.mjs';
import { mutants } from './mutants.mjs';
import { promises } from './promises.mjs';

/** Against hangs, not a measure: a fault may make a loop endless. Milliseconds. */
const patience = 5 * 60_000;

/** What builds a copy: loaded once, so that no fault can be planted in it. */
const builder = (place) => import(pathToFileURL(path.join(place, 'esbuild.mjs')).href);

/**
 * The repository as it is on the disk, without what is fetched; its packages are shared.
 * @param {boolean} built what is built of it is copied too; else it is built there
 */
async function copyRepository(built) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'copydesk-mutants-'));
  const names = ['.git', 'node_modules', '.vscode-test', ...(built ? ['dist/test', 'dist/screenshots'] : ['dist'])];
  const left = new Set(names.map((name) => path.join(root, name)));
  await cp(root, place, { recursive: true, filter: (file) => !left.has(file) });
  symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
  // Suites that try what is built do so with what it was built of.
  mkdirSync(path.join(place, 'dist'), { recursive: true });
  if (!built) await (await builder(place)).buildProduct();
  return place;
}

/**
 * Builds the pure suites of a repository whose paths hold one of the parts, and runs them until a test fails: one that
 * notices is enough.
 * @returns {Promise<{ green: boolean, said: string }>}
 */
async function runSuites(place, parts) {
  const said = [];
  const print = (text) => said.push(text);
  try {
    const { buildTests } = await builder(place);
    const suites = await buildTests(parts, { maps: false, logLevel: 'silent' });
    const { failed } = await mochaSuites(suites, { at: place, bail: true, timeout: patience, print });
    return { green: failed === 0, said: said.join('\n') };
  } catch (error) {
    return { green: false, said: [...said, error.message].join('\n') };
  }
}

/** The suites in which something failed; none means that the run broke, which proves nothing. */
const redSuites = (said) => [...said.matchAll(/^ {2}✗ (.+?): \d+ passed, \d+ failed/gm)].map(([, title]) => title);

/** Each edit applied to its file; throws {@link Advice} where its place is not there exactly once. */
function planted({ name, edits }) {
  const files = new Map();
  for (const { file, find, replace } of edits) {
    if (!file.startsWith('src/') || file.startsWith('src/build/'))
      throw new Advice(`${name}: ${file} is loaded once for all faults, so that none can be planted in it.`);
    const text = files.get(file) ?? readFileSync(path.join(root, file), 'utf8');
    const times = text.split(find).length - 1;
    if (times !== 1)
      throw new Advice(`${name}: its place is ${times} times in ${file}; say in mutants.mjs where it is now.`);
    files.set(
      file,
      text.replace(find, () => replace),
    );
  }
  return files;
}

/**
 * @param {object} options
 * @param {boolean} [options.quick] leave out what takes long
 * @param {readonly string[]} [options.parts] only those whose names hold one of these
 * @param {readonly import('./fault.mjs').Mutant[]} [options.among] those of README.md's promises, or all
 * @param {readonly [which: number, of: number]} [options.share] only one of so many equal shares, from 0
 * @param {boolean} [options.sound] all pure suites have just passed with what is built now, so none is asked again
 * @param {(text: string) => void} [options.print]
 * @returns {Promise<{ killed: number, survived: number }>}
 */
export async function tryMutants({
  quick = false,
  parts = [],
  among = [...mutants, ...promises],
  share: [which, of] = [0, 1],
  sound: known = false,
  print = console.log,
} = {}) {
  const able = (mutant) => !mutant.root || process.getuid?.() === 0;
  const meant = among.filter(
    ({ name, slow }) => !(quick && slow) && (parts.length === 0 || parts.some((part) => name.includes(part))),
  );
  // Those of a suite follow one another in the table; a share of them has few suites to find sound.
  const length = Math.ceil(meant.length / of);
  const mine = meant.slice(which * length, (which + 1) * length);
  const chosen = mine.filter(able);
  for (const { name } of mine.filter((mutant) => !able(mutant))) print(`not planted, only root notices: ${name}`);
  const place = await copyRepository(known);
  let killed = 0;
  let survived = 0;
  const survive = (text) => {
    survived += 1;
    print(`  ✗ ${text}`);
  };
  try {
    const suites = [...new Set(chosen.flatMap((mutant) => mutant.suites))];
    const sound = known || (await runSuites(place, suites)).green;
    for (const mutant of chosen) {
      // Which of them it is that is red without any fault, is asked only where one is.
      if (!sound && !(await runSuites(place, mutant.suites)).green) {
        survive(`${mutant.name}: ${mutant.suites.join(', ')} fail without it, so nothing would be proved`);
        continue;
      }
      let files;
      try {
        files = planted(mutant);
      } catch (error) {
        survive(error.message);
        continue;
      }
      for (const [file, text] of files) writeFileSync(path.join(place, file), text);
      const outcome = await runSuites(place, mutant.suites);
      for (const file of files.keys()) cpSync(path.join(root, file), path.join(place, file));
      const red = redSuites(outcome.said);
      if (red.length > 0) {
        killed += 1;
        print(`  ✓ ${mutant.name}: noticed by ${red.join('; ')}`);
      } else if (outcome.green) survive(`${mutant.name}: survived ${mutant.suites.join(', ')}`);
      else survive(`${mutant.name}: the run broke, which proves nothing:\n${outcome.said}`);
    }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
  return { killed, survived };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => {
    const args = process.argv.slice(2);
    const parts = args.filter((each) => !each.startsWith('--'));
    const { killed, survived } = await tryMutants({
      quick: args.includes('--quick'),
      parts,
      ...(args.includes('--promises') && { among: promises }),
    });
    console.log(`\n${killed} killed, ${survived} survived`);
    if (survived > 0 || killed === 0) process.exitCode = 1;
  });
}
