import type { Facts } from '../checks/check.ts';
import { disk } from '../disk/disk.ts';
import type { Stage } from '../house/house.ts';
import { factSource, type Wanted } from '../newsroom/facts.ts';
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
}

/** @param now milliseconds since the epoch, the same for the whole run */
export function factsOf(houses: Houses, now: number, { asked, texts = disk, keptOf }: Asked = {}): FactsOfRun {
  const index = newsroomIndex(texts, { keys: () => [], text: () => undefined }, houses.fileFor, keptOf);
  const source = factSource(disk, () => now, index);
  return async (wanted, { inForce, uri }) => {
    const facts = await source.gather(wanted, inForce, uri, await houses.limitOf(uri));
    return asked === undefined ? facts : { ...facts, asked };
  };
}
