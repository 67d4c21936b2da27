import { resolve } from 'node:path';
import { notWritten } from './not-written.ts';
import type { Run } from './run.ts';
import { writeWhole } from './write-file.ts';

/** Writes a report whole or not at all. Throws {@link UsageError} where it cannot be written. */
export function writeReport(file: string, text: string | Iterable<string>, { io, say }: Run): void {
  const bytes = Buffer.from(typeof text === 'string' ? text : [...text].join(''));
  const failed = writeWhole(resolve(io.cwd, file), bytes);
  if (failed !== undefined) throw notWritten(file, failed, say);
}
