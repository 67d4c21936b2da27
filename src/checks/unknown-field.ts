import type { House } from '../house/house.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { renameKey } from '../model/edit-front-matter.ts';
import { defineCheck } from './check.ts';
import { isBroken } from './front-matter-fields.ts';

export const unknownField = defineCheck({
  id: 'unknown-field',
  summary: {
    en: 'The front matter has no field that the house does not know: a misspelt one would be lost.',
    zh: '稿件信息中不应有本社未定义的字段，写错名称的字段会失效。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    near: {
      en: 'Unexpected field `{key}`, expected `{near}`, perhaps: the house knows no `{key}`',
      zh: '没有“{key}”这个字段，是否应为“{near}”',
    },
    unknown: {
      en: 'Unexpected field `{key}`, expected one that the house knows: {known}',
      zh: '没有“{key}”这个字段，可用字段：{known}',
    },
    rename: { en: 'Rename to `{near}`', zh: '改名为“{near}”' },
  },
  *run({ frontMatter, text }, { house }) {
    if (house.fields.length === 0) return;
    const known = house.fields.map(({ key }) => key);
    for (const entry of frontMatter.entries) {
      const { key } = entry;
      if (known.includes(key) || isBroken(frontMatter, entry)) continue;
      const same = sameField(house, key);
      const near = same ?? didYouMean(key, known);
      const taken = near !== undefined && frontMatter.entries.some((other) => other.key === near);
      // A field that is there already was not meant; neither is one meant twice.
      if (near === undefined || taken)
        yield { message: 'unknown', data: { key, near: '', known: known.join(', ') }, at: entry.keyAt };
      else {
        const source = renameKey(text, entry, near);
        yield {
          message: 'near',
          data: { key, near, known: '' },
          at: entry.keyAt,
          fixes: [{ title: 'rename', safe: same !== undefined, source }],
        };
      }
    }
  },
});

/** The field that goes by this name in other letters, or by its label: `标题`, `Title`, `original-title`. */
function sameField(house: House, key: string): string | undefined {
  const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');
  const plain = bare(key);
  return house.fields.find((field) => [field.key, field.label.zh, field.label.en].some((name) => bare(name) === plain))
    ?.key;
}
