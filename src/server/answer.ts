import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** What a request is answered with when nobody waits for it any more. `data`: how far it came. */
export function cancelled<D = void>(data?: D): ResponseError<D> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled', data);
}

/**
 * The answer to a request. What a user asked for that is not there (a {@link RangeError}) is told in a sentence, not as
 * a crash.
 *
 * @param work looks at the token where it can stop
 * @param tellsHowFar whether it answers a cancellation itself, with what it has done; all others are answered at once
 */
export async function answer(work: () => unknown, token: CancellationToken, tellsHowFar = false): Promise<unknown> {
  if (token.isCancellationRequested) return cancelled();
  try {
    return await (tellsHowFar ? work() : Promise.race([cancellation(token), work()]));
  } catch (error) {
    if (error instanceof RangeError) return new ResponseError<void>(ErrorCodes.InvalidParams, error.message);
    throw error;
  }
}

function cancellation(token: CancellationToken): Promise<ResponseError<void>> {
  return new Promise((resolve) => void token.onCancellationRequested(() => resolve(cancelled())));
}
