import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { glob, isDynamicPattern } from 'tinyglobby';
import { houseFile, staffFile } from './houses.ts';

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
  const missing: { path: string; pattern: boolean }[] = [];
  const ignored = gitIgnore();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(cwd, path);
    const kind = kindOf(full);
    if (kind === 'file') {
      // A house file is no article, even when it is named: it is checked as what it is.
      if (!isHouseFile(full)) files.set(full, { path: full, named: true });
      continue;
    }
    if (kind === undefined && !isDynamicPattern(path)) {
      missing.push({ path, pattern: false });
      continue;
    }
    const root = kind === 'folder' ? full : cwd;
    const pattern = kind === 'folder' ? markdown : path.split(sep).join('/');
    const found = await glob(pattern, { ...walking, cwd: root });
    const kept = found
      .map((file) => resolve(file))
      .filter((file) => /\.(?:md|markdown)$/i.test(file) && !ignored(file, root));
    if (kind === undefined && kept.length === 0) missing.push({ path, pattern: true });
    for (const file of kept) if (!files.has(file)) files.set(file, { path: file, named: false });
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: sorted, missing };
}

/**
 * The folders whose house files `paths` (relative to `cwd`; the folder itself when there are none) ask for: each
 * folder that is named, those below it that have a house file of their own, and those of house and staff files that
 * are named. Absolute, each once.
 */
export async function houseFolders(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const folders = new Set<string>();
  const ignored = gitIgnore();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(cwd, path);
    const kind = kindOf(full);
    if (kind === 'file' && isHouseFile(full)) folders.add(dirname(full));
    if (kind !== 'folder') continue;
    folders.add(full);
    const below = await glob(`**/${houseFile}`, { ...walking, cwd: full });
    for (const file of below.map((one) => resolve(one)).sort()) if (!ignored(file, full)) folders.add(dirname(file));
  }
  return [...folders];
}

const isHouseFile = (path: string): boolean => [houseFile, staffFile].includes(basename(path));

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
  const rules = new Map<string, FolderRules>();
  const folders = new Map<string, boolean>();
  const tops = new Map<string, string | undefined>();

  const rulesOf = (folder: string): FolderRules => {
    const known = rules.get(folder) ?? readRules(folder);
    rules.set(folder, known);
    return known;
  };

  const decided = (path: string, isFolder: boolean, top: string | undefined): boolean => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const name = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const { own, isRepository } = rulesOf(folder);
      const verdict = own?.test(name);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === top || isRepository || folder === dirname(folder)) return false;
    }
  };

  const folderIgnored = (folder: string, root: string, top: string | undefined): boolean => {
    if (folder === root || folder === dirname(folder)) return false;
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const answer = folderIgnored(dirname(folder), root, top) || decided(folder, true, top);
    folders.set(folder, answer);
    return answer;
  };

  /** Whoever asks for an ignored folder wants what is in it: rules from above it say nothing more. */
  const topOf = (root: string): string | undefined => {
    if (!tops.has(root)) tops.set(root, decided(root, true, undefined) ? root : undefined);
    return tops.get(root);
  };

  return (path, root) => folderIgnored(dirname(path), root, topOf(root)) || decided(path, false, topOf(root));
}

interface FolderRules {
  readonly own: Ignore | undefined;
  /** Git looks no further up than here. */
  readonly isRepository: boolean;
}

function readRules(folder: string): FolderRules {
  const isRepository = statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  try {
    return { own: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')), isRepository };
  } catch {
    return { own: undefined, isRepository };
  }
}
