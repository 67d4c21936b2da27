import { type Stats, statSync } from 'node:fs';

/**
 * Tells a file from what it was: its size, when it was changed, when anything about it was, and which file it is.
 * Whoever writes a file changes the third, which no program can put back; what is renamed to its place is another file.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** The stamp of what stands at a path now, links followed; `undefined` where no regular file is. */
export function stampAt(path: string): string | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? stampOf(stat) : undefined;
  } catch {
    return undefined;
  }
}

/** Clocks of file systems are coarser than writing is quick; the coarsest count two seconds. Milliseconds. */
const coarsest = 2000;

/**
 * Whether what is written into a file after a moment must give it another stamp: it was let alone for a while before.
 *
 * @param moment milliseconds since the epoch, before the file was read
 */
export function isSettled({ mtimeMs, ctimeMs }: Stats, moment: number): boolean {
  // A file system that does not know when anything about a file was changed says 0.
  return ctimeMs > 0 && Math.max(mtimeMs, ctimeMs) < moment - coarsest;
}
