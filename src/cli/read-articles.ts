import type { Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decode, type Encoding } from '../disk/decode.ts';
import { readBytes } from '../disk/disk.ts';
import { uriOf } from '../disk/place.ts';
import { stampAt } from '../disk/stamp.ts';
import { holdsArticles, isArticle } from '../engine/is-article.ts';
import type { LineSpan } from '../model/line-spans.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { isLeftOut } from '../newsroom/ignore.ts';
import { pathInHouse } from '../newsroom/is-article-of.ts';
import { findArticles } from './find-articles.ts';
import type { HousesOfRun } from './houses.ts';
import type { Kept } from './kept-findings.ts';
import { UsageError } from './messages.ts';
import { readInput } from './read-input.ts';
import type { Note } from './report.ts';
import type { Run } from './run.ts';
import { showPath } from './shown-path.ts';

/** Where an article lies. */
interface PlacedArticle {
  /** As reports show it: relative to the working folder, with `/`. */
  readonly shown: string;
  /** Where it is taken to lie; one without a folder for standard input without a file name. */
  readonly uri: string;
  readonly inForce: HouseInForce;
}

/** An article that was read. */
export interface ReadArticle extends PlacedArticle {
  /** Absolute; `undefined` for standard input. */
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
  /** What was said of its file before it was read; absent for standard input. */
  readonly stat?: Stats;
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the encoding is known, and not no more than likely. */
  readonly isCertain: boolean;
}

/** Where an article is read from: a file, or what came in on standard input. */
export type Source =
  | {
      readonly path: string;
      readonly named: boolean;
      /** The lines that the run is about; absent: all. */
      readonly lines?: readonly LineSpan[];
    }
  | { readonly stdin: Uint8Array };

/** What a command works on, and what was noticed while it was looked for. */
interface Sources {
  /** In order of path. */
  readonly sources: readonly Source[];
  /** Folders that were asked for as a whole. Absolute paths. */
  readonly folders: readonly string[];
  readonly notes: readonly Note[];
}

/** An article as it was read; absent where it could not be, or where the file is none. */
interface ReadSource {
  readonly read?: ReadArticle;
  readonly notes: readonly Note[];
}

/**
 * What a command's operands name, or the article on standard input; no article is read yet. Throws {@link UsageError}.
 *
 * @param alone whether house files are read where they are found, articles beside them or none
 */
export async function findSources(run: Run, houses: HousesOfRun, alone = false): Promise<Sources> {
  const { io, say, values, operands } = run;
  if (values.stdin === true) {
    if (operands.length > 0) throw new UsageError(say('stdin-with-paths'));
    return { sources: [{ stdin: await readInput(run) }], folders: [], notes: [] };
  }
  const notes: Note[] = [];
  const { files, folders, missing, closed, unread, houses: withHouses } = await findArticles(operands, io.cwd);
  for (const { path, pattern } of missing) {
    const code = pattern ? 'no-match' : 'not-found';
    notes.push({ path, code, message: say(code, { path }), failed: true });
  }
  for (const path of [...closed, ...unread]) {
    const message = say('unreadable', { detail: say(closed.includes(path) ? 'closed' : 'not-a-file') });
    notes.push({ path: showPath(path, io.cwd), code: 'unreadable', message, failed: true });
  }
  if (alone) for (const folder of withHouses) await houses.ofFolder(folder);
  return { sources: files, folders, notes };
}

/** Reads one article. Never throws. */
export async function readSource(source: Source, run: Run, houses: HousesOfRun): Promise<ReadSource> {
  const notes: Note[] = [];
  const read =
    'stdin' in source
      ? await fromStdin(source.stdin, run, houses, notes)
      : await readOne(source.path, source.named, run, houses, notes);
  return { ...(read && { read }), notes };
}

async function fromStdin(
  bytes: Uint8Array,
  { io, say, values }: Run,
  houses: HousesOfRun,
  notes: Note[],
): Promise<ReadArticle | undefined> {
  const name = values['stdin-filename'];
  const shown = name ?? '<stdin>';
  const place = name === undefined ? undefined : resolve(io.cwd, name);
  const text = readText(bytes, shown, true, say, notes);
  if (text === undefined) return undefined;
  const inForce = await houses.ofFolder(place === undefined ? io.cwd : dirname(place));
  if (inForce.isUnknown) return undefined;
  return { shown, path: undefined, uri: place === undefined ? 'stdin:' : uriOf(place), bytes, ...text, inForce };
}

/**
 * Where a file lies that may be an article, `from` the folder of its house; `undefined` for one that is left out.
 */
async function placed(
  path: string,
  named: boolean,
  { io }: Run,
  houses: HousesOfRun,
): Promise<(PlacedArticle & { readonly from: string }) | undefined> {
  const uri = uriOf(path);
  const inForce = await houses.of(uri);
  // What the house would say nobody knows; that it cannot be read is told once.
  if (inForce.isUnknown) return undefined;
  if (!named && isLeftOut(inForce.leftOut, uri)) return undefined;
  const from = pathInHouse(inForce.root, uri);
  return { shown: showPath(path, io.cwd), uri, inForce, from };
}

/**
 * Where an article lies whose file nobody has written to since an earlier run read it; `undefined` for one that must be
 * read, or that is none.
 */
export async function unreadArticle(
  source: Source,
  { stamp }: Pick<Kept, 'stamp'>,
  run: Run,
  houses: HousesOfRun,
): Promise<PlacedArticle | undefined> {
  if (stamp === undefined || 'stdin' in source || stampAt(source.path) !== stamp) return undefined;
  const place = await placed(source.path, source.named, run, houses);
  if (place === undefined) return undefined;
  const { from, inForce } = place;
  return source.named || holdsArticles(from, inForce.file !== undefined) ? place : undefined;
}

async function readOne(
  path: string,
  named: boolean,
  run: Run,
  houses: HousesOfRun,
  notes: Note[],
): Promise<ReadArticle | undefined> {
  const place = await placed(path, named, run, houses);
  if (place === undefined) return undefined;
  const { shown, uri, inForce, from } = place;
  const { say } = run;
  const read = readBytes(path);
  if (read === undefined || 'refused' in read) {
    const isLost = path.includes('\uFFFD');
    // It lay in a folder and is gone since, as when git puts another branch there: there is nothing to check.
    if (read === undefined && !named && !isLost) return undefined;
    const detail = say(read === undefined ? (isLost ? 'name-lost' : 'vanished') : read.refused);
    notes.push({ path: shown, code: 'unreadable', message: say('unreadable', { detail }), failed: true });
    return undefined;
  }
  const text = readText(read.bytes, shown, named, say, notes);
  if (text === undefined) return undefined;
  if (!named && !isArticle({ path: from, text: text.text, inHouse: inForce.file !== undefined })) return undefined;
  return { shown, path, uri, bytes: read.bytes, stat: read.stat, ...text, inForce };
}

/** @param named whether somebody asked for this very file: it was to be read, whatever it holds */
function readText(bytes: Uint8Array, path: string, named: boolean, say: Run['say'], notes: Note[]) {
  const decoded = decode(bytes);
  switch (decoded.kind) {
    case 'binary':
      notes.push({ path, code: 'binary', message: say('binary'), failed: named });
      return undefined;
    case 'damaged':
      notes.push({
        path,
        code: 'encoding-damaged',
        message: say('encoding-damaged', { line: decoded.line }),
        failed: true,
      });
      return undefined;
    case 'foreign': {
      const encoding = decoded.encoding.toUpperCase();
      notes.push({
        path,
        code: 'encoding-foreign',
        message: say('encoding-foreign', { encoding }),
        failed: true,
      });
      return undefined;
    }
    case 'unknown':
      notes.push({ path, code: 'encoding-unknown', message: say('encoding-unknown'), failed: true });
      return undefined;
    case 'text':
      if (decoded.encoding === 'gb18030') {
        notes.push({ path, code: 'encoding-gb18030', message: say('encoding-gb18030'), failed: false });
      }
      if (decoded.text.includes('\uFFFD')) {
        notes.push({ path, code: 'characters-lost', message: say('characters-lost'), failed: false });
      }
      return { text: decoded.text, encoding: decoded.encoding, isCertain: decoded.isCertain };
  }
}
