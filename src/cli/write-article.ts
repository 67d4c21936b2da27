import { join } from 'node:path';
import type { HouseInForce } from '../newsroom/houses.ts';
import { numberedPath } from '../templates/index.ts';
import { rootOf } from './houses.ts';
import { UsageError } from './messages.ts';
import { notWritten } from './not-written.ts';
import type { Run } from './run.ts';
import { showPath } from './shown-path.ts';
import { writeNew } from './write-file.ts';

/** How many articles of one name there may be. */
const most = 999;

/**
 * Writes a new article where the house keeps it, under the house's folder or else the working folder. An article that
 * is there already is never touched: the new one gets a number. Prints the path. Throws {@link UsageError} when it
 * cannot be written.
 *
 * @param path relative, with `/`
 */
export function writeArticle({ io, say }: Run, at: HouseInForce, path: string, text: string): void {
  const root = rootOf(at) ?? io.cwd;
  const wanted = showPath(join(root, path), io.cwd);
  for (let number = 1; number <= most; number++) {
    const place = join(root, numberedPath(path, number));
    const shown = showPath(place, io.cwd);
    const failed = writeNew(place, Buffer.from(text));
    if (failed?.kind === 'changed') continue;
    if (failed !== undefined) throw notWritten(shown, failed, say);
    if (number > 1) io.stderr.write(`copydesk: ${say('renumbered', { wanted, path: shown })}\n`);
    io.stdout.write(`${shown}\n`);
    return;
  }
  throw new UsageError(`${wanted}: ${say('write-failed', { detail: 'EEXIST' })}`);
}
