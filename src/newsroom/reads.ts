import { endsAs, mayBeFolder } from './files.ts';
import { plainUri } from './uri.ts';
import type { World } from './world.ts';

/** A place at which something is otherwise than it was. */
export interface Moved {
  readonly uri: string;
  /** A file or folder came or went there; else its text or bytes are others. */
  readonly cameOrWent: boolean;
}

/** What somebody has read of the world so far. */
interface Reads {
  /** The world, each look at which is taken down. */
  readonly world: World;
  /** Whether what was read may have changed with any of these. */
  concernedBy(moved: readonly Moved[]): boolean;
}

/**
 * Takes down what is read, so that whoever keeps what came of it learns when it is stale: from what was read, not from
 * a list of what matters to whom.
 */
export function recording(world: World): Reads {
  /** Files that were read, there or not. */
  const contents = new Set<string>();
  /** Places at which was only looked what stands there. */
  const places = new Set<string>();
  /** Every folder above those, so that one that comes or goes is looked up, not held against each place. */
  const above = new Set<string>();
  /** Folders that were listed, by the endings that were asked for. */
  const lists = new Map<string, { readonly folder: string; readonly endings: readonly string[] }>();

  function note(set: Set<string>, uris: readonly string[]): void {
    for (const uri of uris) {
      const plain = plainUri(uri);
      set.add(plain);
      let slash = plain.lastIndexOf('/');
      for (; slash > 0 && !above.has(plain.slice(0, slash)); slash = plain.lastIndexOf('/', slash - 1))
        above.add(plain.slice(0, slash));
    }
  }

  function isConcerned({ uri, cameOrWent }: Moved): boolean {
    const plain = plainUri(uri);
    if (contents.has(plain)) return true;
    if (!cameOrWent) return false;
    if (places.has(plain) || above.has(plain)) return true;
    const inside = `${plain}/`;
    for (const { folder, endings } of lists.values()) {
      if (folder === plain || folder.startsWith(inside)) return true;
      const isListed = endsAs(plain, endings) || mayBeFolder(plain);
      if (isListed && plain.startsWith(`${folder}/`)) return true;
    }
    return false;
  }

  return {
    world: {
      ...world,
      readText(uri) {
        note(contents, [uri]);
        return world.readText(uri);
      },
      readHead(uri, bytes) {
        note(contents, [uri]);
        return world.readHead(uri, bytes);
      },
      kinds(uris) {
        note(places, uris);
        return world.kinds(uris);
      },
      findFiles(folder, endings) {
        const plain = plainUri(folder).replace(/\/$/, '');
        lists.set([plain, ...endings].join('\0'), { folder: plain, endings });
        return world.findFiles(folder, endings);
      },
    },
    concernedBy: (moved) => moved.some(isConcerned),
  };
}
