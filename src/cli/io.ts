import { availableParallelism } from 'node:os';
import { isatty } from 'node:tty';
import type { AnswerThread, Hand, ThreadTask } from './hand.ts';
import { watchFolders } from './watch-folders.ts';

/** Somewhere to write text. */
interface Sink {
  write(text: string): unknown;
}

/** Everything of the process that the command line touches, so that a test can hand over its own. */
export interface Io {
  /** `write` answers `false` where more should wait for `drained`. */
  readonly stdout: Sink;
  /** Waits until standard output takes more; where it is not there, it always does. */
  readonly drained?: () => Promise<void>;
  readonly stderr: Sink;
  /** All of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** The next line of standard input, without its end; `undefined` when there is none. */
  readonly readLine: () => Promise<string | undefined>;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean;
  /** Threads that may work beside this one; absent where there are none. */
  readonly threads?: {
    /** How many may run at once. */
    readonly cores: number;
    /** @param answer what the thread may ask */
    start<T, R>(task: ThreadTask, answer: AnswerThread): Promise<Hand<T, R>>;
  };
  /** Whether standard error is one. */
  readonly isErrorTTY?: boolean;
  /** Tells of files that change, and of the wish to end; returns how to stop. Absent where nothing can be watched. */
  readonly watch?: typeof watchFolders;
  /** Whether standard input is one: nothing comes from there but what somebody types. */
  readonly isInputTTY?: boolean;
  /** Width of the terminal in cells; `undefined` where there is no terminal. */
  readonly columns: number | undefined;
}

/** Whoever read what is said beside the report may be gone: report, files and exit code are what they are. */
function goOnUnheard(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/**
 * The process that runs us.
 *
 * @param lost told where standard output takes no more, as a full disk does; the run is over then
 */
export function processIo(lost: (error: NodeJS.ErrnoException) => never): Io {
  // `copydesk check | head` closes the pipe early, which is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    lost(error);
  });
  let nextLine: Io['readLine'] | undefined;
  let isErrorWatched = false;
  return {
    stdout: process.stdout,
    drained: () => new Promise((resolve) => process.stdout.once('drain', resolve)),
    // Opened when something is said.
    get stderr() {
      if (!isErrorWatched) process.stderr.on('error', goOnUnheard);
      isErrorWatched = true;
      return process.stderr;
    },
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    readLine: async () => {
      // Compiled code that is kept cannot import what is Node's own: a file of ours does.
      nextLine ??= (await import('./read-lines.ts')).lineReader();
      return nextLine();
    },
    cwd: process.cwd(),
    env: process.env,
    now: Date.now,
    isTTY: process.stdout.isTTY === true,
    isErrorTTY: isatty(2),
    isInputTTY: isatty(0),
    watch: watchFolders,
    columns: process.stdout.columns,
    threads: {
      get cores() {
        return availableParallelism();
      },
      start: async (task, answer) => (await import('./threads.ts')).startThread(task, answer),
    },
  };
}
