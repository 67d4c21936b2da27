import type { CreditedElsewhere, Elsewhere, Neighbour, SaidCredit } from '../checks/elsewhere.ts';
import { addressOf } from '../engine/declared-addresses.ts';
import { isArticle } from '../engine/is-article.ts';
import type { ArticleValues } from '../engine/newsroom-values.ts';
import { pathOnWeb } from '../engine/site-links.ts';
import {
  correctedBy,
  correctedKey,
  creditsIn,
  dayIn,
  pictureKey,
  slugKey,
  type Trace,
  titleKey,
} from '../engine/traces.ts';
import { imagePath } from '../model/image-path.ts';
import { parseArticle } from '../model/parse.ts';
import type { HouseInForce } from './houses.ts';
import { isTranslation } from './in-language.ts';
import type { Keys, Ledger } from './ledger.ts';
import { leadsTo } from './link-facts.ts';
import type { NewsroomIndex } from './newsroom-index.ts';
import type { Sites } from './site-addresses.ts';
import { placesOf } from './site-roots.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';

/** Where articles of a newsroom lie. */
interface Ground {
  readonly inForce: HouseInForce;
  /** The folder that references may not leave. */
  readonly limit: string;
  readonly sites: Sites;
}

/** What stands for what an article has. */
export function keysOf(uri: string, trace: Trace, ground: Ground): Keys {
  const { house, root, file } = ground.inForce;
  const path = relativePath(root ?? ground.limit, uri) ?? nameOf(uri);
  // What describes the repository is no article of it.
  if (trace.values.size === 0 && !isArticle({ path, text: '', inHouse: file !== undefined }))
    return { had: [], spokenOf: [] };
  const heads = [titleKey(trace.values, house), slugKey(trace.values, house, folderOf(uri))];
  // Whoever is corrected has the key of it as well, so that it is told.
  const { addressesOf, bases } = ground.sites;
  const links = correctedBy(trace, house, bases);
  const corrected = [
    ...[uri, ...links.map((one) => placeOf(one, uri, ground))],
    ...[...addressesOf(uri, trace.values), ...links.map(addressOf)].flatMap((one) => one ?? []).map(atAddress),
  ].map(correctedKey);
  return {
    had: [...trace.paragraphs, ...heads.filter((key) => key !== undefined), ...corrected],
    spokenOf: trace.pictures.map((reference) => pictureKey(placeOf(reference, uri, ground))),
  };
}

const atAddress = (address: string): string => `address ${address}`;

/** Where an article's address comes from besides its slug: its folder, and the day that its name begins with. */
function folderOf(uri: string): string {
  return `${parentUri(uri) ?? ''}/${/^[\d-]*/.exec(nameOf(uri))?.[0] ?? ''}`;
}

/** The picture that a reference means: its file, or itself where it leads to none of the newsroom. */
function placeOf(reference: string, uri: string, { inForce, limit }: Ground): string {
  return placesOf(imagePath(reference), parentUri(uri) ?? limit, limit, inForce)[0] ?? reference;
}

/** The ledger of the newsroom that an article belongs to. @param limit the folder that references may not leave */
export async function ledgerOf(index: NewsroomIndex, inForce: HouseInForce, limit: string): Promise<Ledger> {
  const ground = { inForce, limit, sites: await index.sites(limit) };
  return index.ledger(inForce.root ?? limit, inForce, (uri, trace) => keysOf(uri, trace, ground));
}

/** What is known of the articles that have something of one. */
interface Others {
  readonly ledger: Pick<Ledger, 'others'>;
  trace(uri: string): Trace | undefined;
  /** How an article credits its pictures, by where they lie. */
  credits(uri: string): ReadonlyMap<string, SaidCredit>;
}

/** What other articles of the newsroom have of one. */
export async function elsewhere(
  index: NewsroomIndex,
  trace: Trace,
  uri: string,
  place: Omit<Ground, 'sites'>,
  links: readonly string[],
): Promise<Elsewhere> {
  const ground = { ...place, sites: await index.sites(place.limit) };
  const ledger = await ledgerOf(index, ground.inForce, ground.limit);
  const credits = new Map<string, ReadonlyMap<string, SaidCredit>>();
  for (const reference of trace.pictures) {
    for (const other of ledger.others(pictureKey(placeOf(reference, uri, ground)), uri))
      if (!credits.has(other)) credits.set(other, await keptCredits(index, other, ground));
  }
  const others = { ledger, trace: index.trace, credits: (other: string) => credits.get(other) ?? new Map() };
  return elsewhereIn(others, trace, uri, ground, links);
}

/** What others have of an article, of what is known of them. @param links keys of its links to articles, as `LinkedFile` has them */
export function elsewhereIn(
  { ledger, trace: traceFor, credits: creditsFor }: Others,
  trace: Trace,
  uri: string,
  ground: Ground,
  links: readonly string[],
): Elsewhere {
  const { house, root } = ground.inForce;
  const from = root ?? ground.limit;
  const others = (key: number | undefined): readonly string[] =>
    key === undefined ? [] : ledger.others(key, uri).filter((other) => !isTranslation(uri, other));
  const named = (other: string): Neighbour => {
    const day = dayIn(valuesOf(other), house);
    return { path: relativePath(from, other) ?? nameOf(other), ...(day === undefined ? {} : { day }) };
  };
  const valuesOf = (other: string): ArticleValues => traceFor(other)?.values ?? new Map();
  const { addressesOf, bases } = ground.sites;
  const isAt = (other: string, key: string): boolean => {
    const [, kind, written] = /^(path|web) (.*)$/s.exec(key) ?? [];
    // Whoever links to such an address on any site is taken to link to the correction.
    const path = kind === 'web' ? pathOnWeb(written ?? '') : written;
    if (path === undefined) return leadsTo(key, relativePath(from, other) ?? nameOf(other));
    const address = addressOf(path);
    const isAddress = address !== undefined && addressesOf(other, valuesOf(other)).includes(address);
    return isAddress || placeOf(path, uri, ground) === other;
  };
  /** Articles that correct this one and name it by an address that it says it has. */
  function correctingByAddress(): readonly string[] {
    return addressesOf(uri, trace.values).flatMap((address) =>
      ledger.others(correctedKey(atAddress(address)), uri).filter((other) => {
        const its = traceFor(other);
        return its !== undefined && correctedBy(its, house, bases).some((link) => addressOf(link) === address);
      }),
    );
  }
  const paragraphs = new Map<number, readonly Neighbour[]>();
  for (const key of trace.paragraphs) {
    const sharers = others(key);
    if (sharers.length > 0) paragraphs.set(key, sharers.map(named));
  }
  const credits = new Map<string, readonly CreditedElsewhere[]>();
  for (const reference of trace.pictures) {
    const place = placeOf(reference, uri, ground);
    const credited = ledger.others(pictureKey(place), uri).flatMap((other) => {
      const credit = creditsFor(other).get(place);
      return credit ? [{ ...named(other), credit }] : [];
    });
    if (credited.length > 0) credits.set(imagePath(reference), credited);
  }
  return {
    titles: others(titleKey(trace.values, house)).map(named),
    slugs: others(slugKey(trace.values, house, folderOf(uri))).map(named),
    paragraphs,
    credits,
    corrections: [...new Set([...ledger.others(correctedKey(uri), uri), ...correctingByAddress()])]
      .filter((other) => !links.some((key) => isAt(other, key)))
      .map(named),
  };
}

/** How the pictures of a text are credited, by where they lie. */
export function creditsByPlace(text: string, uri: string, ground: Ground): ReadonlyMap<string, SaidCredit> {
  return new Map([...creditsIn(parseArticle(text))].map(([src, credit]) => [placeOf(src, uri, ground), credit]));
}

const kept = new WeakMap<Trace, ReadonlyMap<string, SaidCredit>>();

/** The same for an article of the index, read once for each text of it. */
async function keptCredits(
  index: NewsroomIndex,
  uri: string,
  ground: Ground,
): Promise<ReadonlyMap<string, SaidCredit>> {
  const trace = index.trace(uri);
  const known = trace && kept.get(trace);
  if (known) return known;
  const credits = creditsByPlace(await index.text(uri), uri, ground);
  if (trace) kept.set(trace, credits);
  return credits;
}
