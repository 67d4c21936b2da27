import { houseFile, staffFile, templatesFolder, termsFile } from '../newsroom/files.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { isArticleOf } from '../newsroom/is-article-of.ts';
import { folderFrom, joinUri, nameOf, relativePath } from '../newsroom/uri.ts';

/**
 * What a document is in its newsroom. `base-house`: a house file of any name that another one extends. `page`: the
 * page that the newsroom saved. `other`: nothing of ours.
 */
export type Role = 'article' | 'house' | 'base-house' | 'staff' | 'terms' | 'template' | 'page' | 'other';

/** A document with what is known of its place. */
interface Placed {
  readonly uri: string;
  readonly text: string;
  readonly inForce: HouseInForce;
  /** Uris of the workspace folders. */
  readonly folders: readonly string[];
  /** A house file extends it. */
  readonly isBase: boolean;
}

/** The one answer to what a document is. */
export function roleOf(document: Placed): Role {
  const { uri, inForce, folders, isBase } = document;
  if (!isWorkingText(uri, folders)) return 'other';
  const name = nameOf(uri);
  if (name === houseFile) return 'house';
  if (name === staffFile) return 'staff';
  if (name === termsFile) return 'terms';
  if (isBase) return 'base-house';
  if (isPage(uri, inForce)) return 'page';
  if (inForce.folders.some((folder) => relativePath(joinUri(folder, templatesFolder), uri) !== undefined))
    return 'template';
  return isArticleAt(uri, inForce, document.text, folders) ? 'article' : 'other';
}

/** Files that are never articles, whatever language an editor takes them for. */
const otherKinds = /\.(?:ya?ml|jsonc?|toml|[sx]?html?|css)$/i;

/** Whether a document may become an article by what is written in it. */
export function mayBeArticle(uri: string, folders: readonly string[]): boolean {
  return isWorkingText(uri, folders) && !otherKinds.test(nameOf(uri));
}

/** Whether a text at a uri is an article of the house in force there. */
export function isArticleAt(uri: string, inForce: HouseInForce, text: string, folders: readonly string[]): boolean {
  return mayBeArticle(uri, folders) && isArticleOf(inForce, uri, text);
}

/**
 * Whether a text is one that is worked on: a file, a text that is no file yet, or one of the file system that the
 * workspace is in. Everything else that an editor opens is a copy or a view: other versions, what is on a server, cells
 * of notebooks, chats, settings, our own pages.
 */
function isWorkingText(uri: string, folders: readonly string[]): boolean {
  const scheme = schemeOf(uri);
  if (scheme === 'file' || scheme === 'untitled') return true;
  // An extension may keep other versions under the scheme of the folder's own file system, elsewhere.
  return owningFolder(folders, uri) !== undefined;
}

function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(uri.indexOf(':'), 0)).toLowerCase();
}

function isPage(uri: string, { house, root }: HouseInForce): boolean {
  const { html, htmlFolder } = house.page;
  if (html === undefined || root === undefined) return false;
  return joinUri(folderFrom(root, htmlFolder), ...html.split(/[\\/]/)) === uri;
}
