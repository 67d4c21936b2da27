import { type ArticleValues, articleValues } from '../engine/newsroom-values.ts';
import type { World } from './world.ts';

/** What the newsroom's articles say in their front matter, and which pictures there are. Read when first asked for. */
export interface NewsroomIndex {
  /** By uri, the articles under a folder. */
  articles(root: string): Promise<ReadonlyMap<string, ArticleValues>>;
  /** Uris of the pictures under a folder. */
  images(root: string): Promise<readonly string[]>;
  /** A file changed (`uri`), or files came or went. */
  changed(uri?: string): void;
}

const pictures = ['.jpg', '.jpeg', '.png', '.gif', '.webp', '.avif', '.svg'];
/** More articles than this are not read: suggestions are not worth it. */
const most = 5000;
/** How many files are read at a time. */
const batch = 16;

/** @param openText the text of an open document, which goes before the file */
export function newsroomIndex(world: World, openText: (uri: string) => string | undefined): NewsroomIndex {
  const read = new Map<string, ArticleValues>();
  let articles = new Map<string, Promise<readonly string[]>>();
  let images = new Map<string, Promise<readonly string[]>>();

  function listed(kept: Map<string, Promise<readonly string[]>>, root: string, endings: readonly string[]) {
    const known = kept.get(root) ?? world.findFiles(root, endings);
    kept.set(root, known);
    return known;
  }

  return {
    async articles(root) {
      const uris = (await listed(articles, root, ['.md'])).slice(0, most);
      const missing = uris.filter((uri) => !read.has(uri));
      for (let from = 0; from < missing.length; from += batch) {
        const some = missing.slice(from, from + batch);
        const texts = await Promise.all(some.map(async (uri) => openText(uri) ?? (await world.readFile(uri)) ?? ''));
        for (const [index, uri] of some.entries()) read.set(uri, articleValues(texts[index] ?? ''));
      }
      const empty: ArticleValues = new Map();
      return new Map(uris.map((uri) => [uri, read.get(uri) ?? empty]));
    },
    images: (root) => listed(images, root, pictures),
    changed(uri) {
      if (uri !== undefined) {
        // One that was not known is new: not every kind of workspace tells of files that came.
        if (!read.delete(uri) && uri.endsWith('.md')) articles = new Map();
        return;
      }
      articles = new Map();
      images = new Map();
    },
  };
}
