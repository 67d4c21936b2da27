import type { House } from '../house/house.ts';
import { folderFrom, joinUri, relativePath, resolveUri } from './uri.ts';

/** The folders whose files a house's site serves from its root. @param folder uri of the house file's folder */
export function siteRootsOf({ static: stated = [], staticFolder }: House, folder: string): readonly string[] {
  const from = folderFrom(folder, staticFolder);
  return stated.map((path) => joinUri(from, ...path.split(/[\\/]/).filter((part) => part !== '.')));
}

/**
 * Where a reference of an article may lead, the likeliest first: what starts at the site's root lies in a folder that
 * the site serves from there, or else at the top of the newsroom. Nowhere outside `root`.
 *
 * @param folder uri of the article's folder
 * @param root uri of the folder that must not be left
 */
export function placesOf(
  reference: string,
  folder: string,
  root: string,
  { siteRoots = [], root: own }: { readonly siteRoots?: readonly string[]; readonly root?: string | undefined },
): readonly string[] {
  const plain = resolveUri(folder, root, reference);
  if (!reference.startsWith('/')) return plain === undefined ? [] : [plain];
  const tops = [...siteRoots, ...(own === undefined ? [] : [own])].filter(
    (top) => relativePath(root, top) !== undefined,
  );
  const places = [...tops.map((top) => resolveUri(top, top, reference)), plain];
  return [...new Set(places.filter((place) => place !== undefined))];
}
