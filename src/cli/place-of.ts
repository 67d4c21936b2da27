import { resolve, sep } from 'node:path';
import { imagePath } from '../model/image-path.ts';

/**
 * The file that a reference of an article means (absolute path), or `undefined` when it leads out of `root`.
 *
 * @param folder the article's own
 */
export function placeOf(reference: string, folder: string, root: string | undefined): string | undefined {
  const path = imagePath(reference.replace(/[?#].*$/s, ''));
  if (path.includes('\0')) return undefined;
  const place = path.startsWith('/') && root !== undefined ? resolve(root, `.${path}`) : resolve(folder, path);
  if (root === undefined || place === root || place.startsWith(root + (root.endsWith(sep) ? '' : sep))) return place;
  return undefined;
}
