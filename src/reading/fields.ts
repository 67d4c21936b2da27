import { entryOf, fieldOfKey, fieldOfRole, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import type { Field, FieldRole, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Entry, FrontMatter, Value } from '../model/front-matter/front-matter.ts';
import { isBroken } from '../model/front-matter/values.ts';

/** A field of the house with the entry that gives it, whose YAML is sound. */
export interface GivenField {
  readonly field: Field;
  readonly entry: Entry;
}

/** The fields that an article gives, in written order; of a duplicate the first. */
export function givenFields({ frontMatter }: Pick<Article, 'frontMatter'>, house: House): readonly GivenField[] {
  const given: GivenField[] = [];
  const seen = new Set<string>();
  for (const entry of frontMatter.entries) {
    const field = fieldOfKey(house, entry.key);
    if (field === undefined || seen.has(field.key)) continue;
    seen.add(field.key);
    if (!isBroken(frontMatter, entry)) given.push({ field, entry });
  }
  return given;
}

/** Fields inside fields that an article gives, in written order: of each object of a list, and of a map. */
export function innerFields(given: readonly GivenField[]): readonly GivenField[] {
  return given.flatMap(({ field, entry }) =>
    objectsIn(field, entry.value).flatMap((object) =>
      object.entries.flatMap((inner) => {
        const own = field.fields?.find(({ key }) => key === inner.key);
        return own ? [{ field: own, entry: inner }] : [];
      }),
    ),
  );
}

/** The objects that a field with fields of its own holds. */
export function objectsIn({ fields }: Field, value: Value): readonly Extract<Value, { kind: 'map' }>[] {
  if (fields === undefined) return [];
  const all = value.kind === 'list' ? value.items : [value];
  return all.filter((one) => one.kind === 'map');
}

/** The field that a key was meant to be. */
export interface MeantField {
  readonly field: Field;
  /** The name to write: that of the house, or its other name where the article's fields have those. */
  readonly key: string;
  /** The key is the field in other letters or by its label: `标题`, `Title`, `original-title`. */
  readonly certain: boolean;
}

/** The field that a key the house does not know was meant to be, unless the article gives that one too. */
export function meantField(frontMatter: FrontMatter, house: House, key: string): MeantField | undefined {
  const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');
  const plain = bare(key);
  const same = house.fields.find((field) =>
    [...keysOf(field), field.label.zh, field.label.en].some((name) => bare(name) === plain),
  );
  const near = same === undefined ? didYouMean(key, house.fields.flatMap(keysOf)) : undefined;
  const field = same ?? (near === undefined ? undefined : fieldOfKey(house, near));
  if (field === undefined || entryOf(frontMatter, field) !== undefined) return undefined;
  // A slip in an English name was meant to be English, whatever the others are; `Date` is the other name `date`.
  const ownName = keysOf(field).find((name) => bare(name) === plain && /^[\w.-]+$/.test(name));
  const name = near ?? ownName ?? nameIn(field, spellingOf(frontMatter, house));
  return { field, key: name, certain: same !== undefined };
}

/** The names under which articles give what a role means; the role's own where the house has no field for it. */
export function namesOfRole(house: House, role: FieldRole): readonly string[] {
  const field = fieldOfRole(house, role);
  return field === undefined ? [role] : keysOf(field);
}
