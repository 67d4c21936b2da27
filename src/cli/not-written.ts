import { type Say, UsageError } from './messages.ts';
import { refusalOf, refusalOfKind } from './refusals.ts';
import type { NotWritten } from './write-file.ts';

/** Why a file was not written, as a part of a sentence; an error of which we know no more, in the system's words. */
export function whyNotWritten({ kind, detail, code = '' }: NotWritten, say: Say): string {
  const refusal = kind === 'failed' ? refusalOf[code] : refusalOfKind[kind];
  return refusal === undefined ? detail : say(refusal, { code });
}

/** The error with which a command ends that could not write `shown`. */
export function notWritten(shown: string, failed: NotWritten, say: Say): UsageError {
  return new UsageError(`${shown}: ${say('write-failed', { detail: whyNotWritten(failed, say) })}`);
}
