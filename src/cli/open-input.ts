import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from '../disk/decode.ts';
import { UsageError } from './messages.ts';
import { showPath } from './read-articles.ts';
import type { Run } from './run.ts';

/** The text of the one file that a command works on; `-` or nothing is standard input. Throws {@link UsageError}. */
export async function openInput(
  { io, say }: Run,
  operand: string | undefined,
): Promise<{ readonly path: string | undefined; readonly text: string }> {
  const path = operand === undefined || operand === '-' ? undefined : resolve(io.cwd, operand);
  const shown = path === undefined ? '<stdin>' : showPath(path, io.cwd);
  let bytes: Uint8Array;
  try {
    bytes = path === undefined ? await io.readStdin() : readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UsageError(say('not-found', { path: shown }));
    }
    throw new UsageError(
      `${shown}: ${say('unreadable', { detail: error instanceof Error ? error.message : String(error) })}`,
    );
  }
  const decoded = decode(bytes);
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

/** The house file that `--house` names, as an absolute path; `undefined` when it is to be looked for. */
export function namedHouse({ io, values }: Run): string | undefined {
  return values.house === undefined ? undefined : resolve(io.cwd, values.house);
}
