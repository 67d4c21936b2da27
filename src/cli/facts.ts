import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Facts } from '../checks/check.ts';
import { references } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { imagePath } from '../model/image-path.ts';

/** Looks up on the disk what articles refer to; each file once a run. */
export interface FactSource {
  /**
   * @param folder absolute path of the article's folder; `undefined` for a text from nowhere, of which no file is known
   * @param root the folder that references may not leave, where there is one
   * @param path the article's path from `root`, with `/`
   */
  gather(
    article: Article,
    house: House,
    folder: string | undefined,
    root: string | undefined,
    path: string | undefined,
  ): Facts;
}

/** @param now milliseconds since the epoch, the same for the whole run */
export function factSource(now: number): FactSource {
  const known = new Map<string, boolean>();
  return {
    gather(article, house, folder, root, path) {
      const files = new Map<string, boolean>();
      if (folder !== undefined) {
        for (const reference of references(article, house)) {
          const place = placeOf(reference, folder, root);
          if (place === undefined) {
            // What leads out of the newsroom counts as missing and is never looked at.
            files.set(reference, false);
            continue;
          }
          const there = known.get(place) ?? existsSync(place);
          known.set(place, there);
          files.set(reference, there);
        }
      }
      return { files, now, ...(path === undefined ? {} : { path }) };
    },
  };
}

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
