import type { FieldType } from '../house/field-types.ts';
import { fillAll, type Localized, listed } from '../model/finding.ts';
import type { Piece } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import { isDeep, typeOf } from './field-type.ts';
import { typeWords } from './role-words.ts';
import { nearlyAll, share } from './tally.ts';

/** What fewer articles do is no rule for the next one. */
const enough = 10;

/** An object with more fields than this is a table of data: its names are values. */
const mostFields = 16;

/** Whether a field holds objects that are all alike: the names in them are fields, and come again. */
export function holdsObjects(field: SeenField): boolean {
  const { inner, objects, kinds, count } = field;
  const usual = inner.filter((one) => often(one, objects));
  return (
    (kinds.maps === count || kinds.map === count) &&
    objects >= 3 &&
    !isDeep(field) &&
    usual.length > 0 &&
    inner.length <= Math.min(mostFields, usual.length * 2 + 1)
  );
}

const often = ({ count, empty }: SeenField, objects: number): boolean => share(count + empty, objects) >= 0.5;

/** The fields of the objects of a field, each with how many of them have it. */
export function innerPieces({ key, inner, objects, count }: SeenField): readonly Piece[] {
  return [...inner]
    .sort((a, b) => a.position - b.position)
    .flatMap((one): readonly Piece[] => {
      const at = (name: string): readonly string[] => ['fields', key, 'fields', one.key, name];
      const said: Localized = fillAll(
        { en: '{count} of {objects}', zh: '{objects} 项中 {count} 项' },
        { count: one.count, objects },
      );
      return [
        { path: at('type'), value: innerType(one), comment: said },
        // One who forgets the address of a link has written no link.
        ...(count >= enough && share(one.count, objects) >= nearlyAll && one.kinds.boolean < one.count
          ? [{ path: at('required'), value: 'draft' }]
          : []),
      ];
    });
}

/** What a field of an object may hold; what is of several kinds is a text, or whatever its shape is. */
function innerType(field: SeenField): FieldType {
  const { kinds, count, pictures, singles } = field;
  if (count === 0) return 'text';
  if (kinds.text === count && pictures === singles && field.addresses === 0) return 'image';
  const type = typeOf(field, undefined);
  if (type === 'url' && count < enough) return 'text';
  if (type !== undefined) return type;
  return kinds.list > count / 2 ? 'list' : kinds.map > count / 2 ? 'map' : 'text';
}

/** What objects are called in a proposal: `list of src, caption`. */
export function objectWords({ inner, kinds, count }: SeenField): Localized {
  return fillAll(
    { en: '{kind} of {names}', zh: '{kind}，各有 {names}' },
    { kind: typeWords(kinds.map === count ? 'map' : 'list'), names: listed(inner.map(({ key }) => key)) },
  );
}
