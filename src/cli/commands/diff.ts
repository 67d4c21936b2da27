import { realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { decode } from '../../disk/decode.ts';
import { kindAt } from '../../disk/disk.ts';
import type { House } from '../../house/house.ts';
import { parseArticle } from '../../model/parse.ts';
import { changesDocument } from '../../page/changes-page.ts';
import { compareArticles } from '../../reading/compare-articles.ts';
import { readingOf } from '../../reading/reading.ts';
import { noRevision } from '../changes.ts';
import { type Repository, repositoryAt } from '../git.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { openInput } from '../open-input.ts';
import { printChanges } from '../print-changes.ts';
import { exitCodes, type Run } from '../run.ts';
import { writeOutput } from '../write-output.ts';

/** A version of an article, with what it is called. */
interface Version {
  readonly name: string;
  readonly text: string;
}

/**
 * `copydesk diff`: what changed between two versions of an article, by words. Returns 0 where a reader sees no
 * difference, 1 where there is one.
 */
export async function diff(run: Run): Promise<number> {
  const { io, values, operands, locale, say } = run;
  const [first = '', second] = operands;
  if (second !== undefined && values.published)
    throw new UsageError(say('not-together', { one: '--published', other: first }));
  const file = second ?? first;
  const { text, path = resolve(io.cwd, 'a.md') } = await openInput(run, file);
  const at = await housesOf(run).required(dirname(path));
  const isFile = second !== undefined && kindAt(resolve(io.cwd, first)) === 'file';
  const before = isFile
    ? { name: first, text: (await openInput(run, first)).text }
    : versionInGit(run, path, at.house, second === undefined ? undefined : first);
  const comparison = compareArticles(parseArticle(before.text), parseArticle(text), at.house);
  const names = { before: before.name, after: file };
  const format: string = values.format ?? 'text';
  const out =
    format === 'html'
      ? changesDocument(comparison, names, locale)
      : format === 'json'
        ? `${JSON.stringify({ version: '1', ...names, ...comparison }, null, 2)}\n`
        : printChanges(comparison, names, locale, isColored(run));
  const output = values.output?.at(-1);
  if (output === undefined) io.stdout.write(out);
  else writeOutput(run, resolve(io.cwd, output), out, format === 'html' ? ['.html', '.htm'] : [], at, path);
  return comparison.isSame ? exitCodes.clean : exitCodes.findings;
}

function isColored({ io }: Run): boolean {
  return io.isTTY && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}

/** A file as git has it: at a revision, or where it was last published. Throws {@link UsageError}. */
function versionInGit({ say, values }: Run, path: string, house: House, asked: string | undefined): Version {
  const folder = dirname(path);
  const repository = repositoryAt(folder);
  if ('failed' in repository)
    throw new UsageError(
      repository.isMissing ? say('no-git') : say('no-repository', { folder, detail: repository.failed }),
    );
  const own = relative(repository.top, realpathSync(path)).split(sep).join('/');
  if (values.published) return published(repository, own, house, say);
  const revision = asked ?? 'HEAD';
  const commit = repository.commit(revision);
  if (commit === undefined) throw new UsageError(say(noRevision(repository), { revision }));
  const files = repository.files(commit);
  const id = files.get(own) ?? files.get(renamed(repository, own, files));
  const text = textOf(repository, id);
  if (text === undefined)
    throw new UsageError(
      id === undefined ? say('not-in-revision', { path: own, revision }) : say('not-in-clone', { path: own }),
    );
  return { name: revision, text };
}

/** What a file was called when a revision was made, where it was renamed since. */
function renamed(repository: Repository, own: string, files: ReadonlyMap<string, string>): string {
  return repository.history(own).find(({ path }) => files.has(path))?.path ?? own;
}

/** The last version that says of itself that it is published. */
function published(repository: Repository, own: string, house: House, say: Run['say']): Version {
  for (const { commit, path } of repository.history(own)) {
    const text = textOf(repository, repository.files(commit).get(path));
    if (text !== undefined && readingOf(parseArticle(text), house).stage === 'published')
      return { name: commit.slice(0, 10), text };
  }
  throw new UsageError(say('never-published', { path: own }));
}

function textOf(repository: Repository, id: string | undefined): string | undefined {
  const bytes = id === undefined ? undefined : repository.contents([id]).get(id);
  const decoded = bytes && decode(bytes);
  return decoded?.kind === 'text' ? decoded.text : undefined;
}
