import type { Localized } from '../model/finding.ts';
import { booleanType } from './field-types/boolean.ts';
import { choiceType } from './field-types/choice.ts';
import { dateType } from './field-types/date.ts';
import { datetimeType } from './field-types/datetime.ts';
import type { TypeOfField } from './field-types/field-type.ts';
import { imageType } from './field-types/image.ts';
import { linksType } from './field-types/links.ts';
import { listType } from './field-types/list.ts';
import { mapType } from './field-types/map.ts';
import { numberType } from './field-types/number.ts';
import { pathType } from './field-types/path.ts';
import { peopleType } from './field-types/people.ts';
import { personType } from './field-types/person.ts';
import { textType } from './field-types/text.ts';
import { urlType } from './field-types/url.ts';

/**
 * Every type of field, in the order in which they are explained; each is told by its own file. Validation, completion,
 * hover, the JSON Schema of a house's fields and the reference page (fields.md) follow from this table.
 */
const types = {
  text: textType,
  date: dateType,
  datetime: datetimeType,
  choice: choiceType,
  person: personType,
  people: peopleType,
  image: imageType,
  url: urlType,
  path: pathType,
  boolean: booleanType,
  number: numberType,
  list: listType,
  map: mapType,
  links: linksType,
} as const;

/** What a front-matter field may hold. */
export type FieldType = keyof typeof types;

/** The ids of what is said of values by their types. */
export type TypeMessage = {
  [T in FieldType]: (typeof types)[T] extends TypeOfField<infer M> ? M : never;
}[FieldType];

/** See {@link TypeOfField}. */
export const typesOfField: Readonly<Record<FieldType, TypeOfField<TypeMessage>>> = types;

/** What they say; a message that two types have is one and the same. */
export const typeMessages = Object.assign({}, ...Object.values(types).map(({ messages }) => messages)) as Readonly<
  Record<TypeMessage, Localized>
>;

/** The names of the types, in that order. */
export const fieldTypes = Object.keys(types) as readonly FieldType[];

/** The types that a list or a map may be made of. */
export const itemTypes: readonly FieldType[] = fieldTypes.filter((type) => typesOfField[type].shape === 'one');

/** A field as far as its type goes. */
interface Typed {
  readonly type: FieldType;
  /** For `list` and `map`: what each value is; absent: text. */
  readonly of?: FieldType;
}

/** The type of one value of a field: that of the items of a list, `person` for people. */
export function itemType({ type, of }: Typed): FieldType {
  if (type === 'people') return 'person';
  return type === 'list' || type === 'map' ? (of ?? 'text') : type;
}

/** Whether a field holds several values of one kind. */
export function isListed({ type }: Typed): boolean {
  return typesOfField[type].shape === 'many';
}
