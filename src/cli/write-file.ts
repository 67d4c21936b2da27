import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Why a file was not written. `detail` is the system's own word, such as `EACCES`. */
export interface NotWritten {
  readonly kind: 'read-only' | 'changed' | 'failed';
  readonly detail: string;
}

/**
 * Replaces a file's bytes in one step: a reader, or a power cut, finds the old file or the new one and never half of
 * either. Mode, owner and the target of a symbolic link stay. Nothing is written when the file no longer holds
 * `before`. Returns `undefined` when it is done; never throws.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): NotWritten | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    const { mode, uid, gid } = statSync(target);
    // A rename would replace a read-only file without asking, and root may write anything.
    if ((mode & 0o222) === 0) return { kind: 'read-only', detail: 'EACCES' };
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    writeNew(temporary, after);
    chmodSync(temporary, mode);
    if (uid !== process.getuid?.() || gid !== process.getgid?.()) keepOwner(temporary, uid, gid);
    if (!readFileSync(target).equals(before)) return { kind: 'changed', detail: '' };
    renameSync(temporary, target);
    temporary = undefined;
    return undefined;
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

function writeNew(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepOwner(path: string, uid: number, gid: number): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only root may give files away; a file that is ours now is better than one that is not mended.
  }
}
