import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../messages.ts';
import { sayForPrograms } from '../read-input.ts';
import type { Run } from '../run.ts';

/** `copydesk lsp`: the language server, which is a bundle of its own beside this one. Resolves when it ends. */
export async function lsp(run: Run): Promise<number> {
  const { say } = run;
  const server = new URL('./server.cjs', import.meta.url);
  if (!existsSync(server)) throw new UsageError(say('lsp-missing', { detail: fileURLToPath(server) }));
  sayForPrograms(run, 'copydesk lsp');
  // The server has only its arguments to read it from.
  process.argv.push(`--${run.values.locale === undefined ? 'usual' : 'asked'}-locale=${run.locale}`);
  // Not `import()`: code that was kept from an earlier run has no way to ask for modules.
  createRequire(import.meta.url)(fileURLToPath(server));
  // The server ends the process itself, when the client says `exit` or goes away.
  return new Promise(() => {});
}
