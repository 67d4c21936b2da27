import { resolve } from 'node:path';
import { decode } from '../disk/decode.ts';
import { readBytes } from '../disk/disk.ts';
import { UsageError } from './messages.ts';
import { readInput } from './read-input.ts';
import type { Run } from './run.ts';
import { showPath } from './shown-path.ts';

/** The text of the one file that a command works on; `-` or nothing is standard input. Throws {@link UsageError}. */
export async function openInput(
  run: Run,
  operand: string | undefined,
): Promise<{ readonly path: string | undefined; readonly text: string }> {
  const { io, say } = run;
  const path = operand === undefined || operand === '-' ? undefined : resolve(io.cwd, operand);
  const shown = path === undefined ? '<stdin>' : showPath(path, io.cwd);
  const read = path === undefined ? { bytes: await readInput(run) } : readBytes(path);
  if (read === undefined) throw new UsageError(say('not-found', { path: shown }));
  if ('refused' in read) throw new UsageError(`${shown}: ${say('unreadable', { detail: say(read.refused) })}`);
  const decoded = decode(read.bytes);
  switch (decoded.kind) {
    case 'binary':
      throw new UsageError(`${shown}: ${say('binary')}`);
    case 'damaged':
      throw new UsageError(`${shown}: ${say('encoding-damaged', { line: decoded.line })}`);
    case 'foreign':
      throw new UsageError(`${shown}: ${say('encoding-foreign', { encoding: decoded.encoding.toUpperCase() })}`);
    case 'unknown':
      throw new UsageError(`${shown}: ${say('encoding-unknown')}`);
    case 'text':
      if (decoded.encoding === 'gb18030') io.stderr.write(`copydesk: ${shown}: ${say('encoding-gb18030')}\n`);
      return { path, text: decoded.text };
  }
}
