import type { Field } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Person } from '../model/byline/byline.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { nameEntry } from '../model/front-matter/values.ts';
import type { Place, Prose } from '../model/prose.ts';
import type { GivenField } from './fields.ts';
import { namesPeople, namesWithin } from './names.ts';

/** Somebody whom an article names as having made it. */
export interface NamedPerson {
  /** Without letter-spacing. */
  readonly name: string;
  /** As written: with letter-spacing, with the interpunct that was typed. */
  readonly written: string;
  readonly where: 'byline' | 'credit' | 'field';
  /** The role word beside the name, or the role of the front-matter field. */
  readonly role: string | undefined;
  readonly at: Place;
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
}

/** Everybody whom byline, credits, editor line and front matter name, in that order. */
export function namedPeople({ furniture }: Article, given: readonly GivenField[]): readonly NamedPerson[] {
  const { bylines, pictures, looseCredits, editors } = furniture;
  return [
    ...bylines.flatMap(({ passage, byline }) => signed(byline.people, passage.prose, 'byline')),
    ...pictures.flatMap(({ credit }) => (credit ? signed(credit.credit.people, credit.passage.prose, 'credit') : [])),
    ...looseCredits.flatMap(({ passage, credit }) => signed(credit.people, passage.prose, 'credit')),
    ...editors.flatMap(({ passage: { prose }, names }) =>
      names.map(({ name, from, to }) => named(spacedOut(name), 'byline', 'editor', prose, from, to)),
    ),
    ...given.flatMap(({ field, entry }) => (namesPeople(field) ? inField(entry.value, field.role, field) : [])),
  ];
}

/** The names that a value of the front matter gives, in written order. */
export function namesIn(value: Value, field?: Field): readonly string[] {
  return inField(value, undefined, field).map(({ name }) => name);
}

function signed(people: readonly Person[], prose: Prose, where: 'byline' | 'credit'): readonly NamedPerson[] {
  return people.map(({ name, role, from, to }) => named(spacedOut(name), where, role, prose, from, to));
}

function inField(value: Value, role: string | undefined, field: Field | undefined): readonly NamedPerson[] {
  if (value.kind === 'list') return value.items.flatMap((item) => inField(item, role, field));
  // An object tells of somebody: `{name: 高远, url: …}`.
  if (value.kind === 'map') {
    const own = nameEntry(value);
    return own === undefined ? [] : inField(own.value, role, field);
  }
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return [];
  const { prose, value: text } = value;
  // An id stands for the person whom the newsroom's file of it names.
  const known = field?.valuesFrom === undefined ? undefined : field.values?.find((one) => one.value === text)?.label;
  if (known !== undefined) return [named(known, 'field', role, prose, 0, text.length)];
  return namesWithin(text).map(({ name, from, to }) => named(name, 'field', role, prose, from, to));
}

function named(
  name: string,
  where: NamedPerson['where'],
  role: string | undefined,
  prose: Prose,
  from: number,
  to: number,
): NamedPerson {
  return { name, written: prose.rendered.slice(from, to), where, role, at: prose.at(from, to), prose, from, to };
}

/** A Han name without its letter-spacing; the blanks of other names are part of them. */
function spacedOut(name: string): string {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(name) ? name.replace(/\s+/g, '') : name;
}
