import type { LinkFact } from '../checks/check.ts';
import { addressOf } from '../engine/declared-addresses.ts';
import { articleEndings, withoutArticleEnding } from '../model/article-endings.ts';
import { endsAs } from './files.ts';
import { reference } from './near.ts';
import { joinUri, nameOf, parentUri, plainUri, relativePath, resolveUri } from './uri.ts';

/** How the names of files end that a link may mean. */
export const linkedEndings: readonly string[] = [...articleEndings, '.html'];

/** Whether files are there, and which files there are. */
interface Files {
  /** The folder that references may not leave. */
  readonly limit: string;
  /** Where a path from the site's root may lead, by uris; the limit where nobody has said. */
  readonly tops: readonly string[];
  there(uris: readonly string[]): Promise<readonly boolean[]>;
  /** Uris of all files under the limit that a link may mean. */
  listed(): Promise<readonly string[]>;
  /** The addresses that articles have, as far as that is known. Asked for where no file is found. */
  addresses(): Promise<ReadonlySet<string>>;
}

/**
 * What is known of the files that links mean. What cannot be told is left out: addresses of pages, which the site's
 * generator makes up, and names that a generator would look for anywhere.
 *
 * @param keys of `LinkedFile`
 * @param uri of the article
 */
export async function linkFacts(
  keys: readonly string[],
  uri: string,
  files: Files,
): Promise<ReadonlyMap<string, LinkFact>> {
  const facts = new Map<string, LinkFact>();
  const folder = parentUri(uri) ?? files.limit;
  for (const key of keys) {
    const [kind = '', target = ''] = splitKey(key);
    // What lies on the web nobody looks up.
    if (kind === 'web' || isHidden(target)) continue;
    if (kind === 'path' || kind === 'link') {
      if (!endsAs(target, articleEndings)) continue;
      // `@/blog/a.md`, `@site/docs/a.md`: from a folder that the generator's settings name.
      const path = target.replace(/^(?:@[a-z]{0,40}|~)\//i, '/');
      const fact = await pathFact(path, folder, kind === 'link' || path.startsWith('/'), files);
      if (fact) facts.set(key, fact);
    } else {
      const names = namesOf(await files.listed(), files.limit);
      const wanted = kind === 'ref' ? pageName(stepsOff(target)) : stepsOff(target);
      if (wanted === '') continue;
      const isThere = kind === 'ref' ? names.pages.has(wanted) : names.posts.has(wanted);
      facts.set(key, { isThere: isThere || (await isAddress(target, files)) });
    }
  }
  return facts;
}

async function pathFact(
  target: string,
  folder: string,
  isFromTop: boolean,
  files: Files,
): Promise<LinkFact | undefined> {
  const places = isFromTop
    ? files.tops.map((top) => joinUri(top, ...stepsOff(target).split('/')))
    : [resolveUri(folder, files.limit, encodeURI(target))];
  const known = places.filter((place) => place !== undefined);
  // What leads out of the newsroom nobody knows.
  if (known.length === 0) return undefined;
  if ((await files.there(known)).includes(true) || (await isAddress(target, files))) return { isThere: true };
  const all = await files.listed();
  const wanted = stepsOff(target);
  const same = all.filter((one) => plainUri(one).endsWith(`/${wanted}`));
  // A site may look for a path in its own folders, and for a bare name anywhere.
  if (same.length > 0 && (isFromTop || !target.includes('/'))) return undefined;
  const [near, another] = all.filter((one) => nameOf(one) === nameOf(wanted));
  return {
    isThere: false,
    ...(near === undefined || another !== undefined || isIndex(near)
      ? {}
      : { near: reference(files.limit, folder, near) }),
  };
}

/** Whether an article says that it is found there; the site may lie in a folder of its own. */
async function isAddress(target: string, files: Files): Promise<boolean> {
  const address = addressOf(target);
  if (address === undefined) return false;
  const all = await files.addresses();
  return all.has(address) || [...all].some((one) => one.endsWith(`/${address}`) || address.endsWith(`/${one}`));
}

function splitKey(key: string): readonly string[] {
  const blank = key.indexOf(' ');
  return [key.slice(0, blank), key.slice(blank + 1)];
}

/**
 * Whether a link of a generator's own kind (`ref`, `post_url`, `link`) means an article.
 * @param key of `LinkedFile`
 * @param path of the article in its newsroom
 */
export function leadsTo(key: string, path: string): boolean {
  const [kind = '', target = ''] = splitKey(key);
  const [wanted, own] =
    kind === 'ref'
      ? [pageName(stepsOff(target)), pageName(path)]
      : [stepsOff(target), kind === 'link' ? path : path.replace(/\.[^./]+$/, '')];
  return wanted !== '' && (own === wanted || own.endsWith(`/${wanted}`));
}

/** Folders that begin with a dot are not listed. */
const isHidden = (target: string): boolean => /(?:^|\/)\.[^./]/.test(target);

/** A path without the steps that begin it: `../a.md`, `./a.md` and `/a.md` are `a.md`. */
function stepsOff(target: string): string {
  return target.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/+$/, '');
}

const isIndex = (uri: string): boolean => /^_?index\./i.test(nameOf(uri));

/** A page's path as generators name it: without its ending, its language, and the `index` of a folder. */
function pageName(path: string): string {
  const plain = withoutArticleEnding(path.replace(/\.html$/i, ''));
  const bare = plain.replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/i, '');
  return bare.replace(/(?:^|\/)_?index$/i, '').toLowerCase();
}

interface Names {
  /** Every end of the path of every page and of every folder that holds one. */
  readonly pages: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
}

const kept = new WeakMap<readonly string[], Names>();

function namesOf(files: readonly string[], limit: string): Names {
  const known = kept.get(files);
  if (known) return known;
  const pages = new Set<string>();
  const posts = new Set<string>();
  for (const uri of files) {
    const path = relativePath(limit, uri) ?? '';
    const parts = pageName(path).split('/');
    // A folder is a section, whether a page says so or not.
    for (let end = parts.length; end > 0; end--) {
      if (pages.has(`\0${parts.slice(0, end).join('/')}`)) break;
      pages.add(`\0${parts.slice(0, end).join('/')}`);
      for (let from = 0; from < end; from++) pages.add(parts.slice(from, end).join('/'));
    }
    const plain = path.replace(/\.[^./]+$/, '').split('/');
    for (let from = 0; from < plain.length; from++) posts.add(plain.slice(from).join('/'));
  }
  const names = { pages, posts };
  kept.set(files, names);
  return names;
}
