import { endsAs } from '../newsroom/files.ts';
import { joinUri, nameOf, relativePath } from '../newsroom/uri.ts';
import type { Kind, World } from '../newsroom/world.ts';

/** The folder of a newsroom that is held in memory. */
export const memoryRoot = 'memory:/newsroom';

/** The uri of a path of such a newsroom. `./a.md` and `a.md` are one. */
export function memoryUri(path: string): string {
  return joinUri(memoryRoot, ...path.split(/[\\/]/).filter((part) => part !== '' && part !== '.'));
}

/** Files in memory as a world, by path with `/`: texts, or bytes of what is no text. */
export function memoryWorld(files: Readonly<Record<string, string | Uint8Array>>): World {
  const byUri = new Map(Object.entries(files).map(([path, content]) => [memoryUri(path), content]));
  const kindOf = (uri: string): Kind | undefined => {
    if (byUri.has(uri)) return 'file';
    return [...byUri.keys()].some((file) => file.startsWith(`${uri}/`)) ? 'folder' : undefined;
  };
  return {
    readText(uri) {
      const content = byUri.get(uri);
      if (content === undefined) return undefined;
      return typeof content === 'string' ? { text: content } : { refused: 'not-text' };
    },
    readHead(uri, bytes) {
      const content = byUri.get(uri);
      return content instanceof Uint8Array ? content.subarray(0, bytes) : undefined;
    },
    kinds: (uris) => uris.map(kindOf),
    findFiles(folder, endings) {
      const suffixes = endings.filter((ending) => ending.startsWith('.'));
      const found = [...byUri.keys()].filter((uri) => {
        const path = relativePath(folder, uri);
        if (path === undefined || path === '') return false;
        const above = path.split('/').slice(0, -1);
        if (above.some((part) => part.startsWith('.') || part === 'node_modules')) return false;
        return endings.includes(nameOf(uri)) || endsAs(uri, suffixes);
      });
      return { files: found, closed: [] };
    },
  };
}
