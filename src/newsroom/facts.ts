import type { Facts } from '../checks/check.ts';
import {
  type ArticleValues,
  frontMatterValues,
  needsOthers,
  sharers,
  takenValues,
  type ValueOwners,
  valueOwners,
} from '../engine/newsroom-values.ts';
import { packedValues } from '../engine/packed-values.ts';
import { references } from '../engine/review.ts';
import { own, type Trace, traceOf, wantsElsewhere } from '../engine/traces.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { beside } from '../model/beside.ts';
import { linkedFiles } from '../model/linked-files.ts';
import { pictureHead, pictureSize } from '../model/picture-size.ts';
import { elsewhere, ledgerOf } from './elsewhere.ts';
import type { HouseInForce } from './houses.ts';
import { linkedEndings, linkFacts } from './link-facts.ts';
import { filesNear } from './near.ts';
import type { NewsroomIndex } from './newsroom-index.ts';
import { recordFact } from './record.ts';
import type { AddressesOf } from './site-addresses.ts';
import { placesOf } from './site-roots.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';
import { filesInside, type World } from './world.ts';

/** What a text alone says of the facts that it needs. */
export interface Wanted {
  /** The paths that the article refers to, as written. */
  readonly references: readonly string[];
  /** What its front matter says. */
  readonly values: ArticleValues;
  /** Keys of the files that its links mean, as `LinkedFile` has them. */
  readonly links: readonly string[];
  /** What others may have of it, where the house asks for that. */
  readonly trace?: Trace;
}

/** What an article wanted to know, by the house that it was last asked for. */
const wanted = beside<Article, { readonly house: House; readonly wanted: Wanted }>();

/**
 * What an article wants to know. It is found out by going through the whole text, and whoever asks for findings at a key
 * asks it: it is found once for as long as article and house are the same.
 */
export function wantedBy(article: Article, house: House): Wanted {
  const known = wanted.get(article);
  if (known?.house === house) return known.wanted;
  const found = {
    references: references(article, house),
    values: frontMatterValues(article.frontMatter),
    links: [...new Set([...linkedFiles(article)].map(({ key }) => key))],
    ...(wantsElsewhere(house) ? { trace: traceOf(article.text, article.frontMatter) } : {}),
  };
  wanted.set(article, { house, wanted: found });
  return found;
}

/** The same to be kept without the article: a part of a text would keep the whole of it. */
export function withoutText({ references, values, links, trace }: Wanted): Wanted {
  return {
    references: references.map(own),
    values: trace?.values ?? packedValues(values),
    links: links.map(own),
    ...(trace && { trace }),
  };
}

const addresses = new WeakMap<object, ReadonlySet<string>>();

/** The addresses of a newsroom's articles. */
function addressesIn(articles: ReadonlyMap<string, ArticleValues>, addressesOf: AddressesOf): ReadonlySet<string> {
  const known = addresses.get(articles) ?? new Set([...articles].flatMap(([uri, values]) => addressesOf(uri, values)));
  addresses.set(articles, known);
  return known;
}

/** What is asked of the other articles for one of them. */
export type AskedOfOthers = Pick<Wanted, 'values' | 'links' | 'trace'>;

/** What the others say that concerns it. */
export type SaidByOthers = Pick<Facts, 'taken' | 'elsewhere'>;

/** Asks the other articles of a newsroom. @param root as {@link FactSource.gather} has it */
type Others = (asked: AskedOfOthers, inForce: HouseInForce, uri: string, root: string) => Promise<SaidByOthers>;

/** Looks up what an article refers to. Answers are kept until {@link FactSource.changed}, while they are few. */
export interface FactSource {
  /**
   * @param uri the article's uri
   * @param root the folder that references may not leave, as the houses' `limitOf` says; `undefined` where no newsroom
   *   is: then only the files of the article's own folder are known
   */
  gather(wanted: Wanted, inForce: HouseInForce, uri: string, root: string | undefined): Promise<Facts>;
  /** What of that the other articles say, for who gathers the rest elsewhere. */
  readonly others: Others;
  /**
   * Uris of articles of the same house that say in a field that must be unique what this article said or says there.
   * @param folder where the newsroom lies when it has no house file
   */
  concerned(
    values: readonly ArticleValues[],
    inForce: HouseInForce,
    folder: string | undefined,
  ): Promise<ReadonlySet<string>>;
  /** Uris of articles that have something that this one has, where the house asks for that. */
  sharers(uri: string, inForce: HouseInForce, root: string | undefined): Promise<ReadonlySet<string>>;
  /** A file came or went. */
  changed(): void;
}

/** Of how many files it is kept whether they are there: an archive has a hundred thousand pictures. */
const mostKnown = 20_000;

/**
 * @param now milliseconds since the epoch
 * @param ask what the others say is asked here, where the index is not to be read for it
 */
export function factSource(world: World, now: () => number, index?: NewsroomIndex, ask?: Others): FactSource {
  let known: Map<string, boolean> = new Map<string, boolean>();
  let measured = new Map<string, { readonly width: number; readonly height: number }>();
  /** By the articles that they were made of. */
  const owners = new WeakMap<object, ValueOwners>();

  /** How large pictures are, where the house asks for a least size. */
  async function sizesOf(house: House, present: readonly (readonly [string, string])[]): Promise<Pick<Facts, 'sizes'>> {
    if (!house.fields.some(({ leastSize }) => leastSize !== undefined)) return {};
    const found = new Map<string, { readonly width: number; readonly height: number }>();
    if (measured.size > mostKnown) measured = new Map();
    for (const [reference, place] of present) {
      const size = measured.get(place) ?? pictureSize((await world.readHead(place, pictureHead)) ?? new Uint8Array());
      if (size === undefined) continue;
      measured.set(place, size);
      found.set(reference, size);
    }
    return { sizes: found };
  }

  /** Who says what where the house has fields that must be unique; `undefined` where it has none. */
  async function ownersIn(inForce: HouseInForce, folder: string | undefined): Promise<ValueOwners | undefined> {
    const root = inForce.root ?? folder;
    if (index === undefined || root === undefined || !needsOthers(inForce.house)) return undefined;
    const articles = await index.articles(root, inForce);
    const kept = owners.get(articles) ?? valueOwners(articles, inForce.house);
    owners.set(articles, kept);
    return kept;
  }

  async function taken(
    values: ArticleValues,
    inForce: HouseInForce,
    uri: string,
    root: string,
  ): Promise<Pick<Facts, 'taken'>> {
    const all = await ownersIn(inForce, root);
    if (all === undefined) return {};
    const found = takenValues(all, values, inForce.house, uri);
    const from = inForce.root ?? root;
    const named = (other: string): string => relativePath(from, other) ?? nameOf(other);
    return {
      taken: new Map([...found].map(([key, by]) => [key, new Map([...by].map(([value, one]) => [value, named(one)]))])),
    };
  }

  const others: Others = async ({ values, links, trace }, inForce, uri, root) => ({
    ...(await taken(values, inForce, uri, root)),
    ...(index === undefined || trace === undefined
      ? {}
      : { elsewhere: await elsewhere(index, trace, uri, { inForce, limit: root }, links) }),
  });

  /** Whether the files are there that links mean. */
  async function linked(
    keys: readonly string[],
    inForce: HouseInForce,
    uri: string,
    root: string,
  ): Promise<Pick<Facts, 'links'>> {
    if (index === undefined || keys.length === 0) return {};
    const { root: own, siteRoots = [] } = inForce;
    const links = await linkFacts(keys, uri, {
      limit: root,
      tops: [...siteRoots, ...(own === undefined ? [] : [own]), root],
      there: (uris) => filesInside(world, uris, root),
      listed: () => index.files(root, linkedEndings),
      addresses: async () =>
        addressesIn(await index.articles(own ?? root, inForce), (await index.sites(root)).addressesOf),
    });
    return links.size === 0 ? {} : { links };
  }

  /** The newsroom's pictures, where one that an article shows is not there. */
  async function pictures(
    missing: boolean,
    folder: string,
    root: string,
    siteRoots: HouseInForce['siteRoots'],
  ): Promise<Pick<Facts, 'images'>> {
    if (index === undefined || !missing) return {};
    return { images: filesNear(await index.images(root), root, folder, siteRoots) };
  }

  return {
    async gather({ references: referred, values, links, trace }, inForce, uri, root) {
      const { house } = inForce;
      const folder = parentUri(uri);
      const path = root === undefined ? undefined : relativePath(root, uri);
      const at = { now: now(), ...(path === undefined || path === '' ? {} : { path }) };
      if (folder === undefined) return { files: new Map(), ...at };
      if (known.size > mostKnown) known = new Map();
      const mine = known;
      const possible = referred.map((reference) => placesOf(reference, folder, root ?? folder, inForce));
      const unknown = [...new Set(possible.flat())].filter((place) => !mine.has(place));
      if (unknown.length > 0) {
        const there = await filesInside(world, unknown, root ?? folder);
        for (const [index, place] of unknown.entries()) mine.set(place, there[index] === true);
      }
      const places = possible.map((all) => all.find((place) => mine.get(place) === true) ?? all[0]);
      // Where no house says what the site's root is, `/images/…` may lie anywhere.
      const isAnywhere = (reference: string, place: string | undefined): boolean =>
        inForce.siteRoots === undefined && reference.startsWith('/') && !(place && mine.get(place));
      const files = new Map<string, boolean>();
      referred.forEach((reference, index) => {
        const place = places[index];
        // What leads out of the newsroom is reported as missing and never looked at; where no newsroom is, nothing is
        // known of what lies outside the article's folder.
        if (isAnywhere(reference, place)) return;
        if (root !== undefined || place !== undefined)
          files.set(reference, place !== undefined && mine.get(place) === true);
      });
      const present = referred.flatMap((reference, index) => {
        const place = places[index];
        return place !== undefined && files.get(reference) === true ? [[reference, place] as const] : [];
      });
      const missing = referred.some((one, index) => places[index] !== undefined && files.get(one) === false);
      const found = present.filter(([reference]) => reference.startsWith('/'));
      const isAsking = index !== undefined && (trace !== undefined || needsOthers(house));
      const said: SaidByOthers =
        root === undefined || !isAsking
          ? {}
          : await (ask ?? others)({ values, links, ...(trace && { trace }) }, inForce, uri, root);
      return {
        files,
        ...(found.length > 0 ? { places: new Map(found) } : {}),
        ...at,
        ...(await sizesOf(house, present)),
        ...(await recordFact(world, uri, house, root)),
        ...(said.taken && { taken: said.taken }),
        ...(root === undefined ? {} : await linked(links, inForce, uri, root)),
        ...(said.elsewhere && { elsewhere: said.elsewhere }),
        ...(root === undefined ? {} : await pictures(missing, folder, root, inForce.siteRoots)),
      };
    },
    others,
    async concerned(values, inForce, folder) {
      const all = await ownersIn(inForce, folder);
      return new Set(values.flatMap((one) => (all ? [...sharers(all, one, inForce.house)] : [])));
    },
    async sharers(uri, inForce, root) {
      if (index === undefined || root === undefined || !wantsElsewhere(inForce.house)) return new Set();
      return (await ledgerOf(index, inForce, root)).sharers(uri);
    },
    changed() {
      known = new Map();
      measured = new Map();
    },
  };
}
