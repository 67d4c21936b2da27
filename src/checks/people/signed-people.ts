import { entryOf, fieldOfRole } from '../../house/field-keys.ts';
import type { FieldRole, House } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import type { Person } from '../../model/byline/byline.ts';
import { isCorrespondent, isWriter } from '../../model/byline/roles.ts';
import type { Entry, Value } from '../../model/front-matter/front-matter.ts';
import { isBroken } from '../../model/front-matter/values.ts';
import { writeScalar } from '../../model/front-matter/yaml-scalar.ts';

/** Who signs, by what they are. */
export interface Signers {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  /** Named without a role: a reporter or a correspondent, as the house has it. */
  readonly unlabelled: readonly string[];
}

/** The people of a byline, sorted into reporters and correspondents. */
export function signersOf(people: readonly Person[]): Signers {
  const authors = people.filter(({ role }) => isWriter(role));
  const names = (wanted: (person: Person) => boolean) => authors.filter(wanted).map(({ name }) => name);
  return {
    reporters: names(({ role }) => role !== undefined && !isCorrespondent(role)),
    correspondents: names(({ role }) => isCorrespondent(role)),
    unlabelled: names(({ role }) => role === undefined),
  };
}

/** The entry of the front matter for a role, when its YAML is sound. */
export function entryOfRole(article: Article, house: House, role: FieldRole): Entry | undefined {
  const field = fieldOfRole(house, role);
  const entry = entryOf(article.frontMatter, field);
  return entry && !isBroken(article.frontMatter, entry) ? entry : undefined;
}

/** The names that the front matter gives for a role, in written order. */
export function namedIn(article: Article, house: House, role: FieldRole): readonly string[] {
  const value = entryOfRole(article, house, role)?.value;
  return value ? namesIn(value) : [];
}

function namesIn(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(namesIn);
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return [];
  const text = value.value.trim();
  if (text === '') return [];
  const parts = /\p{Script=Han}/u.test(text) ? text.split(/[、,，;；&/\s]+/u) : text.split(/\s*(?:,|;|&|\band\b)\s*/);
  return parts.map((name) => name.trim()).filter((name) => name !== '');
}

/** A list of names as YAML, in one line. */
export function namesYaml(names: readonly string[]): string {
  return `[${names.map((name) => writeScalar(name)).join(', ')}]`;
}

/** The same names, in whatever order and however their interpuncts are written. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const key = (names: readonly string[]) => names.map(nameKey).sort().join('|');
  return key(a) === key(b);
}

/** A name without what is only spelling: spaces, and which interpunct. */
export function nameKey(name: string): string {
  return name
    .replace(/[\s\u3000]+/g, '')
    .replace(/[•・‧･．]/g, '·')
    .toLowerCase();
}
