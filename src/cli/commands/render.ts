import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { parseArticle } from '../../model/parse.ts';
import { isRemote, renderDocument, renderPage } from '../../page/index.ts';
import { placeOf } from '../facts.ts';
import { houses } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { namedHouse, openInput } from '../open-input.ts';
import { showPath } from '../read-articles.ts';
import type { Run } from '../run.ts';

/** `copydesk render`: the article's page as one HTML file. Returns the exit code. */
export async function render(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const { path, text } = await openInput(run, operands[0]);
  const folder = path === undefined ? io.cwd : dirname(path);
  const at = houses(namedHouse(run), say).ofFolder(folder);
  const output = values.output === undefined ? undefined : resolve(io.cwd, values.output);
  const from = output === undefined ? folder : dirname(output);
  const page = renderPage(parseArticle(text), at.house, {
    locale,
    image: (src) => {
      const place = isRemote(src) ? undefined : placeOf(src, folder, at.root);
      return place !== undefined && existsSync(place) ? reference(from, place) : undefined;
    },
  });
  const html = renderDocument(page);
  if (output === undefined) io.stdout.write(html);
  else {
    try {
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, html);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new UsageError(`${showPath(output, io.cwd)}: ${say('write-failed', { detail })}`);
    }
    io.stdout.write(`${showPath(output, io.cwd)}\n`);
  }
  return 0;
}

/** A relative URL from a folder to a file; one on another drive becomes a file URL's path. */
function reference(from: string, place: string): string {
  return relative(from, place).split(sep).map(encodeURIComponent).join('/');
}
