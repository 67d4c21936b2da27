import type { FieldType } from '../house/field-types.ts';
import type { FieldRole } from '../house/house.ts';
import { namesPeople } from '../reading/names.ts';
import { type SeenField, tellsOfMoments, tellsOfPeople } from './field-seen.ts';
import { seeDates } from './see-dates.ts';

/** The values of a column, or of another field that says a few things, one at a time or several. */
export function closedValues(field: SeenField): readonly string[] | undefined {
  const { values, singles, kinds, count } = field;
  const once = values.filter(({ count: times }) => times === 1).length;
  // A list takes free words more easily: there are fewer of them, and none stands once.
  const isListed = kinds.list > 0;
  const isClosed =
    kinds.text + kinds.list === count &&
    values.length >= 2 &&
    values.length <= (isListed ? 20 : 40) &&
    singles >= values.length * (isListed ? 6 : 4) &&
    once <= (isListed ? 0 : singles * 0.02);
  return isClosed ? values.map(({ value }) => value) : undefined;
}

/** Whether objects of a field hold lists of objects, of which no house can say what they hold. */
export const isDeep = ({ inner }: SeenField): boolean => inner.some(({ kinds }) => kinds.maps > 0);

/** The type that every value of a field has; `undefined` where none says what they are. */
export function typeOf(field: SeenField, role: FieldRole | undefined): FieldType | undefined {
  const { kinds, count, singles } = field;
  if (count === 0) return 'text';
  const only = (kind: keyof typeof kinds): boolean => kinds[kind] === count;
  const isSingle = kinds.text + kinds.number + kinds.boolean + kinds.map === count;
  if (only('boolean')) return 'boolean';
  if (isDeep(field)) return undefined;
  if (only('map')) return 'map';
  // What has other shapes too is said where checks know them: people and moments that objects tell of.
  const namesSome = role !== undefined && namesPeople({ type: 'text', role });
  if (kinds.maps + kinds.map > 0 && namesSome && tellsOfPeople(field) && kinds.maps + kinds.map < count)
    return 'people';
  if (kinds.maps + kinds.map > 0 && !(role === 'published' && tellsOfMoments(field))) return undefined;
  if (isSingle && kinds.boolean === 0 && field.dates >= singles * 0.9 && singles > 0) {
    const { times, days } = seeDates(field);
    return times === 0 && days > 0 ? 'date' : 'datetime';
  }
  if (only('number') && role === undefined) return 'number';
  if (role !== undefined && namesPeople({ type: 'text', role })) {
    if (field.names >= singles * 0.7 && field.separated <= singles * 0.02 && kinds.number + kinds.boolean === 0)
      return 'people';
    return kinds.list === count ? 'list' : isSingle ? 'text' : field.separated === 0 ? 'list' : undefined;
  }
  if (role === 'cover' && isSingle) {
    if (field.pictures === singles) return 'image';
    return field.addresses === singles ? 'url' : 'text';
  }
  if (isSingle && kinds.text === count) {
    if (field.addresses === singles) return 'url';
    if ((role === 'column' || role === 'language') && closedValues(field) !== undefined) return 'choice';
    return 'text';
  }
  if (isSingle) return kinds.text > 0 && kinds.boolean === 0 ? 'text' : undefined;
  if (kinds.list === count) return 'list';
  // One alone without brackets is a list of one; several in one text are not.
  return field.separated === 0 && kinds.boolean === 0 ? 'list' : undefined;
}

/** What can be said of a field whose values are of many kinds: nothing is asked of a text or a list. */
export function looseType(field: SeenField, role: FieldRole | undefined): FieldType | undefined {
  const { kinds, count } = field;
  // A date stays one, written as it comes.
  if (role === 'published') return typeOf(field, role);
  if (kinds.text === count) return 'text';
  return kinds.list === count ? 'list' : undefined;
}
