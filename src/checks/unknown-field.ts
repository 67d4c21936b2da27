import { keysOf } from '../house/field-keys.ts';
import { isOneSlip } from '../model/did-you-mean.ts';
import { listed } from '../model/finding.ts';
import { renameKey } from '../model/front-matter/edit-front-matter.ts';
import { isBroken } from '../model/front-matter/values.ts';
import { meantField } from '../reading/fields.ts';
import { defineCheck } from './check.ts';

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
  *run({ frontMatter, text }, { house }) {
    if (house.fields.length === 0) return;
    const known = house.fields.map(({ key }) => key);
    const names = new Set(house.fields.flatMap(keysOf));
    for (const entry of frontMatter.entries) {
      const { key } = entry;
      if (names.has(key) || isBroken(frontMatter, entry)) continue;
      // A field that is there already was not meant by the second name.
      const meant = meantField(frontMatter, house, key);
      if (house.otherFields === 'fine' && !(meant && (meant.certain || isSurelySlip(key, meant.key)))) continue;
      if (meant === undefined) {
        yield { message: 'unknown', data: { key, near: '', known: listed(known) }, at: entry.keyAt };
        continue;
      }
      const source = renameKey(text, entry, meant.key);
      const fixes = [{ title: 'rename' as const, safe: meant.certain, source }];
      yield { message: 'near', data: { key, near: meant.key, known: '' }, at: entry.keyAt, fixes };
    }
  },
});

/**
 * Whether a name is another one with a single slip of the pen. A plural is a name of its own (`tag` beside `tags`), and
 * of short names one letter more or less makes another (`data`, `date`).
 */
function isSurelySlip(key: string, meant: string): boolean {
  const isPlural = key === `${meant}s` || meant === `${key}s`;
  return key.length >= 5 && meant.length >= 5 && !isPlural && isOneSlip(key, meant);
}
