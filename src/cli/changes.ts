import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { decode } from '../disk/decode.ts';
import { readBytes } from '../disk/disk.ts';
import { changedLines, movedLines } from '../model/changed-lines.ts';
import type { LineSpan } from '../model/line-spans.ts';
import { type Repository, repositoryAt } from './git.ts';
import { UsageError } from './messages.ts';
import type { Source } from './read-articles.ts';
import type { Run } from './run.ts';

/**
 * The files that changed since the revision that a run asks for, each with the lines of it that did. Files that git does not know yet have changed as a whole. Throws {@link UsageError} where git, the repository or the revision is missing.
 */
export function changesOf(run: Run, sources: readonly Source[]): readonly Source[] {
  const { values, say, io } = run;
  const asked = [values.changed && '--changed', values.staged && '--staged', values.since !== undefined && '--since'];
  const [first = '', second] = asked.filter((one) => typeof one === 'string');
  if (second !== undefined) throw new UsageError(say('not-together', { one: first, other: second }));
  if (values.stdin === true) throw new UsageError(say('not-together', { one: first, other: '--stdin' }));
  const lines = new Map<Source, readonly LineSpan[]>();
  const places = new Map<string, Place>();
  for (const source of sources) {
    if ('stdin' in source) continue;
    const folder = dirname(source.path);
    const place = places.get(folder) ?? placeAt(folder, run, places);
    places.set(folder, place);
  }
  // A folder without articles is in a repository or not all the same.
  if (places.size === 0) placeAt(io.cwd, run, places);
  const perRepository = new Map<Base, Source[]>();
  for (const source of sources) {
    const base = 'stdin' in source ? undefined : places.get(dirname(source.path))?.base;
    if (base) perRepository.set(base, [...(perRepository.get(base) ?? []), source]);
  }
  for (const [base, own] of perRepository)
    for (const [one, spans] of changedIn(base, own, places, say)) lines.set(one, spans);
  const changed = sources.flatMap((source): readonly Source[] => {
    const spans = lines.get(source);
    return spans === undefined || 'stdin' in source ? [] : [{ ...source, lines: spans }];
  });
  return changed;
}

/** What is compared with, in one repository. */
interface Base {
  readonly repository: Repository;
  /** `undefined`: nothing was committed yet. */
  readonly commit: string | undefined;
  readonly isStaged: boolean;
}

/** Where a folder lies in its repository. */
interface Place {
  readonly base: Base;
  /** From the top, with `/`; '' for the top. */
  readonly folder: string;
}

function placeAt(folder: string, { values, say }: Run, known: ReadonlyMap<string, Place>): Place {
  const real = realpathSync(folder);
  const above = known.get(dirname(folder));
  // A folder below may be a repository of its own.
  const found = above && !existsSync(join(folder, '.git')) ? above.base.repository : repositoryAt(folder);
  if ('failed' in found)
    throw new UsageError(found.isMissing ? say('no-git') : say('no-repository', { folder, detail: found.failed }));
  const same = [...known.values()].find(({ base }) => base.repository.top === found.top)?.base;
  return {
    base: same ?? baseOf(found, values, say),
    folder: relative(found.top, real).split(sep).join('/'),
  };
}

/** How it is said that a revision is not known. */
export function noRevision(repository: Repository): 'no-revision' | 'no-revision-here' {
  return repository.isShallow() ? 'no-revision-here' : 'no-revision';
}

function baseOf(repository: Repository, values: Run['values'], say: Run['say']): Base {
  const revision = values.since ?? 'HEAD';
  const commit = repository.commit(revision);
  if (commit === undefined && values.since !== undefined)
    throw new UsageError(say(noRevision(repository), { revision }));
  // What others have committed to a branch since this one left it was not changed here.
  const base = commit === undefined || values.since === undefined ? commit : repository.parted(commit);
  return { repository, commit: base, isStaged: values.staged === true };
}

/** The files of one repository that changed, with their lines. Throws {@link UsageError} where what they said is not there. */
function changedIn(
  { repository, commit, isStaged }: Base,
  sources: readonly Source[],
  places: ReadonlyMap<string, Place>,
  say: Run['say'],
): ReadonlyMap<Source, readonly LineSpan[]> {
  const before = repository.files(commit);
  const renamed = commit === undefined ? new Map<string, string>() : repository.renamed(commit);
  const staged = isStaged ? repository.staged() : undefined;
  const wanted = sources.flatMap((source) => {
    if ('stdin' in source) return [];
    const folder = places.get(dirname(source.path))?.folder ?? '';
    const name = source.path.slice(dirname(source.path).length).replace(/^[\\/]/, '');
    const path = folder === '' ? name : `${folder}/${name}`;
    const old = before.get(renamed.get(path) ?? path);
    const index = staged?.get(path);
    // What is not staged has not changed; what is staged as it was has not either.
    if (staged !== undefined && (index === undefined || index === old)) return [];
    return [{ source, path: source.path, old, index }];
  });
  const contents = repository.contents([
    ...new Set(wanted.flatMap(({ old, index }) => [old, index].filter((id) => id !== undefined))),
  ]);
  const textOf = (id: string | undefined): string | undefined => {
    const bytes = id === undefined ? undefined : contents.get(id);
    const read = bytes && decode(bytes);
    return read?.kind === 'text' ? read.text : undefined;
  };
  const changed = new Map<Source, readonly LineSpan[]>();
  for (const { source, path, old, index } of wanted) {
    const now = textAt(path);
    if (now === undefined) continue;
    if (old !== undefined && !contents.has(old)) throw new UsageError(say('not-in-clone', { path }));
    const earlier = textOf(old) ?? '';
    const then = staged === undefined ? undefined : textOf(index);
    const spans = then === undefined ? changedLines(earlier, now) : movedLines(changedLines(earlier, then), then, now);
    if (spans.length > 0) changed.set(source, spans);
  }
  return changed;
}

function textAt(path: string): string | undefined {
  const read = readBytes(path);
  const decoded = read === undefined || 'refused' in read ? undefined : decode(read.bytes);
  // What cannot be read is said of it, and has changed as far as anybody knows.
  return decoded === undefined || decoded.kind !== 'text' ? '' : decoded.text;
}
