import { resolve } from 'node:path';
import { housesOf } from './houses.ts';
import { UsageError } from './messages.ts';
import { type ReadArticle, readSource } from './read-articles.ts';
import type { Run } from './run.ts';

/** The one article that a command works on. Throws {@link UsageError} where there is none that can be read. */
export async function articleAt(operand: string, run: Run): Promise<ReadArticle> {
  const path = resolve(run.io.cwd, operand);
  const { read, notes } = await readSource({ path, named: true }, run, housesOf(run));
  const failed = notes.find((note) => note.failed);
  if (failed) throw new UsageError(`${failed.path}: ${failed.message}`);
  if (read === undefined) throw new UsageError(run.say('not-found', { path: operand }));
  return read;
}
