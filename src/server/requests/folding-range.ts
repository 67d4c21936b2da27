import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { frontMatterFolds } from '../front-matter-view.ts';
import type { Session } from '../session.ts';

/** What of an article can be folded: its front matter, and fields of many lines. */
export async function foldingRange(
  session: Session,
  { textDocument: { uri } }: FoldingRangeParams,
): Promise<FoldingRange[]> {
  const article = (await session.roleOf(uri)) === 'article' ? session.reviews.parsed(uri) : undefined;
  return article ? frontMatterFolds(article) : [];
}
