import type { Localized } from '../model/finding.ts';
import { booleanType } from './field-types/boolean.ts';
import { choiceType } from './field-types/choice.ts';
import { dateType } from './field-types/date.ts';
import { datetimeType } from './field-types/datetime.ts';
import type { AroundValue, FieldRules, SaidBy, Scalar, TypeOfField, ValueFault } from './field-types/field-type.ts';
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

/** The ids of what a check says of values by their types. */
export type TypeMessage<C extends SaidBy = SaidBy> = {
  [T in FieldType]: (typeof types)[T] extends TypeOfField<infer M, C> ? M : never;
}[FieldType];

/** See {@link TypeOfField}. */
export const typesOfField: Readonly<Record<FieldType, TypeOfField<TypeMessage>>> = types;

/** What a check says of values by their types; a message that two types have is one and the same. */
export function typeMessages<C extends SaidBy>(check: C): Readonly<Record<TypeMessage<C>, Localized>> {
  const own = Object.values(types).filter(({ saidBy }) => saidBy === check);
  return Object.assign({}, ...own.map(({ messages }) => messages));
}

/** What a check says of one value by the type of its field. @param field with its settings */
export function typeFaults<C extends SaidBy>(
  check: C,
  value: Scalar,
  field: Typed & FieldRules,
  around: AroundValue,
): Iterable<ValueFault<TypeMessage<C>>> {
  const type = typesOfField[itemType(field)];
  return type.saidBy === check ? (type.faults(value, field, around) as Iterable<ValueFault<TypeMessage<C>>>) : [];
}

/**
 * A moment as the house writes it in a field: a day alone where it is a date, and as `datetime` where it is a text.
 * @param moment milliseconds since the epoch
 */
export function stampFor(field: Typed & FieldRules, moment: number, timeZone: string | undefined): string {
  const type = isDated(field) ? itemType(field) : 'datetime';
  return typesOfField[type].ofMoment?.(moment, field, timeZone) ?? '';
}

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

/** Whether the values of a field are names of people. */
export function isPeople(field: Typed): boolean {
  return typesOfField[itemType(field)].names === 'person';
}

/** Whether the values of a field are days or moments. */
export function isDated(field: Typed): boolean {
  return typesOfField[itemType(field)].ofMoment !== undefined;
}

/** Whether a field holds several values of one kind. */
export function isListed({ type }: Typed): boolean {
  return typesOfField[type].shape === 'many';
}
