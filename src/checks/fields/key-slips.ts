import type { House } from '../../house/house.ts';
import { isOneSlip } from '../../model/did-you-mean.ts';
import type { FrontMatter } from '../../model/front-matter/front-matter.ts';
import { type MeantField, meantField } from '../../reading/fields.ts';

/**
 * The field that an unknown name was meant to be, where the house wants to hear of it: where other fields are fine, of
 * what is surely a slip of the pen alone.
 */
export function slipOf(frontMatter: FrontMatter, house: House, key: string): MeantField | undefined {
  const meant = meantField(frontMatter, house, key);
  return house.otherFields !== 'fine' || (meant && (meant.certain || isSurelySlip(key, meant.key))) ? meant : undefined;
}

/**
 * Whether a name is another one with a single slip of the pen. A plural is a name of its own (`tag` beside `tags`), and
 * of short names one letter more or less makes another (`data`, `date`).
 */
export function isSurelySlip(key: string, meant: string): boolean {
  const isPlural = key === `${meant}s` || meant === `${key}s`;
  return key.length >= 5 && meant.length >= 5 && !isPlural && isOneSlip(key, meant);
}
