import { type SeenFile, scalarTexts } from './see-file.ts';
import { nearlyAll, share, type Tally, tally } from './tally.ts';

/**
 * By the columns of an archive the folder in which the articles of each lie: 政务 in `zhengwu/`, News in `news/`. Empty
 * where columns have no folder each.
 *
 * @param column the key of the field that names the column
 */
export function seeColumnFolders(files: readonly SeenFile[], column: string): ReadonlyMap<string, string> {
  const placed = files.flatMap(({ path, fields }) => {
    const [value] = scalarTexts(fields.get(column));
    return value === undefined ? [] : [{ value, path, folders: path.split('/').slice(0, -1) }];
  });
  const deepest = Math.max(0, ...placed.map(({ folders }) => folders.length));
  for (let depth = 0; depth < deepest; depth++) {
    const found = atDepth(
      placed.flatMap(({ value, path, folders }) => {
        const folder = folders[depth];
        return folder === undefined ? [] : [{ value, path, folder }];
      }),
      placed.length,
    );
    if (found.size > 0) return found;
  }
  return new Map();
}

interface Placed {
  readonly value: string;
  readonly path: string;
  readonly folder: string;
}

function atDepth(placed: readonly Placed[], total: number): ReadonlyMap<string, string> {
  const none: ReadonlyMap<string, string> = new Map();
  if (share(placed.length, total) < nearlyAll) return none;
  const byValue = new Map<string, Tally<string>>();
  const byFolder = new Map<string, Tally<string>>();
  for (const { value, path, folder } of placed) {
    const folders = byValue.get(value) ?? tally<string>();
    byValue.set(value, folders);
    folders.add(folder, path);
    const values = byFolder.get(folder) ?? tally<string>();
    byFolder.set(folder, values);
    values.add(value, path);
  }
  const found = new Map<string, string>();
  let mine = 0;
  for (const [value, folders] of byValue) {
    const [folder] = folders.sorted();
    if (folder === undefined || byFolder.get(folder.value)?.sorted()[0]?.value !== value) continue;
    found.set(value, folder.value);
    mine += folder.count;
  }
  return found.size >= 2 && share(mine, placed.length) >= nearlyAll ? found : none;
}
