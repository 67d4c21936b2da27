import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** Why a file was not written. */
export interface NotWritten {
  readonly kind: 'read-only' | 'changed' | 'owner' | 'linked' | 'failed';
  /** In the system's own words. */
  readonly detail: string;
  /** The system's own code, such as `ENOSPC`, where it refused. */
  readonly code?: string;
}

/** Which machine wrote a file that was left behind: process ids of another one say nothing here. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** What a process calls the file that it writes beside the one it means; the longest name of an article has room for it. */
export const leftoverName = (pid: number): string => `.copydesk-${machine}-${pid}.tmp`;
const leftName = /^\.copydesk-([0-9a-f]{8})-(\d+)\.tmp$/;

/**
 * Replaces a file's bytes in one step: a reader, or a power cut, finds the old file or the new one and never half of
 * either. Mode, owner and the target of a symbolic link stay; a file whose owner cannot be kept, or that has a second
 * name (a hard link), is left alone. Nothing is written when the file no longer holds `before`. Returns `undefined`
 * when it is done; never throws.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): NotWritten | undefined {
  return attempt(() => {
    const target = realpathSync(path);
    const { mode, uid, gid, nlink } = statSync(target);
    if (!isWritable(target, mode)) return { kind: 'read-only', detail: 'EACCES' };
    if (nlink > 1) return { kind: 'linked', detail: 'EMLINK' };
    return throughTemporary(target, after, 0o600, (temporary) => {
      if (!keepOwner(temporary, uid, gid)) return { kind: 'owner', detail: 'EPERM' };
      chmodSync(temporary, mode);
      if (!readFileSync(target).equals(before)) return { kind: 'changed', detail: '' };
      renameSync(temporary, target);
      return undefined;
    });
  });
}

/**
 * Writes a file whole or not at all, with its folders; one that is there is replaced. A pipe or device is written to.
 * Returns `undefined` when it is done; never throws.
 */
export function writeWhole(path: string, bytes: Uint8Array): NotWritten | undefined {
  return attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    const known = statSync(path, { throwIfNoEntry: false });
    if (known && !known.isFile() && !known.isDirectory()) return writeTo(path, bytes, 'w');
    if (known) return replaceFile(path, readFileSync(path), bytes);
    return throughTemporary(path, bytes, 0o666, (temporary) => {
      renameSync(temporary, path);
      return undefined;
    });
  });
}

/**
 * Writes a new file whole or not at all, with its folders. What is there already is never touched: the answer is then
 * `changed`. Returns `undefined` when it is done; never throws.
 */
export function writeNew(path: string, bytes: Uint8Array): NotWritten | undefined {
  return attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    return throughTemporary(path, bytes, 0o666, (temporary) => {
      try {
        // Fails where the name is taken, which a rename would not.
        linkSync(temporary, path);
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return { kind: 'changed', detail: 'EEXIST' };
        // No hard links on this disk: the next best is to write it once nobody else has the name.
        return writeTo(path, bytes, 'wx');
      }
      return undefined;
    });
  });
}

/** Removes from a folder what a run that was killed left there. Never throws. */
export function clearLeftovers(folder: string): void {
  attempt(() => {
    for (const name of readdirSync(folder)) {
      const [, where, pid] = leftName.exec(name) ?? [];
      if (where !== machine || pid === undefined || isRunning(Number(pid))) continue;
      if (lstatSync(join(folder, name)).isFile()) rmSync(join(folder, name), { force: true });
    }
    return undefined;
  });
}

function attempt(work: () => NotWritten | undefined): NotWritten | undefined {
  try {
    return work();
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error), code: codeOf(error) };
  }
}

/** Writes a file beside `target` and lets `put` bring it there; it is gone afterwards, whatever happened. */
function throughTemporary(
  target: string,
  bytes: Uint8Array,
  mode: number,
  put: (temporary: string) => NotWritten | undefined,
): NotWritten | undefined {
  const temporary = join(dirname(target), leftoverName(process.pid));
  try {
    rmSync(temporary, { force: true });
    const failed = writeTo(temporary, bytes, 'wx', mode);
    return failed ?? put(temporary);
  } finally {
    attempt(() => {
      rmSync(temporary, { force: true });
      return undefined;
    });
  }
}

function writeTo(path: string, bytes: Uint8Array, flag: 'w' | 'wx', mode = 0o666): NotWritten | undefined {
  return attempt(() => {
    const file = openSync(path, flag, mode);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      // A pipe or a terminal has nothing to bring to a disk.
      if (flag === 'wx') fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return undefined;
  });
}

/** A rename would replace a read-only file without asking, and root may write anything. */
function isWritable(path: string, mode: number): boolean {
  if ((mode & 0o222) === 0) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Gives the new file the owner of the old one; false where only root could. */
function keepOwner(path: string, uid: number, gid: number): boolean {
  if (process.getuid === undefined) return true;
  const mine = statSync(path);
  if (mine.uid === uid && mine.gid === gid) return true;
  try {
    chownSync(path, uid, gid);
    return true;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
