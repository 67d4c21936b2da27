import { cells } from './reporters/width.ts';
import type { Run } from './run.ts';

/** Says how far a run is, on a terminal and where it takes its time; nothing of it stays. */
interface Progress {
  /** One more is done. */
  step(): void;
  /** So many are done, of so many. */
  at(done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Runs that are done sooner show nothing. Milliseconds. */
const soon = 700;

/** How long a line stands before it is written anew. Milliseconds. */
const often = 100;

/**
 * @param total how many there are to do
 * @param words what is said, of `done`, `total` and `percent`
 */
export function progressOf(
  { io, say }: Run,
  total: number,
  words: 'progress' | 'init-reading' | 'init-trying' = 'progress',
): Progress {
  const isQuiet = io.isErrorTTY !== true || io.env.TERM === 'dumb' || Boolean(io.env.CI);
  const started = io.now();
  let told = started;
  let done = 0;
  let isShown = false;
  function show(all: number): void {
    if (isQuiet) return;
    const now = io.now();
    if (now - started < soon || now - told < often) return;
    told = now;
    isShown = true;
    const line = say(words, { done, total: all, percent: Math.floor((done * 100) / Math.max(1, all)) });
    // A line that is broken over two cannot be taken back.
    if (cells(line) < (io.columns ?? 80)) io.stderr.write(`\r${line}\u001b[K`);
  }
  return {
    step() {
      done++;
      show(total);
    },
    at(reached, all) {
      done = reached;
      show(all);
    },
    end() {
      if (isShown) io.stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
