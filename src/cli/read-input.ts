import type { Run } from './run.ts';

/** All of standard input; whoever would have to type it is told so, and how to end. */
export function readInput({ io, say }: Pick<Run, 'io' | 'say'>): Promise<Uint8Array> {
  if (io.isInputTTY === true) io.stderr.write(`copydesk: ${say('reading-keyboard')}\n`);
  return io.readStdin();
}

/** Tells somebody at a terminal that a command talks to programs, not to people. */
export function sayForPrograms({ io, say }: Pick<Run, 'io' | 'say'>, command: string): void {
  if (io.isInputTTY === true) io.stderr.write(`copydesk: ${say('for-programs', { command })}\n`);
}
