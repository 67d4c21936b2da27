import { itemType, typesOfField } from '../../house/field-types.ts';
import type { FieldRole, House } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import type { Person } from '../../model/byline/byline.ts';
import type { Value } from '../../model/front-matter/front-matter.ts';
import type { Place, Prose } from '../../model/prose.ts';
import { givenFields } from '../../reading/fields.ts';

/** Somebody whom an article names as having made it. */
export interface NamedPerson {
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

const fieldRoles: ReadonlySet<FieldRole> = new Set(['reporters', 'correspondents', 'photographers', 'editor']);

/** Everybody whom byline, credits, editor line and front matter name, in that order. */
export function* namedPeople(article: Article, house: House): Iterable<NamedPerson> {
  const { bylines, pictures, looseCredits, editors } = article.furniture;
  for (const { passage, byline } of bylines) yield* written(byline.people, passage.prose, 'byline');
  for (const { credit } of pictures) {
    if (credit) yield* written(credit.credit.people, credit.passage.prose, 'credit');
  }
  for (const { passage, credit } of looseCredits) yield* written(credit.people, passage.prose, 'credit');
  for (const { passage, names } of editors) {
    for (const { name, from, to } of names) yield named(name, 'byline', 'editor', passage.prose, from, to);
  }
  for (const { field, entry } of givenFields(article, house)) {
    const isPerson = typesOfField[itemType(field)].names === 'person';
    if (isPerson || (field.role && fieldRoles.has(field.role))) yield* inField(entry.value, field.role);
  }
}

function* written(people: readonly Person[], prose: Prose, where: 'byline' | 'credit'): Iterable<NamedPerson> {
  for (const { name, role, from, to } of people) yield named(name, where, role, prose, from, to);
}

function* inField(value: Value, role: string | undefined): Iterable<NamedPerson> {
  if (value.kind === 'list') for (const item of value.items) yield* inField(item, role);
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return;
  for (const [from, to] of namesWithin(value.value)) {
    yield named(value.value.slice(from, to), 'field', role, value.prose, from, to);
  }
}

/** Where the names of one value stand: `林晓禾、周砚` are two people, whatever `wrong-type` says of writing them so. */
function* namesWithin(text: string): Iterable<readonly [from: number, to: number]> {
  const parts = /\p{Script=Han}/u.test(text) ? /[^、,，;；&/\n]+/g : /[^,;&\n]+/g;
  for (const { 0: part, index } of text.matchAll(parts)) {
    const name = part.trim();
    const from = index + part.indexOf(name);
    if (name !== '') yield [from, from + name.length];
  }
}

function named(
  name: string,
  where: NamedPerson['where'],
  role: string | undefined,
  prose: Prose,
  from: number,
  to: number,
): NamedPerson {
  return {
    name: spacedOut(name),
    written: prose.rendered.slice(from, to),
    where,
    role,
    at: prose.at(from, to),
    prose,
    from,
    to,
  };
}

/** A Han name without its letter-spacing; the blanks of other names are part of them. */
function spacedOut(name: string): string {
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(name) ? name.replace(/\s+/g, '') : name;
}
