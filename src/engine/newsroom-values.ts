import { keysOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Value } from '../model/front-matter.ts';
import { readFrontMatter } from '../model/read-front-matter.ts';

/** What the front matter of one article says: by its keys as written, the texts of each. */
export type ArticleValues = ReadonlyMap<string, readonly string[]>;

/** Front matter lies at the head: this much of a file holds it. UTF-16 units. */
const head = 70_000;

/** Reads what an article's front matter says, for questions that concern many articles. Never throws. */
export function articleValues(text: string): ArticleValues {
  const { entries } = readFrontMatter(text.length > head ? text.slice(0, head) : text);
  return new Map(entries.map(({ key, value }) => [key, textsOf(value)]));
}

function textsOf(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(textsOf);
  if (value.kind !== 'scalar') return [];
  return [typeof value.value === 'string' ? value.value : value.raw];
}

/** Whether the house has a field that needs to know of other articles. */
export function needsOthers(house: House): boolean {
  return house.fields.some(({ unique }) => unique === true);
}

/**
 * What other articles say in the fields that must be unique: by field, then value, an article that has it.
 *
 * @param others paths from the house's folder with what each says
 * @param own the path of the article that is asked about
 */
export function takenValues(
  others: Iterable<readonly [path: string, values: ArticleValues]>,
  house: House,
  own: string | undefined,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const unique = house.fields.filter((field) => field.unique === true);
  const taken = new Map(unique.map(({ key }) => [key, new Map<string, string>()]));
  for (const [path, values] of others) {
    if (path === own) continue;
    for (const field of unique) {
      for (const name of keysOf(field)) {
        for (const value of values.get(name) ?? []) taken.get(field.key)?.set(value, path);
      }
    }
  }
  return taken;
}

/** Values that articles give a field, the most used first. */
export function usedValues(others: Iterable<ArticleValues>, names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const values of others) {
    for (const name of names) {
      for (const value of values.get(name) ?? []) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
