import { keysOf } from '../house/field-keys.ts';
import type { Field, House } from '../house/house.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { listed } from '../model/finding.ts';
import { renameKey } from '../model/front-matter/edit-front-matter.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { isBroken } from '../model/front-matter/values.ts';
import { objectsIn } from '../reading/fields.ts';
import { type Draft, defineCheck } from './check.ts';
import { isSurelySlip, slipOf } from './fields/key-slips.ts';

export const unknownField = defineCheck({
  id: 'unknown-field',
  title: { en: 'Unknown field', zh: '未知字段' },
  summary: {
    en: 'The front matter has no field that the house does not know: a misspelt one would be lost.',
    zh: '稿件信息中不应有本社未定义的字段，写错名称的字段会失效。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['fields'],
  messages: {
    near: {
      en: 'The house has no field `{key}`: did you mean `{near}`?',
      zh: '没有“{key}”这个字段，是“{near}”吗？',
    },
    unknown: {
      en: 'The house has no field `{key}`, but these: {known}',
      zh: '没有“{key}”这个字段，可用字段：{known}',
    },
    rename: { en: 'Rename to `{near}`', zh: '改名为“{near}”' },
  },
  *run({ frontMatter, text }, { house, reading }): Iterable<Draft<'near' | 'unknown' | 'rename'>> {
    if (house.fields.length === 0) return;
    const known = house.fields.map(({ key }) => key);
    const names = new Set(house.fields.flatMap(keysOf));
    for (const entry of frontMatter.entries) {
      const { key } = entry;
      if (names.has(key) || isBroken(frontMatter, entry)) continue;
      // A field that is there already was not meant by the second name.
      const meant = slipOf(frontMatter, house, key);
      if (meant === undefined && house.otherFields === 'fine') continue;
      if (meant === undefined) {
        yield { message: 'unknown', data: { key, near: '', known: listed(known) }, at: entry.keyAt };
        continue;
      }
      const source = renameKey(text, entry, meant.key);
      const fixes = [{ title: 'rename' as const, safe: meant.certain, source }];
      yield { message: 'near', data: { key, near: meant.key, known: '' }, at: entry.keyAt, fixes };
    }
    for (const { field, entry } of reading.given)
      for (const object of objectsIn(field, entry.value)) yield* inObject(object, field.fields ?? [], text, house);
  },
});

/** Names in an object that the field does not have. */
function* inObject(
  { entries }: Extract<Value, { kind: 'map' }>,
  fields: readonly Field[],
  text: string,
  house: House,
): Iterable<Draft<'near' | 'unknown' | 'rename'>> {
  const names = fields.map(({ key }) => key);
  const left = names.filter((name) => !entries.some(({ key }) => key === name));
  for (const entry of entries) {
    const { key } = entry;
    if (names.includes(key)) continue;
    const near = didYouMean(key, left);
    if (near !== undefined && (house.otherFields !== 'fine' || isSurelySlip(key, near))) {
      const source = renameKey(text, entry, near);
      const fixes = [{ title: 'rename' as const, safe: false, source }];
      yield { message: 'near', data: { key, near, known: '' }, at: entry.keyAt, fixes };
    } else if (near === undefined && house.otherFields !== 'fine')
      yield { message: 'unknown', data: { key, near: '', known: listed(names) }, at: entry.keyAt };
  }
}
