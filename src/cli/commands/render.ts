import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk, kindAt } from '../../disk/disk.ts';
import { pathOf, uriOf } from '../../disk/place.ts';
import { handedFormats, handedNames } from '../../handover/formats.ts';
import { headTags } from '../../handover/head.ts';
import { parseArticle } from '../../model/parse.ts';
import { ownPages } from '../../newsroom/own-pages.ts';
import { siteOf } from '../../newsroom/site.ts';
import { placesOf } from '../../newsroom/site-roots.ts';
import { houseForText, isRemote, renderDocument, renderPage } from '../../page/index.ts';
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
  const named = values.output?.at(-1);
  const output = named === undefined ? undefined : resolve(io.cwd, named);
  const from = output === undefined ? folder : dirname(output);
  const find = (src: string): string | undefined => {
    const places = isRemote(src) ? [] : placesOf(src, uriOf(folder), limit, at).map(pathOf);
    return places.find((place) => place !== undefined && kindAt(place) === 'file');
  };
  const image = (src: string): string | undefined => {
    const place = find(src);
    return place === undefined ? undefined : reference(from, place);
  };
  const article = parseArticle(text);
  const house = houseForText(article, at.house);
  // The page has a newsroom's own look, which none of the others has.
  const asked: string | undefined = values.format;
  const format = handedNames.find((name) => name === asked);
  let out: string;
  if (format === undefined) {
    const own = await ownPages(disk).ofFile(at, (file) => reference(from, pathOf(file) ?? file));
    const { name, logo } = await siteOf(disk, at, limit);
    const place = logo === undefined ? undefined : pathOf(logo);
    const site = { name, ...(place === undefined ? {} : { logo: reference(from, place) }) };
    const page = renderPage(article, house, { locale, image, site, now: io.now(), ...(own ? { own } : {}) });
    out = renderDocument(page, headTags(article, house, image));
  } else {
    const write = await handedFormats[format].load();
    const absolute = (src: string): string | undefined => {
      const place = find(src);
      return place === undefined ? undefined : pathToFileURL(place).href;
    };
    out = write(article, house, { beside: image, absolute });
  }
  if (output === undefined) io.stdout.write(out);
  else
    writeOutput(run, output, out, format === undefined ? ['.html', '.htm'] : handedFormats[format].endings, at, path);
  return 0;
}

/** A relative URL from a folder to a file; one on another drive becomes a file URL's path. */
function reference(from: string, place: string): string {
  return relative(from, place).split(sep).map(encodeURIComponent).join('/');
}
