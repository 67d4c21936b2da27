// Windows of VS Code side by side: each waits more than it works, for keys, pages and pauses of typing.
import os from 'node:os';
import { lengthOf } from './modes.mjs';
import { say } from './say.mjs';

/**
 * One window and the suites that share it.
 * @typedef {object} Window
 * @property {import('./modes.mjs').Mode} mode
 * @property {readonly string[]} suites
 */

/** How many windows are open at once: one for each processor, at most four. `COPYDESK_WINDOWS` says otherwise. */
const lanes = Number(process.env.COPYDESK_WINDOWS) || Math.min(4, os.availableParallelism());

/**
 * Opens windows, a few at a time, and prints what each said when it is over. A suite that failed is tried once more when
 * all the others are done, alone in a fresh window on a machine with nothing else to do: a busy one may miss a key, and
 * what fails twice is a fault.
 * @param {readonly Window[]} windows
 * @param {(window: Window, print: (text: string) => void) => Promise<Map<string, import('./run-mode.mjs').Outcome>>} open
 * @returns {Promise<{ mode: import('./modes.mjs').Mode, outcome: import('./run-mode.mjs').Outcome }[]>} one a suite
 */
export async function runWindows(windows, open) {
  // The longest first: none is left alone at the end.
  const waiting = [...windows].sort((a, b) => lengthOf(b.suites) - lengthOf(a.suites));
  const done = [];
  const lane = async () => {
    for (let window = waiting.shift(); window !== undefined; window = waiting.shift()) {
      const { mode, suites } = window;
      const lines = [];
      say(`VS Code, ${mode.name}: ${suites.join(', ')} …`);
      const outcomes = await open(window, (text) => lines.push(text)).catch((error) => {
        lines.push(`  ✗ the window could not be opened: ${error.message}`);
        return new Map(suites.map((suite) => [suite, { passed: 0, failed: 1, skipped: 0, ended: false }]));
      });
      console.log([`VS Code, ${mode.name}`, ...lines].join('\n'));
      for (const [suite, outcome] of outcomes) done.push({ mode, suite, outcome });
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, windows.length) }, lane));
  for (const each of done.filter(({ outcome }) => outcome.failed > 0)) {
    const { mode, suite } = each;
    say(`${suite} (${mode.name}) failed; once more, alone in a fresh window …`);
    each.outcome = (await open({ mode, suites: [suite] }, (text) => console.log(text))).get(suite);
  }
  return done;
}
