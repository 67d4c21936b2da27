import { keysOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { FrontMatter, Value } from '../model/front-matter/front-matter.ts';
import { readFrontMatter } from '../model/front-matter/read-front-matter.ts';

/**
 * What the front matter of one article says: by its keys as written, the texts of each; the names of a map under its
 * {@link namesKey}.
 */
export type ArticleValues = ReadonlyMap<string, readonly string[]>;

/** Where the names of a map are kept: no key has a NUL. */
export const namesKey = (key: string): string => `${key}\0`;

/** Front matter lies at the head: this much of a file holds it. UTF-16 units. */
const head = 70_000;

/** Reads what an article's front matter says, for questions that concern many articles. Never throws. */
export function articleValues(text: string): ArticleValues {
  return frontMatterValues(readFrontMatter(text.length > head ? text.slice(0, head) : text));
}

/** What a front matter says; of a field that stands twice, all of it. */
export function frontMatterValues({ entries }: Pick<FrontMatter, 'entries'>): ArticleValues {
  const values = new Map<string, readonly string[]>();
  for (const { key, value } of entries) {
    values.set(key, [...(values.get(key) ?? []), ...textsOf(value)]);
    if (value.kind === 'map')
      values.set(
        namesKey(key),
        value.entries.map((entry) => entry.key),
      );
  }
  return values;
}

function textsOf(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(textsOf);
  if (value.kind !== 'scalar') return [];
  return [typeof value.value === 'string' ? value.value : value.raw];
}

/** Whether two articles say the same. */
export function saysTheSame(one: ArticleValues, other: ArticleValues): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([key, texts]) => {
    const others = other.get(key);
    return others?.length === texts.length && texts.every((text, index) => text === others[index]);
  });
}

/** Whether the house has a field that needs to know of other articles. */
export function needsOthers(house: House): boolean {
  return house.fields.some(({ unique }) => unique === true);
}

/** In fields that must be unique: by the field's key, then by the value, the articles that have it. */
export type ValueOwners = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Who says what in the fields that must be unique. @param articles by whatever names them, what each says */
export function valueOwners(
  articles: Iterable<readonly [name: string, values: ArticleValues]>,
  house: House,
): ValueOwners {
  const unique = house.fields.filter((field) => field.unique === true);
  const owners = new Map(unique.map(({ key }) => [key, new Map<string, string[]>()]));
  for (const [name, values] of articles) {
    for (const field of unique) {
      const own = owners.get(field.key);
      for (const value of saidIn(values, keysOf(field))) {
        const known = own?.get(value);
        if (known === undefined) own?.set(value, [name]);
        else if (known.at(-1) !== name) known.push(name);
      }
    }
  }
  return owners;
}

/** For what one article says in such fields: by field, then value, another article that says it too. */
export function takenValues(
  owners: ValueOwners,
  values: ArticleValues,
  house: House,
  own: string | undefined,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const taken = new Map<string, Map<string, string>>();
  for (const field of house.fields) {
    const byValue = field.unique === true ? owners.get(field.key) : undefined;
    if (byValue === undefined) continue;
    const mine = new Map<string, string>();
    for (const value of saidIn(values, keysOf(field))) {
      const other = byValue.get(value)?.find((name) => name !== own);
      if (other !== undefined) mine.set(value, other);
    }
    taken.set(field.key, mine);
  }
  return taken;
}

/** Who says in such a field what an article says there: whom it concerns when that article changes. */
export function sharers(owners: ValueOwners, values: ArticleValues, house: House): ReadonlySet<string> {
  const found = new Set<string>();
  for (const field of house.fields) {
    if (field.unique !== true) continue;
    for (const value of saidIn(values, keysOf(field)))
      for (const name of owners.get(field.key)?.get(value) ?? []) found.add(name);
  }
  return found;
}

function saidIn(values: ArticleValues, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => values.get(name) ?? []).filter((value) => value !== '');
}

/** Values that articles give a field, the most used first. */
export function usedValues(others: Iterable<ArticleValues>, names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const values of others) {
    for (const value of saidIn(values, names)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
