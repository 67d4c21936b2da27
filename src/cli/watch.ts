import { dirname, relative, resolve, sep } from 'node:path';
import { kindAt } from '../disk/disk.ts';
import { folderOf, housesOf } from './houses.ts';
import { UsageError } from './messages.ts';
import { outputsOf } from './outputs.ts';
import { exitCodes, type Run } from './run.ts';
import type { Watched } from './watch-folders.ts';

/** How long a change is waited for to be whole: an editor writes a file in several steps. Milliseconds. */
const quiet = 80;

/**
 * Checks, and checks again what changed, until Ctrl+C: what follows from the same text, house, people and pictures as
 * before is kept (`--cache`). Returns 0: whoever ends it has seen what there was. Throws {@link UsageError}.
 */
export async function checkAgain(asked: Run, check: (run: Run) => Promise<number>): Promise<number> {
  const { io, say } = asked;
  if (io.watch === undefined || asked.values.stdin === true) throw new UsageError(say('watch-stdin'));
  const run = { ...asked, values: { ...asked.values, cache: true } };
  const outputs = outputsOf(run).files.map(({ file }) => resolve(io.cwd, file));
  let isChanged = true;
  let isEnded = false;
  let wake = (): void => undefined;
  const stop = io.watch(
    await foldersOf(run),
    (path) => {
      // A folder that was made for a report is news of that report.
      if (outputs.some((file) => file === path || isBelow(file, path)) || isPrivate(path, io.cwd)) return;
      isChanged = true;
      wake();
    },
    () => {
      isEnded = true;
      wake();
    },
  );
  try {
    while (!isEnded) {
      if (!isChanged) {
        await new Promise<void>((done) => {
          wake = done;
        });
        // What is written in several steps is looked at once.
        await new Promise<void>((done) => {
          setTimeout(done, quiet);
        });
        continue;
      }
      isChanged = false;
      if (io.isTTY) io.stdout.write('\u001b[2J\u001b[H');
      await checkOnce(run, check);
      io.stderr.write(`copydesk: ${say('watching')}\n`);
    }
  } finally {
    stop();
  }
  return exitCodes.clean;
}

/** A house file that is half typed, or an article that is gone, ends no watch. */
async function checkOnce(run: Run, check: (run: Run) => Promise<number>): Promise<void> {
  try {
    await check(run);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    run.io.stderr.write(`copydesk: ${error.message}\n`);
  }
}

/** What is named, and the folders of the houses that hold for it. */
async function foldersOf(run: Run): Promise<Watched> {
  const { io, operands } = run;
  const named = (operands.length === 0 ? ['.'] : operands).map((operand) => {
    const path = resolve(io.cwd, operand);
    const kind = kindAt(path);
    // A pattern may match anywhere below.
    return kind === 'folder' ? path : kind === undefined ? io.cwd : dirname(path);
  });
  const deep = [...new Set(named)].filter((path, _, all) => !all.some((other) => isBelow(path, other)));
  const houses = housesOf(run);
  const flat = new Set<string>();
  for (const folder of deep) {
    const home = folderOf(await houses.ofFolder(folder));
    if (home !== undefined && !deep.some((one) => home === one || isBelow(home, one))) flat.add(home);
  }
  return { deep, flat: [...flat] };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What no article depends on: files of Git and of programs, and what is written beside a file on its way to be one. */
function isPrivate(path: string, cwd: string): boolean {
  return relative(cwd, path)
    .split(sep)
    .some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..' && part !== '.gitignore'));
}
