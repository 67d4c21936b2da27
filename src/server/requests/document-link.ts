import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { owningFolder } from '../../newsroom/find-house.ts';
import { parentUri, resolveUri } from '../../newsroom/uri.ts';
import { frontMatterLinks } from '../front-matter-view.ts';
import type { Session } from '../session.ts';

/** The files and addresses that an article's front matter names. */
export async function documentLink(
  session: Session,
  { textDocument: { uri } }: DocumentLinkParams,
): Promise<DocumentLink[]> {
  const article = (await session.roleOf(uri)) === 'article' ? session.reviews.parsed(uri) : undefined;
  if (!article) return [];
  const inForce = await session.houses.of(uri);
  const folder = parentUri(uri);
  const root = owningFolder(session.folders(), uri) ?? inForce.root;
  // What starts at the site's root lies where the review found it.
  const found = (await session.reviews.current(uri))?.facts.places;
  return frontMatterLinks(article, inForce.house, (path) =>
    folder === undefined || root === undefined ? undefined : (found?.get(path) ?? resolveUri(folder, root, path)),
  );
}
