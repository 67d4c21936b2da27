import { houseFindings } from '../checks/house-file.ts';
import { placePageFaults } from '../house/page-faults.ts';
import type { Finding } from '../model/finding.ts';
import { LONGEST_PAGE_BYTES, noPage, type OwnPage, type PageFiles } from '../page/own/own-page.ts';
import type { HouseInForce } from './houses.ts';
import { folderFrom, joinUri, parentUri, plainUri, resolveUri } from './uri.ts';
import { filesInside, isInside, readText, type World } from './world.ts';

type WithPage = Pick<HouseInForce, 'house' | 'file'>;

/** Where files of a folder are shown: those under `root` under `base`. */
interface ShownFolder {
  /** A uri. */
  readonly root: string;
  /** The url that stands for it, without a slash at its end. */
  readonly base: string;
}

/** The newsroom's own page, read from its files. */
export interface OwnPages {
  /**
   * The page that a house shows its articles in; `undefined` where it has none.
   *
   * @param images where the preview shows files of the workspace; absent: none is shown
   */
  of(inForce: WithPage, images: ShownFolder | undefined): Promise<OwnPage | undefined>;
  /** The same for a file of its own: `named` says what stands for a file of the workspace, by its uri. */
  ofFile(inForce: WithPage, named: (file: string) => string): Promise<OwnPage | undefined>;
  /** What is wrong with it, at its place in the house file. */
  findings(inForce: WithPage, text: string): Promise<readonly Finding[]>;
  /** A page came, went or was edited, or a stylesheet; any, when absent. Returns whether any page was read of them. */
  changed(uris?: readonly string[]): boolean;
}

/** The pages that houses were read with, kept until something changes. The parser is loaded with the first of them. */
export function ownPages(world: Pick<World, 'readText' | 'readHead' | 'kinds' | 'realPlace'>): OwnPages {
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

  async function bytesInside(uri: string, folder: string): Promise<Uint8Array | undefined> {
    looked.add(plainUri(uri));
    return (await isInside(world, uri, folder)) ? bytesOf(uri) : undefined;
  }

  async function readBytes(uri: string): Promise<Uint8Array | undefined> {
    const bytes = await world.readHead(uri, LONGEST_PAGE_BYTES);
    if (bytes !== undefined) return bytes;
    // A client that gives no bytes has decoded the text.
    const text = await readText(world, uri);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  async function read(
    { house, file: houseFile }: WithPage,
    show: (place: string, root: string) => string | undefined,
  ): Promise<OwnPage | undefined> {
    const { html: file, htmlFolder, slots = {} } = house.page;
    const folder = houseFile && parentUri(houseFile);
    if (file === undefined || folder === undefined) return undefined;
    // The page lies with the house file that names it.
    const home = folderFrom(folder, htmlFolder);
    const page = joinUri(home, ...file.split(/[\\/]/));
    const bytes = await bytesInside(page, home);
    if (bytes === undefined) return noPage({ code: 'page-missing', data: { actual: file } });
    const find = (reference: string) => resolveUri(parentUri(page) ?? home, home, reference);
    const files: PageFiles = {
      url(reference) {
        const place = find(reference);
        return place === undefined ? undefined : show(place, home);
      },
      async read(reference) {
        const place = find(reference);
        return place === undefined ? undefined : bytesInside(place, home);
      },
      async exist(references) {
        const places = references.map(find);
        for (const place of places) if (place !== undefined) looked.add(plainUri(place));
        const there = await filesInside(
          world,
          places.filter((place) => place !== undefined),
          home,
        );
        let next = 0;
        return places.map((place) => place !== undefined && there[next++] === true);
      },
    };
    const { readOwnPage } = await import('../page/own/read-own-page.ts');
    return readOwnPage(bytes, slots, file, files);
  }

  async function of(
    { house, file: houseFile }: WithPage,
    images: ShownFolder | undefined,
  ): Promise<OwnPage | undefined> {
    const { html: file, htmlFolder, slots } = house.page;
    if (file === undefined || houseFile === undefined) return undefined;
    const key = JSON.stringify([houseFile, htmlFolder, file, slots, images]);
    const page =
      pages.get(key) ?? read({ house, file: houseFile }, (place) => images && shown(place, images)).then(certain);
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
      const gone = uris?.map(plainUri);
      if (gone && ![...looked].some((one) => gone.some((uri) => one === uri || one.startsWith(`${uri}/`))))
        return false;
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
function shown(place: string, { root, base }: ShownFolder): string | undefined {
  const folder = root.endsWith('/') ? root.slice(0, -1) : root;
  return place.startsWith(`${folder}/`) ? base + place.slice(folder.length) : undefined;
}
