import { type Say, UsageError } from './messages.ts';
import { refusalOf } from './refusals.ts';
import type { NotWritten } from './write-file.ts';

/** Why a file was not written, as a part of a sentence; an error of which we know no more, in the system's words. */
export function whyNotWritten({ detail, code = '' }: Pick<NotWritten, 'code' | 'detail'>, say: Say): string {
  const refusal = refusalOf[code];
  return refusal === undefined ? detail : say(refusal, { code });
}

/** The error with which a command ends that could not write `shown`. */
export function notWritten(shown: string, failed: Pick<NotWritten, 'code' | 'detail'>, say: Say): UsageError {
  return new UsageError(`${shown}: ${say('write-failed', { detail: whyNotWritten(failed, say) })}`);
}
