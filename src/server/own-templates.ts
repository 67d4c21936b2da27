import { articleEndings, templatesFolder } from '../newsroom/files.ts';
import { joinUri, nameOf } from '../newsroom/uri.ts';
import { filesThere, readText } from '../newsroom/world.ts';
import { type HouseTemplate, numberedPath } from '../templates/index.ts';
import type { Desk } from './desk.ts';
import { type HouseInForce, owningFolder } from './houses.ts';
import type { NewFile } from './protocol.ts';
import type { Session } from './session.ts';

/** How many file names are tried at a time. */
const batch = 20;

/** The folder that a newsroom's files go to: the house's, else the workspace's. */
export function rootFor(session: Session, inForce: HouseInForce, uri: string | undefined): string | undefined {
  const folders = session.folders();
  return inForce.root ?? (uri === undefined ? undefined : owningFolder(folders, uri)) ?? folders[0];
}

/** What is known when an article is begun beside a document, or nowhere in particular. */
export async function deskAt(session: Session, uri: string | undefined): Promise<Desk> {
  const inForce = await session.houses.of(uri);
  const { reporter } = await session.settings(uri);
  const own = await ownTemplates(session, inForce);
  return { inForce, root: rootFor(session, inForce, uri), reporter, own, now: session.now() };
}

/** The Markdown files of the house's `templates` folder, and of those of the houses that it extends. */
async function ownTemplates(session: Session, { folders }: HouseInForce): Promise<readonly HouseTemplate[]> {
  const found = new Map<string, HouseTemplate>();
  for (const folder of folders) {
    const { files } = await session.world.findFiles(joinUri(folder, templatesFolder), articleEndings);
    const read = files.map(async (file) => ({
      id: nameOf(file).replace(/\.[^.]*$/, ''),
      text: await readText(session.world, file),
    }));
    // Of two with one name the nearer is meant.
    for (const { id, text } of await Promise.all(read))
      if (text !== undefined && !found.has(id) && /^[\w\p{Script=Han}.-]+$/u.test(id)) found.set(id, { id, text });
  }
  return [...found.values()];
}

/** A new file with a path that no file has yet. */
export async function free({ world }: Session, file: NewFile): Promise<NewFile> {
  const { root } = file;
  if (root === undefined) return file;
  for (let number = 1; ; number += batch) {
    const paths = Array.from({ length: batch }, (_, index) => numberedPath(file.path, number + index));
    const there = await filesThere(
      world,
      paths.map((path) => joinUri(root, ...path.split('/'))),
    );
    const path = paths.find((_, index) => there[index] !== true);
    if (path !== undefined) return { ...file, path };
  }
}
