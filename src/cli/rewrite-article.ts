import { encode } from '../disk/decode.ts';
import type { MendedFile } from './mend-article.ts';
import { whyNotWritten } from './not-written.ts';
import type { Note } from './report.ts';
import type { Run } from './run.ts';
import { replaceFile } from './write-file.ts';

/** Writes the new text of an article in its own encoding; a note where its file stays as it was. */
export function rewriteArticle(read: MendedFile, text: string, { say }: Pick<Run, 'say'>): Note | undefined {
  const { path } = read;
  if (path === undefined) return undefined;
  const note = (code: string, message: string): Note => ({ path: read.shown, code, message, failed: true });
  if (!read.isCertain) return note('encoding-uncertain', say('encoding-uncertain'));
  const bytes = encode(text, read.encoding);
  const same = encode(read.text, read.encoding);
  // An encoding with two codes for one character would change bytes that no fix meant.
  if (bytes === undefined || same === undefined || Buffer.compare(same, read.bytes) !== 0) {
    return note('encoding-not-written', say('encoding-not-written', { encoding: read.encoding.toUpperCase() }));
  }
  const failure = replaceFile(path, read.bytes, bytes);
  switch (failure?.kind) {
    case undefined:
      return undefined;
    case 'read-only':
      return note('read-only', say('write-read-only'));
    case 'changed':
      return note('changed', say('write-changed'));
    case 'owner':
      return note('owner', say('write-owner'));
    case 'linked':
      return note('linked', say('write-linked', { path: read.shown }));
    case 'failed':
      return note('not-written', say('write-failed', { detail: whyNotWritten(failure, say) }));
  }
}
