import { keysOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import { withoutForeign } from '../model/foreign/foreign-prose.ts';
import type { Value } from '../model/front-matter/front-matter.ts';

const proseKeys = new WeakMap<House['fields'], ReadonlySet<string>>();

function proseKeysOf({ fields }: House): ReadonlySet<string> {
  const known = proseKeys.get(fields);
  if (known !== undefined) return known;
  const keys = new Set(fields.filter((field) => field.prose).flatMap(keysOf));
  proseKeys.set(fields, keys);
  return keys;
}

/** The values of front-matter fields that the house declares as prose, as passages: the language checks read them. */
export function fieldPassages(article: Article, house: House): readonly Passage[] {
  const passages: Passage[] = [];
  const texts = proseKeysOf(house);
  for (const { key, value, lines, templated } of article.frontMatter.entries) {
    if (texts.has(key) && !templated) collect(value, key, lines, passages);
  }
  return passages;
}

function collect(value: Value, field: string, block: Passage['block'], passages: Passage[]): void {
  if (value.kind === 'list') for (const item of value.items) collect(item, field, block, passages);
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return;
  passages.push({ kind: 'field', prose: withoutForeign(value.prose), block, level: 0, field, token: -1 });
}
