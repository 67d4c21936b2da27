import { joinUri } from '../../src/newsroom/uri.ts';
import type { World } from '../../src/newsroom/world.ts';
import type { Archive } from './archives.ts';

/** Where the archive of a test lies. */
export const folder = 'memory:/archive';

/** A world that holds an archive and nothing else. */
export function worldOf(archive: Archive): World {
  const files = new Map(Object.entries(archive).map(([path, text]) => [joinUri(folder, ...path.split('/')), text]));
  return {
    readText(uri) {
      const text = files.get(uri);
      return text === undefined ? undefined : { text };
    },
    readHead: () => undefined,
    kinds: (uris) =>
      uris.map((uri) =>
        files.has(uri) ? 'file' : [...files.keys()].some((file) => file.startsWith(`${uri}/`)) ? 'folder' : undefined,
      ),
    findFiles: (top, endings) => ({
      files: [...files.keys()].filter(
        (uri) => uri.startsWith(`${top}/`) && endings.some((ending) => uri.endsWith(ending)),
      ),
      closed: [],
    }),
  };
}
