import { houseFindings } from '../checks/house-file.ts';
import { placePageFaults } from '../house/page-faults.ts';
import type { Finding } from '../model/finding.ts';
import type { FindAsset, OwnPage } from '../page/index.ts';
import type { HouseInForce } from './houses.ts';
import type { ImageBase } from './protocol.ts';
import { joinUri, parentUri, resolveUri } from './uri.ts';
import type { World } from './world.ts';

/** The newsroom's own page, read from its workspace. */
export interface OwnPages {
  /**
   * The page that a house shows its articles in; `undefined` where it has none.
   *
   * @param images where the preview shows files of the workspace; absent: none is shown
   */
  of(inForce: Pick<HouseInForce, 'house' | 'root'>, images: ImageBase | undefined): Promise<OwnPage | undefined>;
  /** What is wrong with it, at its place in the house file. */
  findings(inForce: Pick<HouseInForce, 'house' | 'root'>, text: string): Promise<readonly Finding[]>;
  /** A page came, went or was edited. */
  changed(): void;
}

/** The pages that houses were read with, kept until something changes. The parser is loaded with the first of them. */
export function ownPages(world: Pick<World, 'readFile'>): OwnPages {
  const texts = new Map<string, Promise<string | undefined>>();
  const pages = new Map<string, Promise<OwnPage>>();

  function textOf(uri: string): Promise<string | undefined> {
    const known = texts.get(uri) ?? world.readFile(uri);
    texts.set(uri, known);
    return known;
  }

  async function of({ house, root }: Pick<HouseInForce, 'house' | 'root'>, images: ImageBase | undefined) {
    const { html: file, slots = {} } = house.page;
    const place = file === undefined || root === undefined ? undefined : joinUri(root, ...file.split(/[\\/]/));
    if (file === undefined || place === undefined) return undefined;
    const key = JSON.stringify([place, slots, images]);
    const known = pages.get(key) ?? read(place, file, slots, images);
    pages.set(key, known);
    return known;
  }

  async function read(
    place: string,
    file: string,
    slots: NonNullable<HouseInForce['house']['page']['slots']>,
    images: ImageBase | undefined,
  ): Promise<OwnPage> {
    const text = await textOf(place);
    if (text === undefined) {
      const faults = [{ code: 'page-missing', data: { actual: file } }] as const;
      return { layout: undefined, styles: [], html: {}, body: {}, faults };
    }
    const { readOwnPage } = await import('../page/own/read-own-page.ts');
    return readOwnPage(text, slots, file, images ? assetsOf(place, images) : () => undefined);
  }

  return {
    of,
    async findings(inForce, text) {
      const page = await of(inForce, undefined);
      return page ? houseFindings(placePageFaults(text, page.faults)) : [];
    },
    changed() {
      texts.clear();
      pages.clear();
    },
  };
}

/** Files that the page refers to, inside the folder that may not be left. */
function assetsOf(page: string, { root, base }: ImageBase): FindAsset {
  const folder = parentUri(page) ?? root;
  return (reference) => {
    const target = resolveUri(folder, root, reference);
    return target === undefined ? undefined : base + target.slice(root.endsWith('/') ? root.length - 1 : root.length);
  };
}
