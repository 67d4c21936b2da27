import { closeSync, type Dirent, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { Facts } from '../checks/check.ts';
import { decode } from '../disk/decode.ts';
import { holdsArticles } from '../engine/is-article.ts';
import {
  type ArticleValues,
  articleValues,
  frontMatterValues,
  needsOthers,
  takenValues,
  type ValueOwners,
  valueOwners,
} from '../engine/newsroom-values.ts';
import { references } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { pictureHead, pictureSize } from '../model/picture-size.ts';
import { houseFile, matcher } from './houses.ts';
import { placeOf } from './place-of.ts';

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

const picture = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** @param now milliseconds since the epoch, the same for the whole run */
export function factSource(now: number): FactSource {
  const known = new Map<string, boolean>();
  const newsrooms = new Map<string, ValueOwners>();
  /** What the newsroom's other articles say where the house has fields that must be unique; read once a run. */
  const takenIn = (
    { frontMatter }: Article,
    root: string | undefined,
    house: House,
    path: string | undefined,
  ): Pick<Facts, 'taken'> => {
    if (root === undefined || !needsOthers(house)) return {};
    const owners = newsrooms.get(root) ?? valueOwners(readNewsroom(root, matcher(house.ignore ?? [])), house);
    newsrooms.set(root, owners);
    return { taken: takenValues(owners, frontMatterValues(frontMatter), house, path) };
  };
  const pictures = new Map<string, readonly string[]>();
  /** The newsroom's pictures as an article refers to them, where one that it shows is not there. */
  const picturesNear = (files: ReadonlyMap<string, boolean>, folder?: string, root?: string): Pick<Facts, 'images'> => {
    if (folder === undefined || root === undefined || ![...files.values()].includes(false)) return {};
    const all = pictures.get(root) ?? [...filesUnder(root)].filter((path) => picture.test(path));
    pictures.set(root, all);
    const own = relative(root, folder).replaceAll(sep, '/');
    const steps = (path: string): number => path.split('/').length;
    const near = all.map((path) => posix.relative(own, path));
    return { images: near.sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1)) };
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
      return {
        files,
        now,
        ...(path === undefined ? {} : { path }),
        ...sizes,
        ...takenIn(article, root, house, path),
        ...picturesNear(files, folder, root),
      };
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

/**
 * What the front matter of every article under the folder of a house says, by its path from there with `/`; folders
 * with a house file of their own are newsrooms of their own.
 */
function readNewsroom(root: string, ignores: (path: string) => boolean): ReadonlyMap<string, ArticleValues> {
  const found = new Map<string, ArticleValues>();
  for (const path of filesUnder(root, (entries) => entries.some(({ name }) => name === houseFile))) {
    if (path.toLowerCase().endsWith('.md') && holdsArticles(path, true) && !ignores(path))
      found.set(path, valuesOf(join(root, path)));
  }
  return found;
}

/** Paths of the files under a folder, with `/`. @param isElsewhere whether a folder with these entries is left out */
function* filesUnder(
  root: string,
  isElsewhere: (entries: readonly Dirent[]) => boolean = () => false,
  path = '',
  depth = 0,
): Iterable<string> {
  const entries = entriesOf(join(root, path));
  if (depth > 0 && isElsewhere(entries)) return;
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const here = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory() && depth < 16) yield* filesUnder(root, isElsewhere, here, depth + 1);
    else if (entry.isFile()) yield here;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
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
