import { isArticle, templateFolders } from '../engine/is-article.ts';
import type { HouseInForce } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { lastSegments, nameOf, relativePath } from './uri.ts';

/** Whether a Markdown file is an article of the house in force there. `text`: its first lines are enough. */
export function isArticleOf({ root, file, leftOut }: HouseInForce, uri: string, text: string): boolean {
  if (isLeftOut(leftOut, uri)) return false;
  return isArticle({ path: pathInHouse(root, uri), text: text.slice(0, 4096), inHouse: file !== undefined });
}

/**
 * Where a file lies, from the folder of its house. Without a house, or outside of its folder, nobody knows where the
 * newsroom begins: the name alone, save where a generator keeps what new articles are made of.
 */
export function pathInHouse(root: string | undefined, uri: string): string {
  const path = root === undefined ? undefined : relativePath(root, uri);
  if (path !== undefined) return path;
  const near = lastSegments(uri, 3);
  const at = near.slice(0, -1).findIndex((part) => templateFolders.has(part));
  return at === -1 ? nameOf(uri) : near.slice(at).join('/');
}
