import { houseFile } from './files.ts';
import { joinUri, parentUri, relativePath } from './uri.ts';
import type { Kind, World } from './world.ts';

/** What is opened: the folders of an editor, the working folder of a command line. */
export interface Opened {
  /** Uris. */
  folders(): readonly string[];
  /** Whether what lies above the opened folders may be read: the user trusts them. */
  isTrusted(): boolean;
}

/** Where a document stands in its newsroom. */
interface HousePlace {
  /** The nearest house file, going up from the document; what stands there may be no file that can be read. */
  readonly file: string | undefined;
  /**
   * The folder of the newsroom as a whole: that of the outermost house file, or the repository, whichever is wider.
   * The same whichever folder is opened.
   */
  readonly top: string | undefined;
  /** A house file above the opened folder, which would hold if the folder were trusted. */
  readonly unread: string | undefined;
}

/** Finds house files. What stands where is looked up once, until something changes. */
interface HouseFinder {
  /** `uri`: of a document, or of a folder with a slash at its end; `undefined` for a text from nowhere. */
  find(uri: string | undefined): Promise<HousePlace>;
  /** A house file came or went, or folders were opened. */
  changed(): void;
}

const nowhere: HousePlace = { file: undefined, top: undefined, unread: undefined };

/** The opened folder that holds a document: the innermost, where one lies in another. */
export function owningFolder(folders: readonly string[], uri: string): string | undefined {
  return folders.filter((folder) => relativePath(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
}

export function houseFinder(world: Pick<World, 'kinds'>, opened: Opened): HouseFinder {
  let kinds = new Map<string, Kind | undefined>();
  let places = new Map<string, Promise<HousePlace>>();

  /** What stands at each of `uris`; those that are not known yet are asked for together. */
  async function look(uris: readonly string[]): Promise<(uri: string) => Kind | undefined> {
    // What was asked before a change is of no use after it.
    const mine = kinds;
    const unknown = uris.filter((uri) => !mine.has(uri));
    if (unknown.length > 0) {
      const found = await world.kinds(unknown);
      for (const [index, uri] of unknown.entries()) mine.set(uri, found[index]);
    }
    return (uri) => mine.get(uri);
  }

  async function above(folder: string, owner: string | undefined): Promise<HousePlace> {
    const up: string[] = [];
    for (let here: string | undefined = folder; here !== undefined; here = parentUri(here)) up.push(here);
    const kindOf = await look(up.flatMap((one) => [joinUri(one, houseFile), joinUri(one, '.git')]));
    const held = up.filter((one) => kindOf(joinUri(one, houseFile)) !== undefined);
    const isOpen = (one: string): boolean => opened.isTrusted() || owner === undefined || one.length >= owner.length;
    const read = held.filter(isOpen);
    const repository = up.find((one) => isOpen(one) && kindOf(joinUri(one, '.git')) !== undefined);
    const nearest = read[0];
    const unread = nearest === undefined ? held[0] : undefined;
    return {
      file: nearest && joinUri(nearest, houseFile),
      top: wider(read.at(-1), repository),
      unread: unread && joinUri(unread, houseFile),
    };
  }

  /** A new document has no folder yet: the newsroom that is open is the one that it is written for. */
  async function inOpened(): Promise<HousePlace> {
    for (const folder of opened.folders()) {
      const found = await inFolder(folder, folder);
      if (found.file !== undefined) return found;
    }
    return nowhere;
  }

  function inFolder(folder: string, owner: string | undefined): Promise<HousePlace> {
    const known = places.get(folder) ?? above(folder, owner);
    places.set(folder, known);
    return known;
  }

  return {
    find(uri) {
      const folders = opened.folders();
      const folder =
        uri === undefined
          ? undefined
          : uri.endsWith('/')
            ? parentUri(uri) === undefined
              ? uri
              : uri.slice(0, -1)
            : folders.includes(uri)
              ? uri
              : parentUri(uri);
      return uri === undefined || folder === undefined ? inOpened() : inFolder(folder, owningFolder(folders, uri));
    },
    changed() {
      kinds = new Map();
      places = new Map();
    },
  };
}

/** The wider of two folders of which one holds the other. */
export function wider(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.length <= other.length ? one : other;
}
