import { inLocale } from '../../model/finding.ts';
import { importPage } from '../../templates/import.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { openInput } from '../open-input.ts';
import { dialectFor } from '../own-dialect.ts';
import type { Run } from '../run.ts';
import { showPath } from '../shown-path.ts';
import { writeArticle } from '../write-article.ts';

/** `copydesk import`: turns a page's text into an article. Returns the exit code. */
export async function importCommand(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const { path, text } = await openInput(run, operands[0]);
  if (text.trim() === '')
    throw new UsageError(say('import-empty', { path: path === undefined ? '<stdin>' : showPath(path, io.cwd) }));
  const at = await housesOf(run).required(io.cwd);
  const imported = importPage(text, at.house, { now: io.now(), dialect: await dialectFor(at, io.cwd) });
  for (const note of imported.notes) io.stderr.write(`copydesk: ${inLocale(note, locale)}\n`);
  if (values.stdout === true) io.stdout.write(imported.text);
  else writeArticle(run, at, imported.path, imported.text);
  return 0;
}
