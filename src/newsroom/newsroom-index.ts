import { holdsArticles } from '../engine/is-article.ts';
import { type ArticleValues, articleValues, saysTheSame } from '../engine/newsroom-values.ts';
import { isArticleName, pictureEndings } from './files.ts';
import { gitIgnore } from './git-ignore.ts';
import type { HouseInForce } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { listArticles } from './list-articles.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';
import { readText, type World } from './world.ts';

/**
 * What the newsroom's articles say in their front matter, and which pictures there are. Files are listed and read when
 * first asked for, then only when they change: a keystroke costs no look at the disk.
 */
export interface NewsroomIndex {
  /**
   * By uri, the articles under a folder for which the same house is in force: not those of a folder with a house of
   * its own. The same map until one of them says something else.
   */
  articles(root: string, inForce: HouseInForce): Promise<ReadonlyMap<string, ArticleValues>>;
  /** Uris of the pictures under a folder. The same list until files came or went. */
  images(root: string): Promise<readonly string[]>;
  /** Uris of the files under a folder that end so. The same list until files came or went. */
  files(root: string, endings: readonly string[]): Promise<readonly string[]>;
  /** Files came or went. */
  changed(): void;
  /** House files changed: which article belongs to which newsroom is looked up anew. */
  regrouped(): void;
  /**
   * Takes down what an article says now. Returns what it said before, `undefined` where that was the same; an article
   * that was not known said nothing.
   */
  note(uri: string, values: ArticleValues): ArticleValues | undefined;
}

/** More articles than this are not read. */
const most = 20_000;
/** How many files are read at a time. */
const batch = 16;

const nothing: ArticleValues = new Map();

/** The articles of one house under a folder, as they were found to be. */
interface Newsroom {
  readonly inForce: HouseInForce;
  readonly stamp: number;
  readonly articles: ReadonlyMap<string, ArticleValues>;
}

/**
 * @param documents the texts of open documents, which go before the files
 * @param houseFile the uri of the house file for a document
 */
export function newsroomIndex(
  world: World,
  documents: { keys(): readonly string[]; text(uri: string): string | undefined },
  houseFile: (uri: string) => Promise<string | undefined>,
): NewsroomIndex {
  const read = new Map<string, ArticleValues>();
  const newsrooms = new Map<string, Newsroom>();
  let articles = new Map<string, Promise<readonly string[]>>();
  let images = new Map<string, Promise<readonly string[]>>();
  let files = new Map<string, Promise<readonly string[]>>();
  /** Every article that was listed. */
  let known = new Set<string>();
  /** Counts what changed. */
  let stamp = 0;

  const find = async (root: string, endings: readonly string[]) => (await world.findFiles(root, endings)).files;

  async function readMissing(uris: readonly string[]): Promise<void> {
    const missing = uris.filter((uri) => !read.has(uri));
    for (let from = 0; from < missing.length; from += batch) {
      const some = missing.slice(from, from + batch);
      const texts = await Promise.all(
        some.map(async (uri) => documents.text(uri) ?? (await readText(world, uri)) ?? ''),
      );
      for (const [index, uri] of some.entries()) if (!read.has(uri)) read.set(uri, articleValues(texts[index] ?? ''));
    }
  }

  /** Those of `uris` for which the house file is the one in force. */
  async function ofHouse(uris: readonly string[], root: string, { file, leftOut, root: own }: HouseInForce) {
    const folders = new Map<string, Promise<string | undefined>>();
    const mine: string[] = [];
    for (const uri of uris) {
      const path = relativePath(own ?? root, uri) ?? nameOf(uri);
      if (!holdsArticles(path, own !== undefined) || isLeftOut(leftOut, uri)) continue;
      const folder = parentUri(uri) ?? root;
      const found = folders.get(folder) ?? houseFile(uri);
      folders.set(folder, found);
      if ((await found) === file) mine.push(uri);
    }
    return mine;
  }

  return {
    async articles(root, inForce) {
      const listing = articles.get(root) ?? listArticles(world, gitIgnore(world), root).then((found) => found.articles);
      articles.set(root, listing);
      const files = (await listing).slice(0, most);
      for (const uri of files) known.add(uri);
      // An article may be open before it is a file.
      const unsaved = documents.keys().filter((uri) => isArticleName(uri) && uri.startsWith(`${root}/`));
      const uris = [...files, ...unsaved.filter((uri) => !known.has(uri))];
      const kept = newsrooms.get(root);
      if (kept?.inForce === inForce && kept.stamp === stamp) return kept.articles;
      const now = stamp;
      const mine = await ofHouse(uris, root, inForce);
      await readMissing(mine);
      const found = new Map(mine.map((uri) => [uri, read.get(uri) ?? nothing]));
      newsrooms.set(root, { inForce, stamp: now, articles: found });
      return found;
    },
    images(root) {
      const list = images.get(root) ?? find(root, pictureEndings);
      images.set(root, list);
      return list;
    },
    files(root, endings) {
      const key = [root, ...endings].join('\0');
      const list = files.get(key) ?? find(root, endings);
      files.set(key, list);
      return list;
    },
    changed() {
      stamp++;
      known = new Set();
      articles = new Map();
      images = new Map();
      files = new Map();
    },
    regrouped() {
      stamp++;
    },
    note(uri, values) {
      const before = read.get(uri);
      if (before !== undefined && saysTheSame(before, values)) return undefined;
      read.set(uri, values);
      stamp++;
      // One that was not listed is new: not every kind of workspace tells of files that came.
      if (known.size > 0 && !known.has(uri)) articles = new Map();
      return before ?? nothing;
    },
  };
}
