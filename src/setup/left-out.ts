import { rolesOfKey } from './field-words.ts';
import type { SeenFile } from './see-file.ts';
import { type Counted, share, tally } from './tally.ts';

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
export const draftsFolder = '_drafts';

const isDraft = ({ path }: SeenFile): boolean => path.split('/').slice(0, -1).includes(draftsFolder);

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
  readonly drafts: readonly SeenFile[];
  readonly leftOut: readonly Counted<string>[];
}

/** Fewer characters than this are no text. */
const noText = 10;

/** Sorts the files of an archive. @param kept folders that are known to hold no articles, with `/` at their end */
export function sortFiles(files: readonly SeenFile[], kept: readonly string[] = []): Sorted {
  const left = tally<string>();
  const rest = files.filter((file) => {
    if (isDraft(file)) return false;
    const folder = kept.find((one) => file.path.startsWith(one));
    const pattern =
      (folder === undefined ? byName(file.path) : `${rooted(folder.slice(0, -1))}/`) ??
      (isTemplate(file) ? rooted(file.path) : undefined);
    if (pattern !== undefined) left.add(pattern, file.path);
    return pattern === undefined;
  });
  const dull = dullFolders(rest);
  const told = rest.filter((file) => {
    const pattern = dull.find((folder) => file.path.startsWith(folder));
    if (pattern !== undefined) left.add(`/${pattern}`, file.path);
    return pattern === undefined;
  });
  const pages = pagesOfSite(told);
  for (const { path } of pages) left.add(rooted(path), path);
  const articles = told.filter((file) => !pages.has(file));
  return { articles, drafts: files.filter(isDraft), leftOut: left.sorted() };
}

/** What articles are made from: its headline is made by code, or most of its fields are. Code for an address is none. */
function isTemplate({ templated, fields }: SeenFile): boolean {
  return templated.length > fields.size || templated.some((key) => rolesOfKey(key).some(([role]) => role === 'title'));
}

/** Pages that every site has. */
const pageNames =
  /^(?:index|readme|home|about(?:[-_]?us)?|contact|search|archives?|categories|tags|links|friends|privacy(?:[-_]policy)?|首页|关于|關於|关于我们|归档|友链)$/i;

/**
 * Pages of a site among its articles, by their names and by lacking most of what nearly every article has.
 */
function pagesOfSite(files: readonly SeenFile[]): ReadonlySet<SeenFile> {
  const having = tally<string>();
  for (const { path, fields } of files) for (const key of fields.keys()) having.add(key, path);
  const usual = having.sorted().filter(({ count }) => share(count, files.length) >= mostOf);
  if (files.length < 10 || usual.length < 2) return new Set();
  const folders = tally<string>();
  for (const { path } of files) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length; depth++) folders.add(parts.slice(0, depth).join('/'), path);
  }
  return new Set(
    files.filter(({ path, fields }) => {
      const parts = path.replace(/\.[^./]*$/, '').split('/');
      const stem = parts.pop() ?? '';
      // `posts/canal/index.md` is the article canal, unless others lie beside or below it.
      const isLeaf = /^(?:index|readme)$/i.test(stem) && parts.length > 0 && folders.count(parts.join('/')) === 1;
      const name = isLeaf ? (parts.at(-1) ?? '') : stem;
      return pageNames.test(name) && usual.filter(({ value }) => fields.has(value)).length < usual.length / 2;
    }),
  );
}

/** What so many articles have, every article is taken to have; some are pages. */
const mostOf = 0.8;

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

/** Folders of pages that say who somebody is, or what a word leads to, where they have no text. */
const lists = /(?:^|\/)(?:authors?|people|persons|staff|team|members|contributors|tags|categories|作者|人员|标签)\/$/i;

/**
 * Folders that hold no articles though nothing about their names says so: nearly all of their files have no text (the
 * pages of authors, data), or are the only ones without front matter where all others have some.
 */
function dullFolders(files: readonly SeenFile[]): readonly string[] {
  const withText = files.filter(({ characters }) => characters >= noText).length;
  const withFields = files.filter(({ kind }) => kind !== 'none').length;
  if (files.length < 10) return [];
  const isDull = (folder: string, group: readonly SeenFile[]): boolean => {
    const empty = group.filter(({ characters }) => characters < noText).length;
    const bare = group.filter(({ kind }) => kind === 'none').length;
    return (
      (empty === group.length && lists.test(folder)) ||
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
    if (!dull.some((wider) => folder.startsWith(wider)) && isDull(folder, group)) dull.push(folder);
  return dull;
}
