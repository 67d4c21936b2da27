import { isArticle } from '../engine/is-article.ts';
import type { HouseInForce } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { nameOf, relativePath } from './uri.ts';

/** Whether a Markdown file is an article of the house in force there. `text`: its first lines are enough. */
export function isArticleOf({ root, file, leftOut }: HouseInForce, uri: string, text: string): boolean {
  if (isLeftOut(leftOut, uri)) return false;
  const path = (root === undefined ? undefined : relativePath(root, uri)) ?? nameOf(uri);
  return isArticle({ path, text: text.slice(0, 4096), inHouse: file !== undefined });
}
