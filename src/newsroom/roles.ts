import { houseFile, isArticleName, isDataName, staffFile, templatesFolder, termsFile } from './files.ts';
import { type Opened, owningFolder } from './find-house.ts';
import type { Houses } from './houses.ts';
import { joinUri, nameOf, plainUri } from './uri.ts';
import type { World } from './world.ts';

/** What a file is to the newsroom, besides an article: `base` is a house file that others extend, whatever its name. */
type FileRole = 'house' | 'base' | 'staff' | 'terms' | 'schema' | 'page' | 'template';

/** Which files are what to the houses of a newsroom. */
interface FileRoles {
  /**
   * What a file is; `undefined` for an article or anything else. Reads the house that holds for it, and for files of data, which
   * a house may name, every house of the opened folder, once.
   */
  of(uri: string): Promise<FileRole | undefined>;
  /** The same by what is known so far, without waiting. */
  now(uri: string): FileRole | undefined;
  /** Files came or went: houses are looked for anew. */
  changed(): void;
}

export function fileRoles(houses: Houses, world: Pick<World, 'findFiles'>, opened: Opened): FileRoles {
  let looked = new Map<string, Promise<void>>();

  async function lookAt(folder: string): Promise<void> {
    const { files } = await world.findFiles(folder, [houseFile]);
    for (const file of files) await houses.resolved(file);
  }

  function now(uri: string): FileRole | undefined {
    const name = nameOf(uri);
    if (name === houseFile) return 'house';
    if (name === staffFile) return 'staff';
    if (name === termsFile) return 'terms';
    const plain = plainUri(uri);
    if (houses.isBase(uri)) return 'base';
    for (const { folder, companions } of houses.known()) {
      const named = companions.find((one) => plainUri(one.uri) === plain);
      if (named) return named.role;
      if (isArticleName(name) && plain.startsWith(`${plainUri(joinUri(folder, templatesFolder))}/`)) return 'template';
    }
    return undefined;
  }

  return {
    now,
    async of(uri) {
      const known = now(uri);
      if (known !== undefined) return known;
      await houses.of(uri);
      const owner = owningFolder(opened.folders(), uri);
      if (owner !== undefined && isDataName(uri)) {
        const looking = looked.get(owner) ?? lookAt(owner);
        looked.set(owner, looking);
        await looking;
      }
      return now(uri);
    },
    changed() {
      looked = new Map();
    },
  };
}
