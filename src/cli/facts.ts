import type { Facts } from '../checks/check.ts';
import { disk } from '../disk/disk.ts';
import type { Stage } from '../house/house.ts';
import { factSource, type Wanted } from '../newsroom/facts.ts';
import type { HouseInForce, Houses } from '../newsroom/houses.ts';
import { newsroomIndex } from '../newsroom/newsroom-index.ts';
import type { World } from '../newsroom/world.ts';

/** Looks up on the disk what an article refers to; each file once a run. */
export type FactsOfRun = (
  wanted: Wanted,
  from: { readonly inForce: HouseInForce; readonly uri: string },
) => Promise<Facts>;

/**
 * @param now milliseconds since the epoch, the same for the whole run
 * @param asked the stage that the run asks about; absent: that of each article
 * @param texts the world that the texts of other articles are read from
 */
export function factsOf(houses: Houses, now: number, asked?: Stage, texts: World = disk): FactsOfRun {
  const index = newsroomIndex(texts, { keys: () => [], text: () => undefined }, houses.fileFor);
  const source = factSource(disk, () => now, index);
  return async (wanted, { inForce, uri }) => {
    const facts = await source.gather(wanted, inForce, uri, await houses.limitOf(uri));
    return asked === undefined ? facts : { ...facts, asked };
  };
}
