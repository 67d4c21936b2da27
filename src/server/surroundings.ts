import { fieldOfRole } from '../checks/front-matter-fields.ts';
import type { Surroundings } from '../engine/field-values.ts';
import { usedValues } from '../engine/newsroom-values.ts';
import { keysOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { NewsroomIndex } from './newsroom-index.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';

/**
 * What is known around an article for suggestions.
 * @param root the folder that the newsroom's files are in; `undefined` for a text without a folder
 * @param now milliseconds since the epoch
 */
export async function surroundingsOf(
  uri: string,
  root: string | undefined,
  house: House,
  index: NewsroomIndex,
  now: number,
): Promise<Surroundings> {
  const folder = parentUri(uri);
  if (root === undefined || folder === undefined) return { now };
  const [articles, images] = await Promise.all([index.articles(root), index.images(root)]);
  const others = [...articles].filter(([other]) => other !== uri);
  const title = fieldOfRole(house, 'title');
  const titles = title ? keysOf(title) : ['title'];
  return {
    now,
    images: nearest(images.map((image) => reference(root, folder, image))),
    articles: others.flatMap(([other, values]) => {
      const named = titles.flatMap((name) => values.get(name) ?? [])[0];
      return named === undefined ? [] : [{ path: reference(root, folder, other), title: named }];
    }),
    used: (names) =>
      usedValues(
        others.map(([, values]) => values),
        names,
      ),
  };
}

/** A file as an article in `folder` refers to it: `../图片/a.jpg`. */
export function reference(root: string, folder: string, uri: string): string {
  const from = (relativePath(root, folder) ?? '').split('/').filter((part) => part !== '');
  const to = (relativePath(root, uri) ?? nameOf(uri)).split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** Files of the article's own folder first, then those that are the fewest steps away. */
function nearest(paths: readonly string[]): readonly string[] {
  const steps = (path: string): number => path.split('/').length;
  return [...paths].sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1));
}
