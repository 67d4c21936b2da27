import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { codeActions, houseActions, wants } from '../actions.ts';
import { bylineAction } from '../byline-action.ts';
import { everywhereActions } from '../fix-everywhere.ts';
import { frontMatterActions } from '../front-matter-actions.ts';
import type { Session } from '../session.ts';
import { teachActions } from '../teach-actions.ts';

/** What can be done about a range. */
export async function codeAction(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const role = await session.roleOf(uri);
  const document = session.documents.get(uri);
  if (!document) return [];
  const asker = { locale: session.locale(), client: session.client };
  if (role === 'house' || role === 'base-house' || role === 'staff' || role === 'terms')
    return houseActions(session.houses.faults(uri), document, range, context, asker);
  const reviewed = role === 'article' ? await session.reviews.current(uri) : undefined;
  if (!reviewed || reviewed.version !== document.version) return [];
  const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const quick = codeActions(reviewed, at, context, asker);
  const byline = wants(context, CodeActionKind.QuickFix)
    ? bylineAction(reviewed, at, context.diagnostics, asker)
    : undefined;
  // What mends the byline as a whole is offered once, under the name that says the result.
  const others = byline ? quick.filter(({ edit }) => JSON.stringify(edit) !== JSON.stringify(byline.edit)) : quick;
  const taught = wants(context, CodeActionKind.QuickFix) ? await teachActions(session, reviewed, at, context) : [];
  const inFields = frontMatterActions(reviewed, at, context.only, asker);
  const everywhere = everywhereActions(session, reviewed, at, context);
  return [...(byline ? [byline] : []), ...others, ...everywhere, ...taught, ...inFields];
}
