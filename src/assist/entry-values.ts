import { rules } from '../checks/index.ts';
import type { Field, House } from '../house/house.ts';
import type { EntryPart } from '../writing/field-entries.ts';
import { type PossibleValue, type Surroundings, valuesOf } from './field-values.ts';

/** What a part of an entry may be, as far as it is known, the likeliest first. */
export function partValues(
  field: Field,
  part: EntryPart,
  house: House,
  around: Surroundings,
): readonly PossibleValue[] {
  switch (part) {
    case 'url':
      return valuesOf(field, house, around, 'url');
    case 'value':
      return valuesOf(field, house, around);
    case 'check':
      return rules.map(({ id, title }) => ({ value: id, label: title, typed: [] }));
    default:
      return [];
  }
}
