import { articleEndings } from '../model/article-endings.ts';
import { templatesFolder } from './files.ts';
import type { HouseInForce } from './houses.ts';
import { joinUri, nameOf } from './uri.ts';
import { readText, type World } from './world.ts';

/** A template that the newsroom keeps as a file. */
interface OwnTemplate {
  /** The file's name without its ending. */
  readonly id: string;
  readonly text: string;
}

/**
 * The templates of the newsroom itself: files of the `templates` folders beside its house file and those that it
 * extends, in order of their names; of two with one name the nearer.
 */
export async function ownTemplates(world: World, { root, folders }: HouseInForce): Promise<readonly OwnTemplate[]> {
  if (root === undefined) return [];
  const found = new Map<string, OwnTemplate>();
  for (const folder of folders) {
    const { files } = await world.findFiles(joinUri(folder, templatesFolder), articleEndings);
    const read = [...files].sort().map(async (file) => ({
      id: nameOf(file).replace(/\.[^.]*$/, ''),
      text: await readText(world, file),
    }));
    for (const { id, text } of await Promise.all(read))
      if (text !== undefined && !found.has(id) && /^[\w\p{Script=Han}.-]+$/u.test(id)) found.set(id, { id, text });
  }
  return [...found.values()];
}
