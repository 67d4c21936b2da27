import { basename, dirname, resolve, sep } from 'node:path';
import { disk, kindAt } from '../disk/disk.ts';
import { pathOf, uriOf } from '../disk/place.ts';
import { houseFile, isArticleName, staffFile, termsFile } from '../newsroom/files.ts';
import { gitIgnore } from '../newsroom/git-ignore.ts';
import { listArticles } from '../newsroom/list-articles.ts';

/** A file to read. */
interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The user wrote its name, rather than that of a folder or a pattern that holds it. */
  readonly named: boolean;
}

/** What the user's paths led to. Paths are absolute where nothing else is said. */
interface Found {
  /** In order of path, each once. */
  readonly files: readonly FoundFile[];
  /** Folders that are named. */
  readonly folders: readonly string[];
  /** Paths as written that lead nowhere; `pattern` for a glob that matched nothing. */
  readonly missing: readonly { readonly path: string; readonly pattern: boolean }[];
  /**
   * The folders whose house files are asked for: each folder that is named, those below it that have a house file of
   * their own, and those of house and staff files that are named. Each once.
   */
  readonly houses: readonly string[];
  /** Folders that may not be looked into. */
  readonly closed: readonly string[];
  /** `.gitignore` files that cannot be read: what they leave out is not known. */
  readonly unread: readonly string[];
}

const walking = {
  absolute: true,
  onlyFiles: true,
  caseSensitiveMatch: false,
  ignore: ['**/node_modules/**'],
  expandDirectories: false,
  // A link may lead out of the newsroom, or round in a circle.
  followSymbolicLinks: false,
} as const;

/**
 * Finds the Markdown files under `paths` (relative to `cwd`; the folder itself when there are none), without those
 * that `.gitignore` names, `node_modules`, symbolic links and whatever begins with a dot. A file or folder that is named is read
 * even when `.gitignore` names it.
 */
export async function findArticles(paths: readonly string[], cwd: string): Promise<Found> {
  const files = new Map<string, FoundFile>();
  const folders: string[] = [];
  const missing: { path: string; pattern: boolean }[] = [];
  const houses = new Set<string>();
  const closed = new Set<string>();
  const ignored = gitIgnore(disk);
  const add = (path: string, named: boolean): void => {
    if (named || !files.has(path)) files.set(path, { path, named });
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(cwd, path);
    const kind = kindAt(full);
    if (kind === 'folder') {
      const found = await listArticles(disk, ignored, uriOf(full));
      for (const one of pathsOf(found.articles)) add(one, false);
      houses.add(full);
      folders.push(full);
      for (const one of pathsOf(found.houseFiles)) houses.add(dirname(one));
      for (const one of pathsOf(found.closed)) closed.add(one);
    } else if (kind !== undefined) {
      // A house file is no article, even when it is named: it is checked as what it is.
      if ([houseFile, staffFile, termsFile].includes(basename(full))) houses.add(dirname(full));
      else add(full, true);
    } else {
      const found = await matching(path, cwd);
      let any = false;
      for (const one of found ?? []) {
        if (await ignored.leavesOut(uriOf(one), uriOf(cwd))) continue;
        any = true;
        add(one, false);
      }
      if (!any) missing.push({ path, pattern: found !== undefined });
    }
  }
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    folders,
    missing,
    houses: [...houses],
    closed: [...closed],
    unread: pathsOf(ignored.refused().map(({ uri }) => uri)),
  };
}

/** The articles that a glob matches; `undefined` for what is none. The library is loaded for it alone. */
async function matching(pattern: string, cwd: string): Promise<readonly string[] | undefined> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return undefined;
  const found = await glob(pattern.split(sep).join('/'), { ...walking, cwd });
  return found.map((file) => resolve(file)).filter(isArticleName);
}

function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.map(pathOf).filter((path) => path !== undefined);
}
