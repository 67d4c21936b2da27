import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { endsAs } from '../newsroom/files.ts';
import { joinUri } from '../newsroom/uri.ts';
import { type FileText, type FoundFiles, type Kind, longestText, type Refusal, type World } from '../newsroom/world.ts';
import { decode } from './decode.ts';
import { pathOf, uriOf } from './place.ts';

/** How deep folders are followed. */
const deepest = 64;

/** The bytes of a regular file of a sane size, or why there are none; `undefined` where there is no such file. */
type FileBytes =
  | { readonly bytes: Uint8Array /** What was said of it before it was read. */; readonly stat: Stats }
  | { readonly refused: Refusal; readonly detail: string };

/** The disk as a world. It answers at once: with small files that is several times as fast as waiting for each. */
export const disk: World = {
  readText(uri) {
    const path = pathOf(uri);
    return path === undefined ? undefined : textAt(path);
  },
  readHead(uri, bytes) {
    const path = pathOf(uri);
    const read = path === undefined ? undefined : readBytes(path, bytes, true);
    return read && 'bytes' in read ? read.bytes : undefined;
  },
  kinds: (uris) =>
    uris.map((uri) => {
      const path = pathOf(uri);
      return path === undefined ? undefined : kindAt(path);
    }),
  findFiles(folder, endings) {
    const root = pathOf(folder);
    return root === undefined ? { files: [], closed: [] } : filesUnder(root, folder, endings);
  },
  realPlace(uri) {
    const path = pathOf(uri);
    const real = path === undefined ? undefined : realPath(path);
    return real === undefined ? undefined : uriOf(real);
  },
};

/** Where a path leads, links followed; `undefined` where nothing is. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** A world that lets others go first before each answer, for a server that shares its thread with typing. */
export function yielding(world: World): World {
  const soon = () => new Promise<void>((resolve) => void setImmediate(resolve));
  return {
    readText: (uri) => soon().then(() => world.readText(uri)),
    readHead: (uri, bytes) => soon().then(() => world.readHead(uri, bytes)),
    kinds: (uris) => soon().then(() => world.kinds(uris)),
    findFiles: (folder, endings) => soon().then(() => world.findFiles(folder, endings)),
    ...(world.realPlace ? { realPlace: (uri) => soon().then(() => world.realPlace?.(uri)) } : {}),
  };
}

/** The text of a file, or why there is none; `undefined` where there is no such file. */
export function textAt(path: string): FileText | undefined {
  const read = readBytes(path);
  if (read === undefined || 'refused' in read) return read;
  const decoded = decode(read.bytes);
  if (decoded.kind !== 'text') return { refused: 'not-text' };
  return decoded.encoding === 'gb18030' ? { text: decoded.text, isGuessed: true } : { text: decoded.text };
}

/** What stands at a path; `undefined` for nothing. */
export function kindAt(path: string): Kind | undefined {
  try {
    // Nothing there is the usual answer about pictures of a draft, and an error takes ten times as long as a question.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat) return kindOf(stat);
    return isLink(path) ? 'other' : undefined;
  } catch {
    // A folder on the way that may not be entered, or leads round, says nothing of what is in it.
    return isLink(path) ? 'other' : undefined;
  }
}

/**
 * Reads a regular file. Pipes and devices are never waited for.
 *
 * @param most bytes that are read at most
 * @param isHead whether the first bytes will do; otherwise a longer file is refused
 */
export function readBytes(path: string, most = longestText, isHead = false): FileBytes | undefined {
  let handle: number | undefined;
  try {
    // Without waiting for somebody to write into a pipe.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { refused: 'not-a-file', detail: kindOf(stat) };
    if (!isHead && stat.size > most) return { refused: 'too-long', detail: `${stat.size}` };
    return readFrom(handle, most, isHead, stat);
  } catch (error) {
    if (isNothing(error)) return isLink(path) ? { refused: 'not-a-file', detail: codeOf(error) } : undefined;
    const code = codeOf(error);
    return { refused: code === 'EACCES' || code === 'EPERM' ? 'closed' : 'not-a-file', detail: code };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readFrom(handle: number, most: number, isHead: boolean, stat: Stats): FileBytes {
  // Files of the kernel say that they are empty, and a file may grow meanwhile: one byte more tells.
  let bytes = new Uint8Array(Math.min(most, Math.max(stat.size, 512)) + 1);
  let length = 0;
  for (;;) {
    const read = readSync(handle, bytes, length, bytes.length - length, length);
    if (read === 0) break;
    length += read;
    if (length > most)
      return isHead ? { bytes: bytes.subarray(0, most), stat } : { refused: 'too-long', detail: `>${most}` };
    if (length === bytes.length) {
      const wider = new Uint8Array(Math.min(most, length * 2) + 1);
      wider.set(bytes);
      bytes = wider;
    }
  }
  return { bytes: bytes.subarray(0, length), stat };
}

function filesUnder(root: string, uri: string, endings: readonly string[]): FoundFiles {
  const suffixes = endings.filter((ending) => ending.startsWith('.'));
  const names = new Set(endings.filter((ending) => !ending.startsWith('.')));
  const files: string[] = [];
  const closed: string[] = [];
  const walk = (folder: string, at: string, depth: number): void => {
    const entries = entriesOf(folder);
    if (entries === undefined) return void closed.push(at);
    for (const entry of entries) {
      const { name } = entry;
      if (names.has(name) || (entry.isFile() && endsAs(name, suffixes))) files.push(joinUri(at, name));
      else if (entry.isDirectory() && !name.startsWith('.') && name !== 'node_modules' && depth < deepest)
        walk(join(folder, name), joinUri(at, name), depth + 1);
    }
  };
  walk(root, uri, 0);
  return { files, closed };
}

/** What is in a folder; `undefined` when it may not be looked into. A folder that is gone is empty. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return isNothing(error) ? [] : undefined;
  }
}

function kindOf(stat: Stats): Kind {
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

/** Whether a link stands at a path where nothing can be reached. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Whether an error says that nothing is there, as far as we may know: `a.md/b.md` and names that are too long too. */
function isNothing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes(codeOf(error));
}
