import type { Facts } from '../checks/check.ts';
import { disk } from '../disk/disk.ts';
import type { Stage } from '../house/house.ts';
import { type AskedOfOthers, factSource, type SaidByOthers, type Wanted } from '../newsroom/facts.ts';
import type { HouseInForce, Houses } from '../newsroom/houses.ts';
import { type KeptOf, newsroomIndex } from '../newsroom/newsroom-index.ts';
import type { World } from '../newsroom/world.ts';

/** Looks up on the disk what an article refers to; each file once a run. */
export type FactsOfRun = (
  wanted: Wanted,
  from: { readonly inForce: HouseInForce; readonly uri: string },
) => Promise<Facts>;

/** What a run may say of the facts that it wants. */
interface Asked {
  /** The stage that the run asks about; absent: that of each article. */
  readonly asked?: Stage | undefined;
  /** The world that the texts of other articles are read from. */
  readonly texts?: World | undefined;
  /** What is kept of articles; absent: all are read. */
  readonly keptOf?: KeptOf | undefined;
  /** Who knows what the other articles say; absent: they are read. */
  readonly ask?: ((about: AboutOthers) => Promise<SaidByOthers>) | undefined;
}

/** An article, and what is asked of the others for it: values alone, since it may be asked by another thread. */
export interface AboutOthers extends AskedOfOthers {
  readonly uri: string;
}

/** What a run knows besides the texts that it judges. */
interface KnownToRun {
  readonly facts: FactsOfRun;
  /** What the other articles say of one, for a thread that judges it. */
  others(about: AboutOthers): Promise<SaidByOthers>;
}

/** @param now milliseconds since the epoch, the same for the whole run */
export function knownToRun(houses: Houses, now: number, { asked, texts = disk, keptOf, ask }: Asked = {}): KnownToRun {
  const index = newsroomIndex(texts, { keys: () => [], text: () => undefined }, houses.fileFor, keptOf);
  const asking =
    ask &&
    (({ values, links, trace }: AskedOfOthers, _inForce: HouseInForce, uri: string) => {
      // Values that are packed are of a class, which no message holds.
      const plain = new Map(values);
      return ask({ uri, values: plain, links, ...(trace && { trace: { ...trace, values: plain } }) });
    });
  const source = factSource(disk, () => now, index, asking);
  return {
    async facts(wanted, { inForce, uri }) {
      const facts = await source.gather(wanted, inForce, uri, await houses.limitOf(uri));
      return asked === undefined ? facts : { ...facts, asked };
    },
    async others({ uri, ...about }) {
      const root = await houses.limitOf(uri);
      return root === undefined ? {} : source.others(about, await houses.of(uri), uri, root);
    },
  };
}

/** The facts of a run in which one thread judges. */
export function factsOf(houses: Houses, now: number, asked?: Asked): FactsOfRun {
  return knownToRun(houses, now, asked).facts;
}
