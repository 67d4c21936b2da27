import { suggestion } from '../arguments.ts';
import { completionsFor, shells } from '../completions.ts';
import { UsageError } from '../messages.ts';
import { exitCodes, type Run } from '../run.ts';

/** `copydesk completions`: prints the script that teaches a shell to complete. Returns the exit code. */
export async function completions({ io, say, locale, operands: [asked = ''] }: Run): Promise<number> {
  const shell = shells.find((name) => name === asked);
  if (shell === undefined) {
    const near = suggestion(asked, shells, say);
    throw new UsageError(say('unknown-shell', { shell: asked, shells: shells.join(', '), suggestion: near }));
  }
  io.stdout.write(completionsFor(shell, locale));
  return exitCodes.clean;
}
