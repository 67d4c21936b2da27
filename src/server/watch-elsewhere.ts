import { owningFolder } from '../newsroom/find-house.ts';
import { parentUri } from '../newsroom/uri.ts';
import type { askToBeToldOf } from './capabilities.ts';

type Interest = Parameters<typeof askToBeToldOf>[3];

/** Follows folders outside the opened ones, of which a client tells only when it is asked to. */
export interface ElsewhereWatch {
  /** A house was read from there; `isFolder`: the folder was looked through. */
  read(uri: string, isFolder: boolean): void;
  /** A house file may come to lie above an opened folder, where nothing has been read yet. */
  above(): void;
}

/**
 * @param ask asks the client, once for each folder and interest
 * @param folders the opened folders, as uris
 * @param isTrusted whether what lies above them may be read
 */
export function elsewhereWatch(
  ask: (folder: string, interest: Interest) => void,
  folders: () => readonly string[],
  isTrusted: () => boolean,
): ElsewhereWatch {
  const asked = new Set<string>();
  function once(folder: string, interest: Interest): void {
    const key = `${interest} ${folder}`;
    if (asked.has(key)) return;
    asked.add(key);
    ask(folder, interest);
  }
  return {
    read(uri, isFolder) {
      const folder = isFolder ? uri : parentUri(uri);
      if (folder !== undefined && owningFolder(folders(), uri) === undefined)
        once(folder, isFolder ? 'listed' : 'read');
    },
    above() {
      if (!isTrusted()) return;
      for (const folder of folders())
        for (let above = parentUri(folder); above !== undefined; above = parentUri(above))
          if (owningFolder(folders(), above) === undefined) once(above, 'above');
    },
  };
}
