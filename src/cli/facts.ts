import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Facts } from '../checks/check.ts';
import { type ArticleValues, articleValues, needsOthers, takenValues } from '../engine/newsroom-values.ts';
import { references } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { imagePath } from '../model/image-path.ts';
import { pictureHead, pictureSize } from '../model/picture-size.ts';
import { decode } from './decode.ts';

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
  const newsrooms = new Map<string, ReadonlyMap<string, ArticleValues>>();
  /** What the newsroom's other articles say where the house has fields that must be unique; read once a run. */
  const takenIn = (root: string | undefined, house: House, path: string | undefined): Pick<Facts, 'taken'> => {
    if (root === undefined || !needsOthers(house)) return {};
    const articles = newsrooms.get(root) ?? readNewsroom(root);
    newsrooms.set(root, articles);
    return { taken: takenValues(articles, house, path) };
  };
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
      const sizes = sizesOf(house, files, folder, root);
      return { files, now, ...(path === undefined ? {} : { path }), ...sizes, ...takenIn(root, house, path) };
    },
  };
}

/** How large the pictures that are there are, where the house asks for a least size. */
function sizesOf(
  house: House,
  files: ReadonlyMap<string, boolean>,
  folder: string | undefined,
  root: string | undefined,
): Pick<Facts, 'sizes'> {
  if (folder === undefined || !house.fields.some(({ leastSize }) => leastSize !== undefined)) return {};
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  for (const [reference, there] of files) {
    const place = there ? placeOf(reference, folder, root) : undefined;
    const size = place === undefined ? undefined : pictureSize(headOf(place));
    if (size) sizes.set(reference, size);
  }
  return { sizes };
}

/** The first bytes of a file; none when it cannot be read. */
function headOf(file: string): Uint8Array {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = new Uint8Array(pictureHead);
      return head.subarray(0, readSync(handle, head, 0, pictureHead, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Uint8Array();
  }
}

/** What the front matter of every article under a folder says, by its path from there with `/`. */
function readNewsroom(root: string): ReadonlyMap<string, ArticleValues> {
  const found = new Map<string, ArticleValues>();
  const into = (folder: string, path: string, depth: number): void => {
    for (const entry of entriesOf(folder)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const here = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && depth < 16) into(join(folder, entry.name), here, depth + 1);
      else if (entry.isFile() && entry.name.toLowerCase().endsWith('.md'))
        found.set(here, valuesOf(join(folder, entry.name)));
    }
  };
  into(root, '', 0);
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function valuesOf(file: string): ArticleValues {
  try {
    const decoded = decode(readFileSync(file));
    return decoded.kind === 'text' ? articleValues(decoded.text) : new Map();
  } catch {
    return new Map();
  }
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
