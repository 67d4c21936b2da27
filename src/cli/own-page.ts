import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import { placePageFaults } from '../house/page-faults.ts';
import type { Finding } from '../model/finding.ts';
import type { OwnPage } from '../page/index.ts';
import { decode } from './decode.ts';
import { placeOf } from './place-of.ts';

/**
 * The page of a house that was saved from its site; `undefined` where it has none. The parser is loaded only for one.
 *
 * @param file absolute path of the house file
 * @param from absolute folder that the drawn page will stand in, and its references start from
 */
export async function ownPageOf(house: House, file: string, from: string): Promise<OwnPage | undefined> {
  const { html, slots = {} } = house.page;
  if (html === undefined) return undefined;
  const root = dirname(file);
  const place = join(root, html);
  const text = textInside(place, root);
  if (text === undefined) {
    const faults = [{ code: 'page-missing', data: { actual: html } }] as const;
    return { layout: undefined, styles: [], html: {}, body: {}, faults };
  }
  const { readOwnPage } = await import('../page/own/read-own-page.ts');
  return readOwnPage(text, slots, html, (path) => {
    const asset = placeOf(path, dirname(place), root);
    return asset !== undefined && existsSync(asset) && isInside(asset, root) ? reference(from, asset) : undefined;
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

function textInside(place: string, root: string): string | undefined {
  try {
    if (!isInside(place, root)) return undefined;
    const decoded = decode(readFileSync(place));
    return decoded.kind === 'text' ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file that is there lies in a folder, symbolic links followed. */
function isInside(place: string, root: string): boolean {
  return realpathSync(place).startsWith(realpathSync(root) + sep);
}
