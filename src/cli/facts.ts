import type { Facts } from '../checks/check.ts';
import { disk } from '../disk/disk.ts';
import type { Stage } from '../house/house.ts';
import { factSource, type Wanted } from '../newsroom/facts.ts';
import type { HouseInForce, Houses } from '../newsroom/houses.ts';
import { newsroomIndex } from '../newsroom/newsroom-index.ts';

/** Looks up on the disk what an article refers to; each file once a run. */
export type FactsOfRun = (
  wanted: Wanted,
  from: { readonly inForce: HouseInForce; readonly uri: string },
) => Promise<Facts>;

/**
 * @param now milliseconds since the epoch, the same for the whole run
 * @param asked the stage that the run asks about; absent: that of each article
 */
export function factsOf(houses: Houses, now: number, asked?: Stage): FactsOfRun {
  const index = newsroomIndex(disk, { keys: () => [], text: () => undefined }, houses.fileFor);
  const source = factSource(disk, () => now, index);
  return async (wanted, { inForce, uri }) => {
    const facts = await source.gather(wanted, inForce, uri, await houses.limitOf(uri));
    return asked === undefined ? facts : { ...facts, asked };
  };
}
