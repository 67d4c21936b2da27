import type { SeenFile } from './see-file.ts';
import { type Counted, tally } from './tally.ts';

/** Folders whose files are no articles, wherever they lie: parts of pages, what articles are made of, what was built. */
const folders: ReadonlySet<string> = new Set([
  'archetypes',
  'scaffolds',
  'templates',
  '_templates',
  '_includes',
  '_layouts',
  '_data',
  '_sass',
  'layouts',
  'partials',
  'includes',
  'themes',
  'vendor',
  'bower_components',
  '_site',
  '_book',
  'public',
  'dist',
]);

/** Where Jekyll and Hexo keep what is not published yet: articles that are being written, and no measure of the others. */
const drafts = '_drafts';

/** Files that are lists of others, or what an article is begun from. */
const names: readonly (readonly [pattern: string, name: RegExp])[] = [
  ['_index.md', /^_index\.md$/i],
  ['_index.*.md', /^_index\.[a-z-]+\.md$/i],
  ['404.md', /^404\.md$/i],
  ['_template*.md', /^_template.*\.md$/i],
  ['template.md', /^template\.md$/i],
  ['SUMMARY.md', /^SUMMARY\.md$/],
];

/** Documents of a repository at its top, which carry front matter where a site shows them. */
const documents =
  /^(?:readme|changelog|contributing|license|code_of_conduct|security|support|authors|notice)(?:\.[a-z-]+)?\.(?:md|markdown)$/i;

/** What lies in an archive: its articles but for drafts, and what is none, each by the pattern that leaves it out. */
interface Sorted {
  readonly articles: readonly SeenFile[];
  readonly leftOut: readonly Counted<string>[];
}

/** Fewer characters than this are no text. */
const noText = 10;

/** Sorts the files of an archive. @param kept folders that are known to hold no articles, with `/` at their end */
export function sortFiles(files: readonly SeenFile[], kept: readonly string[] = []): Sorted {
  const left = tally<string>();
  const rest = files.filter((file) => {
    if (file.path.split('/').slice(0, -1).includes(drafts)) return false;
    const folder = kept.find((one) => file.path.startsWith(one));
    const pattern =
      (folder === undefined ? byName(file.path) : `${rooted(folder.slice(0, -1))}/`) ??
      (file.templated > 0 ? rooted(file.path) : undefined);
    if (pattern !== undefined) left.add(pattern, file.path);
    return pattern === undefined;
  });
  const dull = dullFolders(rest);
  const articles = rest.filter((file) => {
    const pattern = dull.find((folder) => file.path.startsWith(folder));
    if (pattern !== undefined) left.add(`/${pattern}`, file.path);
    return pattern === undefined;
  });
  return { articles, leftOut: left.sorted() };
}

function byName(path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const folder = parts.find((part) => folders.has(part.toLowerCase()));
  if (folder !== undefined) return `${escaped(folder)}/`;
  if (parts.length === 0 && documents.test(name)) return rooted(path);
  return names.find(([, known]) => known.test(name))?.[0];
}

/** A pattern for one path of the archive, as `.gitignore` has them. */
function rooted(path: string): string {
  return `/${path.split('/').map(escaped).join('/')}`;
}

function escaped(name: string): string {
  return name.replace(/[\\*?[\]!#]/g, '\\$&').replace(/ $/, '\\ ');
}

/**
 * Folders that hold no articles though nothing about their names says so: nearly all of their files have no text (the
 * pages of authors, data), or are the only ones without front matter where all others have some.
 */
function dullFolders(files: readonly SeenFile[]): readonly string[] {
  const withText = files.filter(({ characters }) => characters >= noText).length;
  const withFields = files.filter(({ kind }) => kind !== 'none').length;
  if (files.length < 10) return [];
  const isDull = (group: readonly SeenFile[]): boolean => {
    const empty = group.filter(({ characters }) => characters < noText).length;
    const bare = group.filter(({ kind }) => kind === 'none').length;
    return (
      (group.length >= 3 && empty >= group.length * 0.9 && withText >= files.length * 0.5) ||
      (bare === group.length && withFields >= files.length * 0.8)
    );
  };
  const groups = new Map<string, SeenFile[]>();
  for (const file of files) {
    const parts = file.path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = `${parts.slice(0, depth).join('/')}/`;
      const group = groups.get(folder) ?? [];
      group.push(file);
      groups.set(folder, group);
    }
  }
  const dull: string[] = [];
  // The widest first: a folder inside of one that is left out need not be named.
  for (const [folder, group] of [...groups].sort((a, b) => a[0].length - b[0].length))
    if (!dull.some((wider) => folder.startsWith(wider)) && isDull(group)) dull.push(folder);
  return dull;
}
