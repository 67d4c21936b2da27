import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { DeskRequests } from '../protocol.ts';
import type { Session } from '../session.ts';

/** Answers one kind of request from what the session knows. Long work looks at the token now and then. `E`: what goes with an error. */
export type Handler<P, R, E = unknown> = (
  session: Session,
  params: P,
  token: CancellationToken,
) => Promise<R | ResponseError<E>> | R | ResponseError<E>;

/** Answers one of the extension's own. */
export type DeskHandler<M extends keyof DeskRequests, E = unknown> = Handler<
  DeskRequests[M]['params'],
  DeskRequests[M]['result'],
  E
>;
