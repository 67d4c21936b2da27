import { isChineseProse, keptByText } from '../../model/kept.ts';
import { type Named, placeNames } from './place-names.ts';
import { walkedOf } from './walk.ts';

/** A place where it is named. Offsets are UTF-16 units. */
export interface PlaceName extends Named {
  readonly from: number;
  readonly to: number;
}

/** The places that a text names, in order; of names within one another the longest. */
export const placesIn = keptByText((text, prose): readonly PlaceName[] => {
  // In text without a Han character there is none, and nothing that knows them need be read.
  if (!isChineseProse(prose) && !/\p{Script=Han}/u.test(text)) return nothing;
  const { places } = walkedOf(prose);
  if (places.length === 0) return nothing;
  const { all } = placeNames();
  const found: PlaceName[] = [];
  for (const { from, to, word } of places) {
    const last = found.at(-1);
    if (last && last.to > from && (last.from < from || last.to >= to)) continue;
    if (last?.from === from) found.pop();
    const place = all[word];
    if (place) found.push({ ...place, from, to });
  }
  return found;
});

const nothing: readonly never[] = [];
