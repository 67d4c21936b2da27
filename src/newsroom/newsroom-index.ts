import { holdsArticles } from '../engine/is-article.ts';
import { type ArticleValues, articleValues, saysTheSame } from '../engine/newsroom-values.ts';
import { type Trace, traceOf } from '../engine/traces.ts';
import { articleList } from './article-list.ts';
import { endsAs, isArticleName, mayBeFolder, pictureEndings } from './files.ts';
import type { HouseInForce } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { type Keys, type Ledger, ledger } from './ledger.ts';
import { type Sites, siteAddresses, siteSettings } from './site-addresses.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';
import { readText, type World } from './world.ts';

/**
 * What the newsroom's articles say in their front matter, and which pictures there are. Files are listed and read when
 * first asked for, then only when they change: a keystroke costs no look at the disk.
 */
export interface NewsroomIndex {
  /**
   * By uri, the articles under a folder for which the same house is in force: not those of a folder with a house of
   * its own. The same map until one of them says something else.
   */
  articles(root: string, inForce: HouseInForce): Promise<ReadonlyMap<string, ArticleValues>>;
  /**
   * Who has what among those articles: their texts are read for it when it is first asked for. The same ledger until
   * files came or went or another house is in force.
   */
  ledger(root: string, inForce: HouseInForce, keysOf: (uri: string, trace: Trace) => Keys): Promise<Ledger>;
  /** What is kept of an article that is in a ledger. */
  trace(uri: string): Trace | undefined;
  /** The text of an article as it is now. */
  text(uri: string): Promise<string>;
  /** Uris of the pictures under a folder. The same list until files came or went. */
  images(root: string): Promise<readonly string[]>;
  /** Uris of the files under a folder that end so. The same list until files came or went. */
  files(root: string, endings: readonly string[]): Promise<readonly string[]>;
  /** The sites under a folder. The same until files came or went, or their settings changed. */
  sites(root: string): Promise<Sites>;
  /** Files or folders came or went at these places, or settings of a site changed; anywhere, when absent. */
  changed(places?: readonly string[]): void;
  /** House files changed: which article belongs to which newsroom is looked up anew. */
  regrouped(): void;
  /** Takes down what an article says now. @param trace what is kept of it: asked for where somebody keeps that */
  note(uri: string, values: ArticleValues, trace: () => Trace): Noted;
}

/** What it means to others that an article says something else. */
interface Noted {
  /** What its front matter said before, `undefined` where that was the same; one that was not known said nothing. */
  readonly before: ArticleValues | undefined;
  /** Articles that are told of what it has. */
  readonly concerned: ReadonlySet<string>;
  /** No ledger has it yet: whom it concerns is known when it has. */
  readonly isNew: boolean;
}

/**
 * What somebody has kept of an article, where its text is still the same; `undefined` where it must be read.
 *
 * @param root the folder of its newsroom
 */
export type KeptOf = (uri: string, root: string) => Trace | undefined;

/** More articles than this are not compared with each other. */
export const mostCompared = 20_000;
/** How many files are read at a time. */
const batch = 16;

const nothing: ArticleValues = new Map();

/** The articles of one house under a folder, as they were found to be. */
interface Newsroom {
  readonly inForce: HouseInForce;
  readonly stamp: number;
  readonly articles: ReadonlyMap<string, ArticleValues>;
}

/** A ledger with what it was made of. */
interface KeptLedger {
  readonly inForce: HouseInForce;
  readonly listed: number;
  readonly ledger: Promise<Ledger>;
  /** The same, once it is made. */
  current?: Ledger;
}

/** Whether two houses read the same articles alike: they may differ in language. */
function readsAlike(one: HouseInForce, other: HouseInForce): boolean {
  return (
    one.file === other.file &&
    one.leftOut === other.leftOut &&
    one.siteRoots === other.siteRoots &&
    one.house.fields === other.house.fields &&
    one.house.checks === other.house.checks
  );
}

function isSameTrace(one: Trace, other: Trace): boolean {
  const same = (key: 'paragraphs' | 'pictures' | 'links'): boolean =>
    one[key].length === other[key].length && one[key].every((each, at) => each === other[key][at]);
  return (
    one.values === other.values && one.text === other.text && same('paragraphs') && same('pictures') && same('links')
  );
}

/**
 * @param documents the texts of open documents, which go before the files
 * @param houseFile the uri of the house file for a document
 * @param keptOf is asked before an article is read
 */
export function newsroomIndex(
  world: World,
  documents: { keys(): readonly string[]; text(uri: string): string | undefined },
  houseFile: (uri: string) => Promise<string | undefined>,
  keptOf: KeptOf = () => undefined,
): NewsroomIndex {
  const read = new Map<string, ArticleValues>();
  const traces = new Map<string, Trace>();
  const ledgers = new Map<string, KeptLedger>();
  const newsrooms = new Map<string, Newsroom>();
  const list = articleList(world, mostCompared);
  const images = new Map<string, Promise<readonly string[]>>();
  const files = new Map<string, { readonly endings: readonly string[]; readonly found: Promise<readonly string[]> }>();
  const sites = new Map<string, Promise<Sites>>();
  /** Every article that was listed. */
  let known = new Set<string>();
  /** Counts what changed. */
  let stamp = 0;
  /** Counts how often it changed which articles there are. */
  let listed = 0;

  const find = async (root: string, endings: readonly string[]) => (await world.findFiles(root, endings)).files;

  /** What the front matter of an article says; `undefined` where it was not read. */
  const said = (uri: string): ArticleValues | undefined => read.get(uri) ?? traces.get(uri)?.values;

  const textNow = async (uri: string) => documents.text(uri) ?? (await readText(world, uri)) ?? '';

  async function readTraces(uris: readonly string[], root: string): Promise<void> {
    for (let from = 0; from < uris.length; from += batch) {
      const some = uris.slice(from, from + batch).filter((uri) => !traces.has(uri));
      const found = await Promise.all(some.map(async (uri) => keptOf(uri, root) ?? traceOf(await textNow(uri))));
      for (const [index, uri] of some.entries()) {
        const trace = found[index];
        // It may have been noted meanwhile, and that is newer.
        if (trace === undefined || traces.has(uri)) continue;
        const values = read.get(uri);
        const isKnown = values !== undefined && saysTheSame(values, trace.values);
        traces.set(uri, isKnown ? { ...trace, values } : trace);
      }
    }
  }

  function* tracesOf(uris: readonly string[]): Iterable<readonly [string, Trace]> {
    for (const uri of uris) {
      const trace = traces.get(uri);
      if (trace) yield [uri, trace];
    }
  }

  async function readMissing(uris: readonly string[], root: string): Promise<void> {
    const missing = uris.filter((uri) => said(uri) === undefined);
    for (let from = 0; from < missing.length; from += batch) {
      const some = missing.slice(from, from + batch);
      const found = await Promise.all(
        some.map(async (uri) => keptOf(uri, root)?.values ?? articleValues(await textNow(uri))),
      );
      for (const [index, uri] of some.entries()) if (!read.has(uri)) read.set(uri, found[index] ?? nothing);
    }
  }

  /** Those of `uris` for which the house file is the one in force. */
  async function ofHouse(uris: readonly string[], root: string, { file, leftOut, root: own }: HouseInForce) {
    const folders = new Map<string, Promise<string | undefined>>();
    const mine: string[] = [];
    for (const uri of uris) {
      const path = relativePath(own ?? root, uri) ?? nameOf(uri);
      if (!holdsArticles(path, own !== undefined) || isLeftOut(leftOut, uri)) continue;
      const folder = parentUri(uri) ?? root;
      const found = folders.get(folder) ?? houseFile(uri);
      folders.set(folder, found);
      if ((await found) === file) mine.push(uri);
    }
    return mine;
  }

  /** Whatever may be an article under a folder. */
  async function listedIn(root: string): Promise<readonly string[]> {
    const files = await list.under(root);
    for (const uri of files) known.add(uri);
    // An article may be open before it is a file.
    const unsaved = documents.keys().filter((uri) => isArticleName(uri) && uri.startsWith(`${root}/`));
    return [...files, ...unsaved.filter((uri) => !known.has(uri))];
  }

  /** There are other articles than there were. */
  function articlesMoved(): void {
    stamp++;
    listed++;
    known = new Set();
  }

  /** What came back with a folder may say something else than it did before. */
  function forgetBelow(folder: string): void {
    const inside = `${folder}/`;
    for (const kept of [read, traces]) for (const uri of kept.keys()) if (uri.startsWith(inside)) kept.delete(uri);
  }

  /** Tells the ledgers what an article has now. Returns the others that this concerns. */
  function tell(uri: string, values: ArticleValues, trace: () => Trace): Pick<Noted, 'concerned' | 'isNew'> {
    const concerned = new Set<string>();
    if (ledgers.size === 0) return { concerned, isNew: false };
    const before = traces.get(uri);
    const now = { ...trace(), values };
    if (before && isSameTrace(before, now)) return { concerned, isNew: false };
    const isNew = before === undefined;
    traces.set(uri, now);
    for (const { current } of ledgers.values()) for (const other of current?.put(uri, now) ?? []) concerned.add(other);
    return { concerned, isNew };
  }

  return {
    async articles(root, inForce) {
      // What comes while it is listed is not in this list.
      const now = stamp;
      const uris = await listedIn(root);
      const kept = newsrooms.get(root);
      if (kept?.inForce === inForce && kept.stamp === stamp) return kept.articles;
      const mine = await ofHouse(uris, root, inForce);
      await readMissing(mine, root);
      const found = new Map(mine.map((uri) => [uri, said(uri) ?? nothing]));
      newsrooms.set(root, { inForce, stamp: now, articles: found });
      return found;
    },
    ledger(root, inForce, keysOf) {
      const kept = ledgers.get(root);
      if (kept?.listed === listed && readsAlike(kept.inForce, inForce)) return kept.ledger;
      const made = async (): Promise<Ledger> => {
        const uris = await ofHouse(await listedIn(root), root, inForce);
        await readTraces(uris, root);
        begun.current = ledger(tracesOf(uris), keysOf);
        return begun.current;
      };
      const begun: KeptLedger = { inForce, listed, ledger: Promise.resolve().then(made) };
      ledgers.set(root, begun);
      return begun.ledger;
    },
    trace: (uri) => traces.get(uri),
    text: textNow,
    images(root) {
      const found = images.get(root) ?? find(root, pictureEndings);
      images.set(root, found);
      return found;
    },
    files(root, endings) {
      const key = [root, ...endings].join('\0');
      const kept = files.get(key) ?? { endings, found: find(root, endings) };
      files.set(key, kept);
      return kept.found;
    },
    sites(root) {
      const made = sites.get(root) ?? find(root, siteSettings).then((found) => siteAddresses(world, found));
      sites.set(root, made);
      return made;
    },
    changed(places) {
      const concerns = (endings: readonly string[]): boolean =>
        places === undefined || places.some((place) => mayBeFolder(place) || endsAs(place, endings));
      if (concerns(pictureEndings)) images.clear();
      for (const [key, { endings }] of files) if (concerns(endings)) files.delete(key);
      const inSites = concerns(siteSettings);
      if (inSites) sites.clear();
      for (const place of places ?? []) if (mayBeFolder(place)) forgetBelow(place);
      if (list.changed(places) || inSites) articlesMoved();
    },
    regrouped() {
      stamp++;
      listed++;
    },
    note(uri, values, trace) {
      const before = said(uri);
      const isSame = before !== undefined && saysTheSame(before, values);
      if (!isSame) {
        read.set(uri, values);
        stamp++;
        // One that was not listed is new: not every kind of workspace tells of files that came.
        if (known.size > 0 && !known.has(uri) && list.changed([uri])) articlesMoved();
      }
      const told = tell(uri, isSame ? before : values, trace);
      return { before: isSame ? undefined : (before ?? nothing), ...told };
    },
  };
}
