import type { Facts } from '../checks/check.ts';
import type { House } from '../house/house.ts';
import { joinUri, nameOf, parentUri } from './uri.ts';
import { isInside, readText, type World } from './world.ts';

/**
 * Where an article's record of signatures is kept; `undefined` where that is in its front matter, or where the article
 * has no place yet.
 */
export function recordPlace(uri: string, { signoff }: Pick<House, 'signoff'>): string | undefined {
  const folder = parentUri(uri);
  if (signoff.record !== 'file' || folder === undefined) return undefined;
  const name = nameOf(uri).replace(/\.[^.]*$/, '');
  // The name may hold any character, those that a pattern of a replacement would read included.
  return joinUri(folder, ...signoff.file.split(/[\\/]/).map((step) => step.split('{name}').join(name)));
}

/** What stands in that file, as a review knows it. @param root the folder that it may not lie outside of */
export async function recordFact(
  world: World,
  uri: string,
  house: House,
  root: string | undefined,
): Promise<Pick<Facts, 'record'>> {
  const place = recordPlace(uri, house);
  if (place === undefined) return {};
  const text = await readText(world, place);
  if (text === undefined) return { record: null };
  return root === undefined || (await isInside(world, place, root)) ? { record: text } : {};
}
