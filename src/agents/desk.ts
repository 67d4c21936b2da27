import type { Facts } from '../checks/check.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Locale } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { factSource, wantedBy } from '../newsroom/facts.ts';
import { isArticleName } from '../newsroom/files.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import type { HouseInForce, Houses } from '../newsroom/houses.ts';
import type { NewsroomIndex } from '../newsroom/newsroom-index.ts';
import { joinUri, relativePath, resolveUri } from '../newsroom/uri.ts';
import { isInside, type Kind, type World } from '../newsroom/world.ts';
import { say, ToolError } from './words.ts';

/** Why a text was not written, in a sentence; `undefined`: it was. */
export type Written = Promise<string | undefined>;

/** The newsroom that a tool works in. Command line and server differ in what lies behind it, never in the tools. */
export interface Desk {
  readonly world: World;
  readonly houses: Houses;
  readonly index: NewsroomIndex;
  /** Uris of the folders that nothing is read or written outside of. */
  readonly folders: readonly string[];
  readonly locale: Locale;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The uri of an absolute path; `undefined` for what is none. */
  absolute(path: string): string | undefined;
  /** Lets others go first; rejects when nobody waits for the answer any more. */
  turn(): Promise<void>;
  /** Whether whoever started this lets agents write, whatever the house says. */
  readonly mayWrite: boolean;
  /** Puts a text in the place of another one, which must still stand there. */
  replace(uri: string, before: string, after: string): Written;
  /** Writes a file that is not there yet. `taken`: there is one by now. */
  create(uri: string, text: string): Promise<string | 'taken' | undefined>;
}

/** A place in the newsroom. */
interface Place {
  readonly uri: string;
  /** As answers show it: relative to the folder, with `/`. */
  readonly shown: string;
  readonly kind: Kind;
}

/** An article with what holds for it. */
export interface Placed {
  readonly uri: string;
  readonly shown: string;
  readonly text: string;
  readonly article: Article;
  readonly inForce: HouseInForce;
  readonly house: House;
  readonly facts: Facts;
}

/** How answers show a uri. */
export function shownAs({ folders }: Desk, uri: string): string {
  const folder = owningFolder(folders, uri);
  return (folder === undefined ? undefined : relativePath(folder, uri)) ?? uri;
}

/** Where a path may lead: one uri for each folder that is open, `undefined` where it leads out of it. */
function placesOf({ folders, absolute }: Desk, path: string): readonly string[] {
  const full = absolute(path) ?? (/^[a-z][a-z0-9+.-]+:\//i.test(path) ? path : undefined);
  if (full !== undefined) {
    const folder = owningFolder(folders, full);
    const within = folder === undefined ? undefined : relativePath(folder, full);
    return folder === undefined || within?.split('/').includes('..') ? [] : [full.replace(/\/$/, '')];
  }
  if (path.startsWith('/') || path.includes('\0')) return [];
  // As a reference that is written plainly: nothing in it is encoded.
  const reference = path.split('/').map(encodeURIComponent).join('/');
  return folders.flatMap((folder) => resolveUri(folder, folder, reference) ?? []).map((uri) => uri.replace(/\/$/, ''));
}

/** What stands at a path. Throws a {@link ToolError} for nothing, and for what lies outside of the newsroom. */
export async function placeOf(desk: Desk, path: string): Promise<Place> {
  const places = placesOf(desk, path);
  if (places.length === 0) throw new ToolError(say(desk.locale, 'outside', { path }));
  const kinds = places.some((one) => desk.folders.includes(one))
    ? places.map((one): Kind | undefined => (desk.folders.includes(one) ? 'folder' : undefined))
    : await desk.world.kinds(places);
  const at = kinds.findIndex((kind) => kind !== undefined);
  const uri = places[at];
  const kind = kinds[at];
  if (uri === undefined || kind === undefined) throw new ToolError(say(desk.locale, 'not-found', { path }));
  const folder = owningFolder(desk.folders, uri);
  if (folder === undefined || !(uri === folder || (await isInside(desk.world, uri, folder))))
    throw new ToolError(say(desk.locale, 'outside', { path }));
  return { uri, shown: shownAs(desk, uri) || '.', kind };
}

/** The article at a path. Throws a {@link ToolError} for what cannot be read as one. */
export async function articleAt(desk: Desk, path: string): Promise<Placed> {
  const { uri, shown } = await placeOf(desk, path);
  return readArticle(desk, uri, shown);
}

/** An article that was found or named. Throws a {@link ToolError} for what cannot be read as one. */
export async function readArticle(desk: Desk, uri: string, shown: string): Promise<Placed> {
  const { locale, world } = desk;
  if (!isArticleName(uri)) throw new ToolError(say(locale, 'no-article', { path: shown }));
  const read = await world.readText(uri);
  if (read === undefined) throw new ToolError(say(locale, 'not-found', { path: shown }));
  if ('refused' in read) throw new ToolError(say(locale, read.refused, { path: shown }));
  return placed(desk, uri, shown, read.text);
}

/** A text that is no file, or not yet: as one that lies at `path`, or at the top of the newsroom. */
export async function articleOfText(desk: Desk, text: string, path: string | undefined): Promise<Placed> {
  const [uri] = path === undefined ? [joinUri(desk.folders[0] ?? 'untitled:', '-.md')] : placesOf(desk, path);
  if (uri === undefined) throw new ToolError(say(desk.locale, 'outside', { path: path ?? '' }));
  return placed(desk, uri, path === undefined ? '-' : shownAs(desk, uri), text);
}

async function placed(desk: Desk, uri: string, shown: string, text: string): Promise<Placed> {
  const inForce = await desk.houses.of(uri);
  if (inForce.isUnknown) throw new ToolError(say(desk.locale, 'house-unknown', { path: shown }));
  const { house } = inForce;
  const article = parseArticle(text);
  const source = factSource(desk.world, desk.now, desk.index);
  const facts = await source.gather(wantedBy(article, house), inForce, uri, await desk.houses.limitOf(uri));
  return { uri, shown, text, article, inForce, house, facts };
}

/** What a tool was given: the article at `path`, or `text` as if it lay there. */
export function articleGiven(
  desk: Desk,
  { path, text }: { readonly path?: string; readonly text?: string },
): Promise<Placed> {
  if (text !== undefined) return articleOfText(desk, text, path);
  if (path === undefined) throw new ToolError(say(desk.locale, 'one-of'));
  return articleAt(desk, path);
}
