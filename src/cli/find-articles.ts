import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A file to read. */
export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The user wrote its name, rather than that of a folder or a pattern that holds it. */
  readonly named: boolean;
}

/** What the user's paths led to. */
export interface Found {
  /** In order of path, each once. */
  readonly files: readonly FoundFile[];
  /** Paths as written that lead nowhere; `pattern` for a glob that matched nothing. */
  readonly missing: readonly { readonly path: string; readonly pattern: boolean }[];
}

const markdown = '**/*.{md,markdown}';

/**
 * Finds the Markdown files under `paths` (relative to `cwd`; the folder itself when there are none), without those
 * that `.gitignore` names, `node_modules` and whatever begins with a dot. A file or folder that is named is read
 * even when `.gitignore` names it.
 */
export async function findArticles(paths: readonly string[], cwd: string): Promise<Found> {
  const files = new Map<string, FoundFile>();
  const missing: { path: string; pattern: boolean }[] = [];
  const ignored = gitIgnore();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(cwd, path);
    const kind = kindOf(full);
    if (kind === 'file') {
      files.set(full, { path: full, named: true });
      continue;
    }
    if (kind === undefined && !isDynamicPattern(path)) {
      missing.push({ path, pattern: false });
      continue;
    }
    const root = kind === 'folder' ? full : cwd;
    const pattern = kind === 'folder' ? markdown : path.split(sep).join('/');
    const found = await glob(pattern, {
      cwd: root, absolute: true, onlyFiles: true, caseSensitiveMatch: false, ignore: ['**/node_modules/**'],
      expandDirectories: false,
    });
    const kept = found.map((file) => resolve(file)).filter((file) => /\.(?:md|markdown)$/i.test(file) && !ignored(file, root));
    if (kind === undefined && kept.length === 0) missing.push({ path, pattern: true });
    for (const file of kept) if (!files.has(file)) files.set(file, { path: file, named: false });
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted, missing };
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return stat.isDirectory() ? 'folder' : 'file';
}

/**
 * Answers whether git would ignore a file found under `root`. Reads each folder's `.gitignore` once. As git has it,
 * the nearest file decides, and nothing under an ignored folder comes back.
 */
function gitIgnore(): (path: string, root: string) => boolean {
  const rules = new Map<string, Ignore | undefined>();
  const folders = new Map<string, boolean>();

  const rulesOf = (folder: string): Ignore | undefined => {
    if (!rules.has(folder)) rules.set(folder, readRules(join(folder, '.gitignore')));
    return rules.get(folder);
  };

  const decided = (path: string, isFolder: boolean): boolean => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const name = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const verdict = rulesOf(folder)?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || isRepository(folder) || folder === dirname(folder)) return false;
    }
  };

  const folderIgnored = (folder: string, root: string): boolean => {
    if (folder === root || folder === dirname(folder)) return false;
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const answer = folderIgnored(dirname(folder), root) || decided(folder, true);
    folders.set(folder, answer);
    return answer;
  };

  return (path, root) => folderIgnored(dirname(path), root) || decided(path, false);
}

function readRules(path: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRepository(folder: string): boolean {
  return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
}
