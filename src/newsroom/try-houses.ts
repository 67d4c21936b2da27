import { compareHouses, type HouseChange } from '../engine/compare-houses.ts';
import { isArticle } from '../engine/is-article.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Localized } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { factSource, wantedBy } from './facts.ts';
import type { Opened } from './find-house.ts';
import { type HouseInForce, type Houses, houses } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { pathInHouse } from './is-article-of.ts';
import { newsroomIndex } from './newsroom-index.ts';
import { plainUri } from './uri.ts';
import { readText, type World, withOpenTexts } from './world.ts';

/** Two states of a newsroom's house files, tried on its articles. */
interface HouseTrial {
  /** The articles as they are, unsaved edits included, and the files as they are saved. */
  readonly world: World;
  readonly opened: Opened;
  /** The id of the house of ours that holds where there is no house file. */
  without(uri: string | undefined): string | Promise<string>;
  /** By uri the texts of house files, lists of people and of terms that are tried, each against what stands there. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** An article that both houses were asked about. */
export interface TriedArticle {
  readonly uri: string;
  readonly article: Article;
  readonly changes: readonly HouseChange[];
}

/** One side of a trial. */
interface Tried {
  readonly houses: Houses;
  of(uri: string): Promise<HouseInForce>;
  facts: ReturnType<typeof factSource>;
}

/**
 * Asks both states of the house about one article after the other; `undefined` for a file that is none, or whose house
 * cannot be read.
 */
export function houseTrial(trial: HouseTrial): {
  judge(uri: string): Promise<TriedArticle | undefined>;
  /** What is wrong with the house files that were tried, each once: what can be read of them holds. */
  faults(): readonly Localized[];
} {
  const faults = new Map<string, Localized>();
  const side = (texts: ReadonlyMap<string, string>, noted: boolean): Tried => {
    const byPlace = new Map([...texts].map(([uri, text]) => [plainUri(uri), text]));
    const world: World = {
      ...withOpenTexts(trial.world, (uri) => byPlace.get(plainUri(uri))),
      // A house file that is only being thought of is found, too.
      kinds: async (uris) => {
        const kinds = await trial.world.kinds(uris);
        return uris.map((uri, at) => (byPlace.has(plainUri(uri)) ? 'file' : kinds[at]));
      },
    };
    const known = houses({
      world,
      opened: trial.opened,
      without: trial.without,
      report: ({ findings }) => {
        if (!noted) return;
        for (const { severity, message } of findings) if (severity === 'error') faults.set(message.en, message);
      },
    });
    const index = newsroomIndex(world, { keys: () => [], text: () => undefined }, known.fileFor);
    return { houses: known, of: known.of, facts: factSource(world, () => trial.now, index) };
  };
  const before = side(trial.before, false);
  const after = side(trial.after, true);
  const sames = new WeakMap<House, { readonly other: House; readonly same: boolean }>();
  const isSame = (one: House, other: House): boolean => {
    const known = sames.get(one);
    if (known?.other === other) return known.same;
    const same = written(one) === written(other);
    sames.set(one, { other, same });
    return same;
  };
  const factsOf = async (tried: Tried, inForce: HouseInForce, article: Article, uri: string) =>
    tried.facts.gather(wantedBy(article, inForce.house), inForce, uri, await tried.houses.limitOf(uri));
  return {
    faults: () => [...faults.values()],
    async judge(uri) {
      const [was, is] = [await before.of(uri), await after.of(uri)];
      if (was.isUnknown || is.isUnknown || isLeftOut(is.leftOut, uri)) return undefined;
      const text = await readText(trial.world, uri);
      const path = pathInHouse(is.root, uri);
      if (text === undefined || !isArticle({ path, text, inHouse: is.file !== undefined })) return undefined;
      const article = parseArticle(text);
      if (isSame(was.house, is.house) && written(was.siteRoots) === written(is.siteRoots))
        return { uri, article, changes: [] };
      const known = await factsOf(before, was, article, uri);
      const found = await factsOf(after, is, article, uri);
      const [compared] = compareHouses(
        [article],
        { house: was.house, facts: () => known },
        { house: is.house, facts: () => found },
      );
      return { uri, article, changes: compared?.changes ?? [] };
    },
  };
}

/** What a house says, apart from where in its files it says it. */
function written(value: unknown): string {
  return (
    JSON.stringify(value, (key, one: unknown) => {
      if (key === 'origins' || key === 'at') return undefined;
      return one instanceof Map || one instanceof Set ? [...one] : one;
    }) ?? ''
  );
}
