import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { frontMatterSymbols } from '../front-matter-view.ts';
import { houseOutline } from '../house-complete.ts';
import type { Session } from '../session.ts';

/** The fields of an article, the settings of a house file; one after the other where the client knows no levels. */
export async function documentSymbol(
  session: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const symbols = await symbolsOf(session, uri);
  return session.client.nestedSymbols ? symbols : flat(uri, symbols);
}

async function symbolsOf(session: Session, uri: string): Promise<DocumentSymbol[]> {
  const role = await session.roleOf(uri);
  const text = session.documents.get(uri)?.getText();
  if (text === undefined) return [];
  if (role === 'house' || role === 'base-house') return houseOutline(text, session.locale());
  const article = role === 'article' ? session.reviews.parsed(uri) : undefined;
  return article ? frontMatterSymbols(article, (await session.houses.of(uri)).house, session.locale()) : [];
}

function flat(uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flat(uri, children, name),
  ]);
}
