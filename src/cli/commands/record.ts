import { resolve } from 'node:path';
import { recordPage } from '../../desk/record-page.ts';
import { disk } from '../../disk/disk.ts';
import { countCharacters } from '../../engine/characters.ts';
import { parseArticle } from '../../model/parse.ts';
import { recordPlace } from '../../newsroom/record.ts';
import { readText } from '../../newsroom/world.ts';
import { articleAt } from '../article-at.ts';
import { exitCodes, type Run } from '../run.ts';
import { writeOutput } from '../write-output.ts';

/** `copydesk record`: the record of one article (稿件处理单) as a page to print. Returns the exit code. */
export async function record(run: Run): Promise<number> {
  const { io, values, operands, locale } = run;
  const read = await articleAt(operands[0] ?? '', run);
  const { inForce } = read;
  const article = parseArticle(read.text);
  const place = recordPlace(read.uri, inForce.house);
  const file = place === undefined ? undefined : await readText(disk, place);
  const characters = article.passages.reduce((sum, { prose }) => sum + countCharacters(prose.rendered), 0);
  const page = recordPage(article, inForce.house, { path: read.shown, characters, file, now: io.now() }, locale);
  const output = values.output?.at(-1);
  if (output === undefined) io.stdout.write(page);
  else writeOutput(run, resolve(io.cwd, output), page, ['.html', '.htm'], inForce, read.path);
  return exitCodes.clean;
}
