import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** Folders to look at, absolute. */
export interface Watched {
  /** With all that lies in them. */
  readonly deep: readonly string[];
  /** Their own files alone. */
  readonly flat: readonly string[];
}

/**
 * Tells of each file that changes, by absolute path, until it is stopped; a folder that cannot be watched is left out.
 * The first Ctrl+C, or a request to end, is told by `ended`; a second one ends the program.
 *
 * @returns how to stop
 */
export function watchFolders({ deep, flat }: Watched, changed: (path: string) => void, ended: () => void): () => void {
  const watchers: FSWatcher[] = [];
  const look = (folder: string, recursive: boolean): void => {
    try {
      const watcher = watch(folder, { recursive }, (_, name) => changed(name === null ? folder : join(folder, name)));
      // A folder that goes away is no fault.
      watcher.on('error', () => watcher.close());
      watchers.push(watcher);
    } catch {
      // As above.
    }
  };
  for (const folder of deep) look(folder, true);
  for (const folder of flat) look(folder, false);
  process.once('SIGINT', ended);
  process.once('SIGTERM', ended);
  return () => {
    process.off('SIGINT', ended);
    process.off('SIGTERM', ended);
    for (const watcher of watchers) watcher.close();
  };
}
