// What a run has to do, several things at once and the longest first: windows of VS Code, and beside them whatever else
// takes long.
import os from 'node:os';

/**
 * How many things are done at once: as many as there are processors, and at most four. One window alone keeps one and two
 * thirds of two busy. `COPYDESK_WINDOWS` says otherwise.
 */
const lanes = Number(process.env.COPYDESK_WINDOWS) || Math.min(4, os.availableParallelism());

/**
 * @typedef {object} Job
 * @property {number} seconds how long it takes, more or less
 * @property {(print: (text: string) => void) => Promise<void>} work
 */

/**
 * Does all of them, a few at a time and the longest first, so that no lane stands empty at the end. What each prints
 * comes when it is done, in one piece.
 * @param {readonly Job[]} jobs none throws
 */
export async function runLanes(jobs) {
  const waiting = [...jobs].sort((a, b) => b.seconds - a.seconds);
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const lines = [];
      await job.work((text) => lines.push(text));
      console.log(lines.join('\n'));
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, jobs.length) }, lane));
}
