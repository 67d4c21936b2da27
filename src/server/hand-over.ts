import { headTags } from '../handover/head.ts';
import { plainText } from '../handover/plain-text.ts';
import { richCopy } from '../handover/rich-copy.ts';
import type { Locale } from '../model/finding.ts';
import { isRemote, renderDocument, renderPage } from '../page/index.ts';
import type { OwnPages } from './own-pages.ts';
import type { HandOver, HandOverWanted } from './protocol.ts';
import type { Reviewed } from './reviews.ts';
import { parentUri, relativePath, resolveUri } from './uri.ts';

/** What handing over needs of the server. */
export interface HandingOver {
  /** The folder that references of an article may not leave. */
  root(reviewed: Reviewed): string | undefined;
  readonly ownPages: OwnPages;
  locale(): Locale;
}

/**
 * An article as the next desk takes it. A picture of the workspace is given by its uri, for the client to read: the
 * server reads text alone.
 */
export async function handOver(
  reviewed: Reviewed,
  { as, into, trusted }: HandOverWanted,
  server: HandingOver,
): Promise<HandOver> {
  const { article, inForce, uri } = reviewed;
  const { house } = inForce;
  if (as === 'text') return { html: '', text: plainText(article, house), pictures: [] };
  const folder = parentUri(uri);
  const root = server.root(reviewed);
  const pictures = new Set<string>();
  const image = (src: string): string | undefined => {
    const target =
      folder === undefined || root === undefined || isRemote(src) ? undefined : resolveUri(folder, root, src);
    if (target === undefined || reviewed.facts.files.get(src) === false) return undefined;
    pictures.add(target);
    return target;
  };
  if (as !== 'page') {
    const { html, text } = richCopy(article, house, { for: as, image });
    return { html, text, pictures: [...pictures] };
  }
  const base = root === undefined ? undefined : baseOf(root, into);
  const images = root === undefined || base === undefined ? undefined : { root, base };
  const own = trusted ? await server.ownPages.of(inForce, images) : undefined;
  const page = renderPage(article, house, { locale: server.locale(), image, ...(own ? { own } : {}) });
  // What search engines read names files beside the page; a picture inside the page has no address.
  const head = headTags(article, house, (src) => (isRemote(src) ? undefined : src));
  return { html: renderDocument(page, head), text: '', pictures: [...pictures] };
}

/** How files of the root are named from the folder that a page is written into: relatively, where it lies in the root. */
function baseOf(root: string, into: string | undefined): string {
  const path = into === undefined ? undefined : relativePath(root, into);
  if (path === undefined) return root.replace(/\/$/, '');
  return path === '' ? '.' : path.split('/').fill('..').join('/');
}
