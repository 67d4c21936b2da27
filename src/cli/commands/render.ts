import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headTags } from '../../handover/head.ts';
import { newsArticle } from '../../handover/json-ld.ts';
import { ninjs } from '../../handover/ninjs.ts';
import { plainText } from '../../handover/plain-text.ts';
import { richCopy } from '../../handover/rich-copy.ts';
import type { House } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import { parseArticle } from '../../model/parse.ts';
import { isRemote, renderDocument, renderPage } from '../../page/index.ts';
import { type RenderFormat, renderFormat } from '../commands.ts';
import { houses } from '../houses.ts';
import { namedHouse, openInput } from '../open-input.ts';
import { ownPageOf, reference } from '../own-page.ts';
import { placeOf } from '../place-of.ts';
import type { Run } from '../run.ts';
import { writeOutput } from '../write-output.ts';

/** `copydesk render`: the article's page as one HTML file, or the article as the next desk takes it. Returns the exit code. */
export async function render(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const { path, text } = await openInput(run, operands[0]);
  const folder = path === undefined ? io.cwd : dirname(path);
  const at = houses(namedHouse(run), say).ofFolder(folder);
  const output = values.output === undefined ? undefined : resolve(io.cwd, values.output);
  const from = output === undefined ? folder : dirname(output);
  const find = (src: string): string | undefined => {
    const place = isRemote(src) ? undefined : placeOf(src, folder, at.root);
    return place !== undefined && existsSync(place) ? place : undefined;
  };
  const image = (src: string): string | undefined => {
    const place = find(src);
    return place === undefined ? undefined : reference(from, place);
  };
  const article = parseArticle(text);
  const format = renderFormat(values);
  let out: string;
  if (format === 'html') {
    const own = at.file === undefined ? undefined : await ownPageOf(at.house, at.file, from);
    const page = renderPage(article, at.house, { locale, image, ...(own ? { own } : {}) });
    out = renderDocument(page, headTags(article, at.house, image));
  } else {
    out = handOver(format, article, at.house, (src) => {
      if (format !== 'ninjs') return image(src);
      const place = find(src);
      // ninjs takes absolute addresses only.
      return place === undefined ? undefined : pathToFileURL(place).href;
    });
  }
  if (output === undefined) io.stdout.write(out);
  else writeOutput(run, output, out, format, at, path);
  return 0;
}

function handOver(
  format: Exclude<RenderFormat, 'html'>,
  article: Article,
  house: House,
  image: (src: string) => string | undefined,
): string {
  switch (format) {
    case 'rich':
    case 'wechat':
      return `${richCopy(article, house, { for: format === 'rich' ? 'cms' : 'wechat', image }).html}\n`;
    case 'text':
      return plainText(article, house);
    case 'jsonld':
      // As it is put into a page: nothing in it may end the script element that holds it.
      return `${JSON.stringify(newsArticle(article, house, image), undefined, 2).replaceAll('<', '\\u003c')}\n`;
    case 'ninjs':
      return `${JSON.stringify(ninjs(article, house, { picture: image }), undefined, 2)}\n`;
  }
}
