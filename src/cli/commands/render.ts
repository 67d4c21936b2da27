import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk, kindAt } from '../../disk/disk.ts';
import { pathOf, uriOf } from '../../disk/place.ts';
import { headTags } from '../../handover/head.ts';
import { newsArticle } from '../../handover/json-ld.ts';
import { ninjs } from '../../handover/ninjs.ts';
import { plainText } from '../../handover/plain-text.ts';
import { richCopy } from '../../handover/rich-copy.ts';
import type { House } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import { parseArticle } from '../../model/parse.ts';
import { ownPages } from '../../newsroom/own-pages.ts';
import { resolveUri } from '../../newsroom/uri.ts';
import { isRemote, renderDocument, renderPage } from '../../page/index.ts';
import { type RenderFormat, renderFormat } from '../commands.ts';
import { housesOf } from '../houses.ts';
import { openInput } from '../open-input.ts';
import type { Run } from '../run.ts';
import { writeOutput } from '../write-output.ts';

/** `copydesk render`: the article's page as one HTML file, or the article as the next desk takes it. Returns the exit code. */
export async function render(run: Run): Promise<number> {
  const { io, values, operands, locale } = run;
  const { path, text } = await openInput(run, operands[0]);
  const folder = path === undefined ? io.cwd : dirname(path);
  const known = housesOf(run);
  const at = await known.required(folder);
  // Where references of the article may not lead out of.
  const limit = (await known.limitOf(`${uriOf(folder)}/`)) ?? uriOf(folder);
  const output = values.output === undefined ? undefined : resolve(io.cwd, values.output);
  const from = output === undefined ? folder : dirname(output);
  const find = (src: string): string | undefined => {
    const uri = isRemote(src) ? undefined : resolveUri(uriOf(folder), limit, src);
    const place = uri === undefined ? undefined : pathOf(uri);
    return place !== undefined && kindAt(place) === 'file' ? place : undefined;
  };
  const image = (src: string): string | undefined => {
    const place = find(src);
    return place === undefined ? undefined : reference(from, place);
  };
  const article = parseArticle(text);
  const format = renderFormat(values);
  let out: string;
  if (format === 'html') {
    const own = await ownPages(disk).ofFile(at, (file) => reference(from, pathOf(file) ?? file));
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

/** A relative URL from a folder to a file; one on another drive becomes a file URL's path. */
function reference(from: string, place: string): string {
  return relative(from, place).split(sep).map(encodeURIComponent).join('/');
}
