import type { Facts } from '../checks/check.ts';
import { needsOthers, takenValues } from '../engine/newsroom-values.ts';
import { references } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { pictureHead, pictureSize } from '../model/picture-size.ts';
import type { NewsroomIndex } from './newsroom-index.ts';
import { nameOf, parentUri, relativePath, resolveUri } from './uri.ts';
import type { World } from './world.ts';

/** Looks up what an article refers to. Answers are kept until {@link FactSource.changed}. */
export interface FactSource {
  /**
   * @param uri the article's uri
   * @param root the folder that references may not leave: the workspace folder's or the house's; `undefined`
   *   for a text without a folder, of whose files nothing is known
   */
  gather(article: Article, house: House, uri: string, root: string | undefined): Promise<Facts>;
  /** A file came or went. */
  changed(): void;
}

/** @param now milliseconds since the epoch */
export function factSource(world: World, now: () => number, index?: NewsroomIndex): FactSource {
  let known: Map<string, boolean> = new Map<string, boolean>();
  let measured = new Map<string, { readonly width: number; readonly height: number }>();

  /** How large pictures are, where the house asks for a least size. */
  async function sizesOf(house: House, present: readonly (readonly [string, string])[]): Promise<Pick<Facts, 'sizes'>> {
    if (world.readHead === undefined || !house.fields.some(({ leastSize }) => leastSize !== undefined)) return {};
    const found = new Map<string, { readonly width: number; readonly height: number }>();
    for (const [reference, place] of present) {
      const size = measured.get(place) ?? pictureSize((await world.readHead(place, pictureHead)) ?? new Uint8Array());
      if (size === undefined) continue;
      measured.set(place, size);
      found.set(reference, size);
    }
    return { sizes: found };
  }

  /** What other articles say where the house has fields that must be unique. */
  async function others(house: House, uri: string, root: string): Promise<Pick<Facts, 'taken'>> {
    if (index === undefined || !needsOthers(house)) return {};
    const articles = await index.articles(root);
    const named = [...articles].map(([other, values]) => [relativePath(root, other) ?? nameOf(other), values] as const);
    return { taken: takenValues(named, house, relativePath(root, uri)) };
  }

  return {
    async gather(article, house, uri, root) {
      const folder = parentUri(uri);
      const path = root === undefined ? undefined : relativePath(root, uri);
      const at = { now: now(), ...(path === undefined || path === '' ? {} : { path }) };
      if (folder === undefined || root === undefined) return { files: new Map(), ...at };
      const mine = known;
      const wanted = references(article, house);
      const places = wanted.map((reference) => resolveUri(folder, root, reference));
      const unknown = [...new Set(places.filter((place) => place !== undefined))].filter((place) => !mine.has(place));
      if (unknown.length > 0) {
        const there = await world.exists(unknown);
        for (const [index, place] of unknown.entries()) mine.set(place, there[index] === true);
      }
      const files = new Map<string, boolean>();
      wanted.forEach((reference, index) => {
        const place = places[index];
        // What leads out of the workspace is reported as missing and never looked at.
        files.set(reference, place !== undefined && mine.get(place) === true);
      });
      const present = wanted.flatMap((reference, index) => {
        const place = places[index];
        return place !== undefined && files.get(reference) === true ? [[reference, place] as const] : [];
      });
      return { files, ...at, ...(await sizesOf(house, present)), ...(await others(house, uri, root)) };
    },
    changed() {
      known = new Map();
      measured = new Map();
    },
  };
}
