import type { Hover, HoverParams } from 'vscode-languageserver';
import { houseHover } from '../house-complete.ts';
import { hoverAt } from '../hover.ts';
import { staffHover } from '../people.ts';
import type { Session } from '../session.ts';

/** What the word under the cursor means, and what was found there. */
export async function hover(session: Session, { textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
  const role = await session.roleOf(uri);
  const document = session.documents.get(uri);
  if (!document) return null;
  const offset = document.offsetAt(position);
  const locale = session.locale();
  if (role === 'staff') return staffHover(document.getText(), offset, locale) ?? null;
  if (role === 'house' || role === 'base-house') return houseHover(session, uri, document.getText(), offset, locale);
  if (role !== 'article') return null;
  const reviewed = await session.reviews.current(uri);
  return reviewed?.isArticle ? hoverAt(reviewed, offset, locale, session.client.commands) : null;
}
