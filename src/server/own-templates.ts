import { owningFolder } from '../newsroom/find-house.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { ownDialect } from '../newsroom/own-dialect.ts';
import { ownTemplates } from '../newsroom/own-templates.ts';
import { joinUri } from '../newsroom/uri.ts';
import { filesThere } from '../newsroom/world.ts';
import { numberedPath } from '../templates/index.ts';
import type { ForNewArticle } from './new-article.ts';
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
export async function forNewArticle(session: Session, uri: string | undefined): Promise<ForNewArticle> {
  const inForce = await session.houses.of(uri);
  const { reporter } = await session.settings(uri);
  const own = await ownTemplates(session.world, inForce);
  return { inForce, root: rootFor(session, inForce, uri), reporter, own, now: session.now() };
}

/**
 * The same for whoever begins an article where no house is: what it is begun with is in the reader's language, and a
 * reader of English is not taken to be in China.
 */
export function inReadersLanguage(session: Session, known: ForNewArticle): ForNewArticle {
  const { inForce } = known;
  if (inForce.file !== undefined || inForce.house.id !== 'plain' || session.locale() !== 'en') return known;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { ...known, inForce: { ...inForce, house: { ...inForce.house, language: 'en', timeZone } } };
}

/** The same, and how the newsroom writes its front matter. */
export async function withDialect({ world }: Session, known: ForNewArticle): Promise<ForNewArticle> {
  const texts = known.own.map(({ text }) => text);
  return { ...known, dialect: await ownDialect(world, known.inForce, texts, known.root) };
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
