import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What says where a user keeps what can be made again. */
interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's folder; '' where there is none. */
  readonly home: string;
}

/** How long the code of another version is kept, in milliseconds. */
const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * The folder in which a user keeps what can be made again (XDG Base Directory, `~/Library/Caches`, `%LOCALAPPDATA%`);
 * `undefined` where the user has none or wants none (`COPYDESK_NO_CACHE`).
 */
export function cachesOf({ platform, env, home }: Surroundings): string | undefined {
  if (env.COPYDESK_NO_CACHE) return undefined;
  if (platform === 'win32') return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME?.startsWith('/')) return env.XDG_CACHE_HOME;
  return home === '' ? undefined : join(home, platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/**
 * The folder for compiled code: in the user's own cache. `undefined` where the user has none or wants none
 * (`NODE_DISABLE_COMPILE_CACHE`). Never a shared temporary folder: what is read from it is run.
 */
export function codeFolder(surroundings: Surroundings): string | undefined {
  const caches = surroundings.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cachesOf(surroundings);
  return caches && join(caches, 'copydesk', 'code');
}

/** Whether a folder is this user's and nobody else may write into it. */
function isOurs(folder: string): boolean {
  const { mode, uid } = lstatSync(folder);
  if (process.getuid === undefined) return true;
  return (mode & 0o170000) === 0o040000 && uid === process.getuid() && (mode & 0o022) === 0;
}

/** The bytes kept under a name, or `undefined`: there are none, or somebody else could have written them. */
export function readKept(folder: string, name: string): Buffer | undefined {
  try {
    return isOurs(folder) ? readFileSync(join(folder, name)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps bytes under a name, whole or not at all, and clears what has not been written there for a month. Never throws.
 *
 * @param bytes all of them, or in pieces
 */
export function keepBytes(folder: string, name: string, bytes: Uint8Array | Iterable<Uint8Array>): void {
  const temporary = join(folder, `${name}.${process.pid}.tmp`);
  try {
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) chmodSync(folder, 0o700);
    if (!isOurs(folder)) return;
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) writeFileSync(handle, piece);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, join(folder, name));
    for (const other of readdirSync(folder)) {
      const file = join(folder, other);
      if (other !== name && Date.now() - lstatSync(file).mtimeMs > MONTH) rmSync(file, { force: true });
    }
  } catch {
    // A cache that cannot be written costs the time that it would have saved, and nothing else.
    try {
      rmSync(temporary, { force: true });
    } catch {
      // As above.
    }
  }
}
