import type { CancellationToken, CodeAction } from 'vscode-languageserver';
import { resolveAction, unresolvedUri } from '../actions.ts';
import { everywhereOf, fixEverywhere } from '../fix-everywhere.ts';
import type { Session } from '../session.ts';

/** Works out the edits of an action that was chosen. */
export async function codeActionResolve(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const everywhere = everywhereOf(action);
  if (everywhere) {
    const edit = await fixEverywhere(session, everywhere, token);
    return edit ? { ...action, edit } : action;
  }
  const uri = unresolvedUri(action);
  const reviewed = uri === undefined ? undefined : await session.reviews.current(uri);
  return reviewed ? resolveAction(action, reviewed, session.client) : action;
}
