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
  return frontMatterLinks(article, inForce.house, (path) =>
    folder === undefined || root === undefined ? undefined : resolveUri(folder, root, path),
  );
}
