import { articleEndings } from '../model/article-endings.ts';
import { houseFile, isArticleName } from './files.ts';
import type { GitIgnore } from './git-ignore.ts';
import { nameOf } from './uri.ts';
import type { World } from './world.ts';

/** What lies under a folder that is asked for. Uris, sorted. */
interface Listed {
  /** Files that end as articles do; whether they are some, their house and their text say. */
  readonly articles: readonly string[];
  /** Whatever is called as a house file is. */
  readonly houseFiles: readonly string[];
  /** Folders that may not be looked into. */
  readonly closed: readonly string[];
}

/** Lists what lies under a folder, without what git leaves out. */
export async function listArticles(
  world: Pick<World, 'findFiles'>,
  ignored: GitIgnore,
  folder: string,
): Promise<Listed> {
  const { files, closed } = await world.findFiles(folder, [...articleEndings, houseFile]);
  const articles: string[] = [];
  const houseFiles: string[] = [];
  for (const uri of [...files].sort()) {
    const isHouse = nameOf(uri) === houseFile;
    if (!(isHouse || (isArticleName(uri) && !nameOf(uri).startsWith('.'))) || (await ignored.leavesOut(uri, folder)))
      continue;
    (isHouse ? houseFiles : articles).push(uri);
  }
  const shut: string[] = [];
  for (const one of closed) if (one === folder || !(await ignored.leavesOut(`${one}/`, folder))) shut.push(one);
  return { articles, houseFiles, closed: shut };
}
