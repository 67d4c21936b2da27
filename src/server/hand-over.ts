import { headTags } from '../handover/head.ts';
import { plainText } from '../handover/plain-text.ts';
import { richCopy } from '../handover/rich-copy.ts';
import type { Locale } from '../model/finding.ts';
import { imagePath } from '../model/image-path.ts';
import { pictureHead, pictureSize } from '../model/picture-size.ts';
import type { OwnPages } from '../newsroom/own-pages.ts';
import { siteOf } from '../newsroom/site.ts';
import { parentUri, resolveUri } from '../newsroom/uri.ts';
import type { World } from '../newsroom/world.ts';
import { houseForText, isRemote, renderDocument, renderPage } from '../page/index.ts';
import { type HandOver, type HandOverWanted, handedFile } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** What handing over needs of the server. */
interface HandingOver {
  /** The folder that references of an article may not leave. */
  root(reviewed: Reviewed): string | undefined;
  readonly ownPages: OwnPages;
  readonly world: Pick<World, 'readHead' | 'kinds' | 'realPlace'>;
  locale(): Locale;
  /** Milliseconds since the epoch: a page of an article under embargo says so. */
  now(): number;
}

/**
 * An article as the next desk takes it. Where a file of the workspace belongs there is a name that nothing in the
 * article can hold, for the client to put the file there: the server reads text alone.
 */
export async function handOver(
  reviewed: Reviewed,
  { as, trusted, beside }: HandOverWanted,
  server: HandingOver,
): Promise<HandOver> {
  const { article, inForce, uri } = reviewed;
  const house = houseForText(article, inForce.house);
  const nothing = { key: '', files: [], missing: [] };
  if (as === 'text') return { ...nothing, html: '', text: plainText(article, house) };
  const folder = parentUri(uri);
  const root = server.root(reviewed);
  const key = crypto.randomUUID();
  const files: string[] = [];
  const missing = new Set<string>();
  const named = (file: string): string => {
    const known = files.indexOf(file);
    return handedFile(key, known < 0 ? files.push(file) - 1 : known);
  };
  const find = (src: string): string | undefined => {
    if (folder === undefined || root === undefined || isRemote(src)) return undefined;
    const { files: there, places } = reviewed.facts;
    return there.get(src) === false ? undefined : (places?.get(src) ?? resolveUri(folder, root, src));
  };
  const image = (src: string): string | undefined => {
    const target = find(src);
    if (target === undefined && src !== '') missing.add(/^data:/i.test(src) ? 'data:' : imagePath(src));
    return target === undefined ? undefined : named(target);
  };
  if (as !== 'page') {
    const widths = new Map<string, number>();
    for (const { src } of as === 'cms' ? article.furniture.pictures : []) {
      const target = find(src);
      const head = target === undefined ? undefined : await server.world.readHead(target, pictureHead);
      const size = head && pictureSize(head);
      if (size) widths.set(src, size.width);
    }
    const { html, text } = richCopy(article, house, { for: as, image, width: (src) => widths.get(src) });
    return { key, html, text, files, missing: [...missing] };
  }
  const own = trusted ? await server.ownPages.ofFile(inForce, named) : undefined;
  const { name, logo } = await siteOf(server.world, inForce, root);
  const site = { name, ...(logo === undefined ? {} : { logo: named(logo) }) };
  const page = renderPage(article, house, {
    locale: server.locale(),
    image,
    site,
    now: server.now(),
    ...(own ? { own } : {}),
  });
  // A picture inside the page has no address; what search engines read names it as the article does.
  const head = headTags(article, house, beside ? image : (src) => (isRemote(src) ? undefined : src));
  return { key, html: renderDocument(page, head), text: '', files, missing: [...missing] };
}
