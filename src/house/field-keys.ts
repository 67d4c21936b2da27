import type { Entry, FrontMatter } from '../model/front-matter/front-matter.ts';
import type { Field, FieldRole, House } from './house.ts';

/** The names under which a field may stand in the front matter: its key, then the house's other names for it. */
export function keysOf(field: Field): readonly string[] {
  return field.aliases === undefined ? [field.key] : [field.key, ...field.aliases];
}

interface FieldIndex {
  readonly byName: ReadonlyMap<string, Field>;
  readonly byRole: ReadonlyMap<FieldRole, Field>;
}

const indexes = new WeakMap<readonly Field[], FieldIndex>();

/** The fields of a house by what they are asked for, made once: every check asks at every entry. */
function indexOf(fields: readonly Field[]): FieldIndex {
  const known = indexes.get(fields);
  if (known !== undefined) return known;
  const byName = new Map<string, Field>();
  const byRole = new Map<FieldRole, Field>();
  for (const field of fields) {
    if (!byName.has(field.key)) byName.set(field.key, field);
    if (field.role !== undefined && !byRole.has(field.role)) byRole.set(field.role, field);
  }
  // A key goes before another field's other name.
  for (const field of fields) for (const name of field.aliases ?? []) if (!byName.has(name)) byName.set(name, field);
  const index = { byName, byRole };
  indexes.set(fields, index);
  return index;
}

/** The field that a key of the front matter means. */
export function fieldOfKey({ fields }: Pick<House, 'fields'>, key: string): Field | undefined {
  return indexOf(fields).byName.get(key);
}

/** The field that has a role in the house. */
export function fieldOfRole({ fields }: Pick<House, 'fields'>, role: FieldRole): Field | undefined {
  return indexOf(fields).byRole.get(role);
}

/** The field that a word means by its role, or else by its key: a template does not know what the house calls it. */
export function fieldOfWord({ fields }: Pick<House, 'fields'>, word: string): Field | undefined {
  return fields.find(({ role }) => role === word) ?? fields.find(({ key }) => key === word);
}

/** The entry that gives a field, by whichever of its names; of several the first. */
export function entryOf({ entries }: Pick<FrontMatter, 'entries'>, field: Field | undefined): Entry | undefined {
  if (field === undefined) return undefined;
  const names = keysOf(field);
  const first = entries.find(({ key }) => names.includes(key));
  if (!(field.type === 'date' || field.type === 'datetime') || !isTruth(first)) return first;
  // `published: true` says whether, not when, if another field says that.
  return entries.find((entry) => names.includes(entry.key) && !isTruth(entry)) ?? first;
}

const isTruth = (entry: Entry | undefined): boolean =>
  entry?.value.kind === 'scalar' && typeof entry.value.value === 'boolean';

/** How the names of an article's fields are written: by the house's keys, or by its other names for them. */
export type Spelling = 'key' | 'alias';

/**
 * The spelling that an article's fields have: that of most of them, of the first where they are even; `undefined`
 * where there is nothing to go by.
 */
export function spellingOf({ entries }: Pick<FrontMatter, 'entries'>, house: House): Spelling | undefined {
  let balance = 0;
  let first: Spelling | undefined;
  for (const { key } of entries) {
    const field = fieldOfKey(house, key);
    if (field === undefined || !isSpelt(field)) continue;
    const spelling = field.key === key ? 'key' : 'alias';
    first ??= spelling;
    balance += spelling === 'key' ? 1 : -1;
  }
  return balance > 0 ? 'key' : balance < 0 ? 'alias' : first;
}

/**
 * Whether the name that a field has in an article tells how names are written there. A field with but one name says
 * nothing, and of names that the newsroom itself has given each is as good as another.
 */
export function isSpelt({ aliases, ownNames }: Field): boolean {
  return aliases !== undefined && aliases.length > 0 && ownNames !== true;
}

/** The name of a field in a spelling. */
export function nameIn(field: Field, spelling: Spelling | undefined): string {
  return spelling === 'alias' ? (field.aliases?.[0] ?? field.key) : field.key;
}

/** Where a house has no field for allowances, they are read from this one. */
const allow: Field = {
  key: 'allow',
  type: 'list',
  role: 'allow',
  label: { en: 'Allow', zh: '允许' },
  help: { en: '', zh: '' },
};

/** The field in which a house's articles allow checks. */
export function allowField(house: House): Field {
  return fieldOfRole(house, 'allow') ?? allow;
}
