import type { DocumentSymbol, DocumentSymbolParams } from 'vscode-languageserver';
import { frontMatterSymbols } from '../front-matter-view.ts';
import { houseOutline } from '../house-complete.ts';
import type { Session } from '../session.ts';

/** The fields of an article, the settings of a house file. */
export async function documentSymbol(
  session: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
): Promise<DocumentSymbol[]> {
  const role = await session.roleOf(uri);
  const text = session.documents.get(uri)?.getText();
  if (text === undefined) return [];
  if (role === 'house' || role === 'base-house') return houseOutline(text, session.locale());
  const article = role === 'article' ? session.reviews.parsed(uri) : undefined;
  return article ? frontMatterSymbols(article, (await session.houses.of(uri)).house, session.locale()) : [];
}
