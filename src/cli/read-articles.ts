import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { decode, type Encoding } from '../disk/decode.ts';
import { isArticle } from '../engine/is-article.ts';
import { findArticles } from './find-articles.ts';
import type { HouseAt, Houses } from './houses.ts';
import { UsageError } from './messages.ts';
import type { Note } from './report.ts';
import type { Run } from './run.ts';

/** An article that was read. */
export interface ReadArticle {
  /** As reports show it: relative to the working folder, with `/`. */
  readonly shown: string;
  /** Absolute; `undefined` for standard input. */
  readonly path: string | undefined;
  /** Absolute folder that its references start from; `undefined` for standard input without a file name. */
  readonly folder: string | undefined;
  /** The path from the house's folder with `/`, or the file's name. */
  readonly inHouse: string | undefined;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the encoding is known, and not no more than likely. */
  readonly isCertain: boolean;
  readonly at: HouseAt;
}

/** Articles and what was noticed on the way to them; nothing is read before it is asked for. */
export interface Reading {
  readonly articles: Iterable<ReadArticle>;
  /** Grows while the articles are read. */
  readonly notes: Note[];
}

/** Reads the articles that a command's operands name, or the one on standard input. Throws {@link UsageError}. */
export async function readArticles(run: Run, houses: Houses): Promise<Reading> {
  const { io, say, values, operands } = run;
  const notes: Note[] = [];
  if (values.stdin === true) {
    if (operands.length > 0) throw new UsageError(say('stdin-with-paths'));
    const bytes = await io.readStdin();
    return { articles: fromStdin(bytes, run, houses, notes), notes };
  }
  const { files, missing } = await findArticles(operands, io.cwd);
  for (const { path, pattern } of missing) {
    const code = pattern ? 'no-match' : 'not-found';
    notes.push({ path, code, message: say(code, { path }), failed: true });
  }
  const articles = function* (): Iterable<ReadArticle> {
    for (const { path, named } of files) {
      const article = readOne(path, named, run, houses, notes);
      if (article !== undefined) yield article;
    }
  };
  return { articles: articles(), notes };
}

function* fromStdin(bytes: Uint8Array, { io, say, values }: Run, houses: Houses, notes: Note[]): Iterable<ReadArticle> {
  const name = values['stdin-filename'];
  const shown = name ?? '<stdin>';
  const place = name === undefined ? undefined : resolve(io.cwd, name);
  const text = readText(bytes, shown, say, notes);
  if (text === undefined) return;
  const at = houses.ofFolder(place === undefined ? io.cwd : dirname(place));
  const folder = place === undefined ? undefined : dirname(place);
  yield { shown, path: undefined, folder, inHouse: place && pathInHouse(place, at), bytes, ...text, at };
}

function readOne(
  path: string,
  named: boolean,
  { io, say }: Run,
  houses: Houses,
  notes: Note[],
): ReadArticle | undefined {
  const shown = showPath(path, io.cwd);
  const folder = dirname(path);
  const at = houses.ofFolder(folder);
  const inHouse = pathInHouse(path, at);
  if (!named && at.ignores(inHouse)) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    notes.push({ path: shown, code: 'unreadable', message: say('unreadable', { detail }), failed: true });
    return undefined;
  }
  const text = readText(bytes, shown, say, notes);
  if (text === undefined) return undefined;
  if (!named && !isArticle({ path: inHouse, text: text.text, inHouse: at.file !== undefined })) return undefined;
  return { shown, path, folder, inHouse, bytes, ...text, at };
}

function readText(bytes: Uint8Array, path: string, say: Run['say'], notes: Note[]) {
  const decoded = decode(bytes);
  switch (decoded.kind) {
    case 'binary':
      notes.push({ path, code: 'binary', message: say('binary'), failed: false });
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

function pathInHouse(path: string, at: HouseAt): string {
  return slashes(relative(at.root ?? dirname(path), path));
}

/** A path as reports show it: relative to the working folder, or as it is when it lies on another drive. */
export function showPath(path: string, cwd: string): string {
  return slashes(relative(cwd, path));
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
