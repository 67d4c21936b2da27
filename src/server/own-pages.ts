import { houseFindings } from '../checks/house-file.ts';
import { placePageFaults } from '../house/page-faults.ts';
import type { Finding } from '../model/finding.ts';
import { folderFrom, joinUri, parentUri, plainUri, resolveUri } from '../newsroom/uri.ts';
import { filesThere, readText, type World } from '../newsroom/world.ts';
import { LONGEST_PAGE_BYTES, noPage, type OwnPage, type PageFiles } from '../page/index.ts';
import type { HouseInForce } from './houses.ts';
import type { ImageBase } from './protocol.ts';

type WithPage = Pick<HouseInForce, 'house' | 'root'>;

/** The newsroom's own page, read from its workspace. */
export interface OwnPages {
  /**
   * The page that a house shows its articles in; `undefined` where it has none.
   *
   * @param images where the preview shows files of the workspace; absent: none is shown
   */
  of(inForce: WithPage, images: ImageBase | undefined): Promise<OwnPage | undefined>;
  /** The same for a file of its own: `named` says what stands for a file of the workspace, by its uri. */
  ofFile(inForce: WithPage, named: (file: string) => string): Promise<OwnPage | undefined>;
  /** What is wrong with it, at its place in the house file. */
  findings(inForce: WithPage, text: string): Promise<readonly Finding[]>;
  /** A page came, went or was edited, or a stylesheet. Returns whether any page was read of them. */
  changed(uris: readonly string[]): boolean;
}

/** The pages that houses were read with, kept until something changes. The parser is loaded with the first of them. */
export function ownPages(world: Pick<World, 'readText' | 'readHead' | 'kinds'>): OwnPages {
  const known = new Map<string, Promise<Uint8Array | undefined>>();
  /** Paths of all that was looked for, found or not. */
  const looked = new Set<string>();
  const pages = new Map<string, Promise<OwnPage>>();

  /** The bytes of a file; of one that is too long as many as say so. */
  function bytesOf(uri: string): Promise<Uint8Array | undefined> {
    const read = known.get(uri) ?? readBytes(uri);
    known.set(uri, read);
    looked.add(plainUri(uri));
    return read;
  }

  async function readBytes(uri: string): Promise<Uint8Array | undefined> {
    const bytes = await world.readHead(uri, LONGEST_PAGE_BYTES);
    if (bytes !== undefined) return bytes;
    // A client that gives no bytes has decoded the text.
    const text = await readText(world, uri);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  async function read(
    { house, root }: WithPage,
    show: (place: string, root: string) => string | undefined,
  ): Promise<OwnPage | undefined> {
    const { html: file, htmlFolder, slots = {} } = house.page;
    if (file === undefined || root === undefined) return undefined;
    // The page lies with the house file that names it.
    const home = folderFrom(root, htmlFolder);
    const page = joinUri(home, ...file.split(/[\\/]/));
    const bytes = await bytesOf(page);
    if (bytes === undefined) return noPage({ code: 'page-missing', data: { actual: file } });
    const find = (reference: string) => resolveUri(parentUri(page) ?? home, home, reference);
    const files: PageFiles = {
      url(reference) {
        const place = find(reference);
        return place === undefined ? undefined : show(place, home);
      },
      async read(reference) {
        const place = find(reference);
        return place === undefined ? undefined : bytesOf(place);
      },
      async exist(references) {
        const places = references.map(find);
        for (const place of places) if (place !== undefined) looked.add(plainUri(place));
        const there = await filesThere(
          world,
          places.filter((place) => place !== undefined),
        );
        let next = 0;
        return places.map((place) => place !== undefined && there[next++] === true);
      },
    };
    const { readOwnPage } = await import('../page/own/read-own-page.ts');
    return readOwnPage(bytes, slots, file, files);
  }

  async function of({ house, root }: WithPage, images: ImageBase | undefined): Promise<OwnPage | undefined> {
    const { html: file, htmlFolder, slots } = house.page;
    if (file === undefined || root === undefined) return undefined;
    const key = JSON.stringify([root, htmlFolder, file, slots, images]);
    const page = pages.get(key) ?? read({ house, root }, (place) => images && shown(place, images)).then(certain);
    pages.set(key, page);
    return page;
  }

  return {
    of,
    ofFile: (inForce, named) => read(inForce, named),
    async findings(inForce, text) {
      const page = await of(inForce, undefined);
      return page ? houseFindings(placePageFaults(text, page.faults)) : [];
    },
    changed(uris) {
      const gone = uris.map(plainUri);
      if (![...looked].some((one) => gone.some((uri) => one === uri || one.startsWith(`${uri}/`)))) return false;
      known.clear();
      pages.clear();
      looked.clear();
      return true;
    },
  };
}

function certain(page: OwnPage | undefined): OwnPage {
  return page ?? noPage();
}

/** Where the preview shows a file of the workspace. */
function shown(place: string, { root, base }: ImageBase): string | undefined {
  const folder = root.endsWith('/') ? root.slice(0, -1) : root;
  return place.startsWith(`${folder}/`) ? base + place.slice(folder.length) : undefined;
}
