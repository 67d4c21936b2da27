import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import { placePageFaults } from '../house/page-faults.ts';
import type { Finding } from '../model/finding.ts';
import { LONGEST_PAGE_BYTES, noPage, type OwnPage } from '../page/index.ts';
import { placeOf } from './place-of.ts';

/**
 * The page of a house that was saved from its site; `undefined` where it has none. The parser is loaded only for one.
 *
 * @param file absolute path of the house file
 * @param from absolute folder that the drawn page will stand in, and its references start from
 */
export async function ownPageOf(house: House, file: string, from: string): Promise<OwnPage | undefined> {
  const { html, htmlFolder, slots = {} } = house.page;
  if (html === undefined) return undefined;
  // The page lies with the house file that names it.
  const root = join(dirname(file), htmlFolder ?? '.');
  const place = join(root, html);
  const bytes = bytesInside(place, root);
  if (bytes === undefined) return noPage({ code: 'page-missing', data: { actual: html } });
  const find = (path: string): string | undefined => {
    const asset = placeOf(path, dirname(place), root);
    return asset !== undefined && isInside(asset, root) ? asset : undefined;
  };
  const { readOwnPage } = await import('../page/own/read-own-page.ts');
  return readOwnPage(bytes, slots, html, {
    url(path) {
      const asset = find(path);
      return asset === undefined ? undefined : reference(from, asset);
    },
    async read(path) {
      const asset = find(path);
      return asset === undefined ? undefined : bytesInside(asset, root);
    },
    exist: async (paths) => paths.map((path) => find(path) !== undefined),
  });
}

/** What is wrong with the page of a house, at its place in the house file. */
export async function ownPageFindings(house: House, file: string, text: string): Promise<readonly Finding[]> {
  const page = await ownPageOf(house, file, dirname(file));
  return page ? houseFindings(placePageFaults(text, page.faults)) : [];
}

/** A relative URL from a folder to a file; one on another drive becomes a file URL's path. */
export function reference(from: string, place: string): string {
  return relative(from, place).split(sep).map(encodeURIComponent).join('/');
}

function bytesInside(place: string, root: string): Uint8Array | undefined {
  try {
    if (!isInside(place, root)) return undefined;
    if (statSync(place).size > LONGEST_PAGE_BYTES) return new Uint8Array(LONGEST_PAGE_BYTES);
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

/** Whether a file is there and lies in a folder, symbolic links followed. */
function isInside(place: string, root: string): boolean {
  try {
    return statSync(place).isFile() && realpathSync(place).startsWith(realpathSync(root) + sep);
  } catch {
    return false;
  }
}
