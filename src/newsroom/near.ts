import { nameOf, relativePath } from './uri.ts';

/** As articles of a folder refer to files, kept for as long as the list of files is the same. */
const kept = new WeakMap<object, Map<string, readonly string[]>>();

/**
 * Pictures, or other files, as an article in `folder` refers to them, the nearest first.
 *
 * @param files their uris
 * @param root a folder that holds them and the article
 * @param siteRoots folders whose files the site serves from its root: those are referred to from there
 */
export function filesNear(
  files: readonly string[],
  root: string,
  folder: string,
  siteRoots: readonly string[] = [],
): readonly string[] {
  const byFolder = kept.get(files) ?? new Map<string, readonly string[]>();
  kept.set(files, byFolder);
  const key = [folder, ...siteRoots].join('\n');
  const known =
    byFolder.get(key) ?? nearest(files.map((one) => fromSiteRoot(one, siteRoots) ?? reference(root, folder, one)));
  byFolder.set(key, known);
  return known;
}

/** A file as the site serves it: `/images/a.jpg`; `undefined` where it lies in no folder of its. */
function fromSiteRoot(uri: string, siteRoots: readonly string[]): string | undefined {
  const served = siteRoots.map((folder) => relativePath(folder, uri)).find((path) => path !== undefined);
  return served === undefined ? undefined : `/${served}`;
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
