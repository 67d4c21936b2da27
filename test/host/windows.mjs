// The windows of VS Code that a run opens, and the suites that are tried once more.
import { lengthOf } from './modes.mjs';
import { say } from './say.mjs';

/**
 * One window and the suites that share it.
 * @typedef {object} Window
 * @property {import('./modes.mjs').Mode} mode
 * @property {readonly string[]} suites
 * @property {boolean} [whole] in the browser as it was found, not in a lighter one of the same version
 */

/** @typedef {{ mode: import('./modes.mjs').Mode, suite: string, outcome: import('./run-mode.mjs').Outcome }} Done */

/** @typedef {(window: Window, print: (text: string) => void) => Promise<Map<string, import('./run-mode.mjs').Outcome>>} Open */

/**
 * The work of each window, for a lane.
 * @param {readonly Window[]} windows
 * @param {Open} open
 * @param {Done[]} done where what becomes of each suite is added
 * @returns {import('./lanes.mjs').Job[]}
 */
export function windowJobs(windows, open, done) {
  return windows.map((window) => ({
    seconds: lengthOf(window.suites),
    async work(print) {
      const { mode, suites } = window;
      say(`VS Code, ${mode.name}: ${suites.join(', ')} …`);
      print(`VS Code, ${mode.name}`);
      const outcomes = await open(window, print).catch((error) => {
        print(`  ✗ the window could not be opened: ${error.message}`);
        return new Map(suites.map((suite) => [suite, { passed: 0, failed: 1, skipped: 0, ended: false }]));
      });
      for (const [suite, outcome] of outcomes) done.push({ mode, suite, outcome });
    },
  }));
}

/**
 * Tries each suite that failed once more, alone in a fresh window on a machine with nothing else to do: a busy one may
 * miss a key, and what fails twice is a fault. The browser is then the one that was found, with all that belongs to it.
 * The second outcome takes the place of the first.
 * @param {Done[]} done
 * @param {Open} open
 */
export async function tryAgain(done, open) {
  for (const each of done.filter(({ outcome }) => outcome.failed > 0)) {
    const { mode, suite } = each;
    say(`${suite} (${mode.name}) failed; once more, alone in a fresh window …`);
    each.outcome = (await open({ mode, suites: [suite], whole: true }, (text) => console.log(text))).get(suite);
  }
}
