import { dirname, relative, sep } from 'node:path';
import { readBytes } from '../disk/disk.ts';
import { pathOf } from '../disk/place.ts';
import type { Article } from '../model/article.ts';
import { lineAt, lineStarts } from '../model/range.ts';
import { recordPlace } from '../newsroom/record.ts';
import { personOf } from '../reading/signing-faults.ts';
import { signoffsOf } from '../reading/signoffs.ts';
import { type BlamedLine, type Repository, repositoryAt } from './git.ts';
import { UsageError } from './messages.ts';
import type { ReadArticle } from './read-articles.ts';
import type { Run } from './run.ts';

/** Who committed each signature of an article, in written order; `null` for one that nobody has committed. */
export type AuthorsOfRun = (
  read: ReadArticle,
  article: Article,
  record: string | undefined,
) => readonly (string | null)[];

/** Asks Git who committed the lines of a signature. Throws {@link UsageError} where there is no repository. */
export function signatureAuthors({ io, say }: Run): AuthorsOfRun {
  const known = new Map<string, Repository>();
  const repositoryOf = (folder: string): Repository => {
    const found = known.get(folder) ?? repositoryAt(folder);
    if ('failed' in found)
      throw new UsageError(found.isMissing ? say('no-git') : say('no-repository', { folder, detail: found.failed }));
    known.set(folder, found);
    return found;
  };
  repositoryOf(io.cwd);
  return ({ path, uri, bytes, inForce: { house } }, article, record) => {
    const { signed } = signoffsOf(article, house, record);
    if (path === undefined || signed.length === 0) return signed.map(() => null);
    const place = recordPlace(uri, house);
    const file = place === undefined ? path : pathOf(place);
    const held = place === undefined ? bytes : file === undefined ? undefined : bytesOf(file);
    if (file === undefined || held === undefined) return signed.map(() => null);
    const { top, blame } = repositoryOf(dirname(file));
    const committed = blame(relative(top, file).split(sep).join('/'));
    const lines = place === undefined ? article.lines : lineStarts(record ?? '');
    const written = linesOf(held);
    return signed.map(({ held: { start, end } }) => {
      const mine = written.slice(lineAt(lines, start), lineAt(lines, Math.max(start, end - 1)) + 1);
      const authors = authorsOf(mine, committed);
      const people = authors?.map(({ name, email }) => personOf(house, name, email) ?? name);
      // Whoever changed a line of it has signed in another's name as well.
      const own = people?.filter((one, at) => people.indexOf(one) === at);
      return own === undefined || own[0] === undefined ? null : own.join('、');
    });
  };
}

/** Who committed some lines that stand together; `undefined` where they do not stand so in what is committed. */
function authorsOf(lines: readonly string[], committed: readonly BlamedLine[]): readonly BlamedLine[] | undefined {
  for (let at = 0; at + lines.length <= committed.length; at++) {
    if (lines.every((line, index) => committed[at + index]?.text === line))
      return committed.slice(at, at + lines.length);
  }
  return undefined;
}

function bytesOf(path: string): Uint8Array | undefined {
  const read = readBytes(path);
  return read && 'bytes' in read ? read.bytes : undefined;
}

/** Lines as Git has them: by their bytes, whatever ends them. */
function linesOf(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}
