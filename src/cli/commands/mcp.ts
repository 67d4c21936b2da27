import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindAt } from '../../disk/disk.ts';
import { offeredIn } from '../mcp/offered.ts';
import type * as Stdio from '../mcp/stdio.ts';
import { UsageError } from '../messages.ts';
import { sayForPrograms } from '../read-input.ts';
import { exitCodes, type Run } from '../run.ts';

/** `copydesk mcp`: the newsroom's tools for agents, over standard input and output. Resolves when the client hangs up. */
export async function mcp(run: Run): Promise<number> {
  const { io, say, operands } = run;
  const root = resolve(io.cwd, operands[0] ?? '.');
  if (kindAt(root) !== 'folder') throw new UsageError(say('no-folder', { path: operands[0] ?? '.' }));
  const bundle = fileURLToPath(new URL('./mcp.cjs', import.meta.url));
  if (!existsSync(bundle)) throw new UsageError(say('mcp-missing', { detail: bundle }));
  // Not `import()`: code that was kept from an earlier run has no way to ask for modules.
  const { serveStdio }: typeof Stdio = createRequire(import.meta.url)(bundle);
  sayForPrograms(run, 'copydesk mcp');
  await serveStdio(offeredIn(run, root));
  return exitCodes.clean;
}
