import type { CodeAction } from 'vscode-languageserver';
import { resolveAction, unresolvedUri } from '../actions.ts';
import type { Session } from '../session.ts';

/** Works out the edits of an action that was chosen. */
export async function codeActionResolve(session: Session, action: CodeAction): Promise<CodeAction> {
  const uri = unresolvedUri(action);
  const reviewed = uri === undefined ? undefined : await session.reviews.current(uri);
  return reviewed ? resolveAction(action, reviewed, session.client) : action;
}
