import { fieldOfKey, isSpelt, nameIn, type Spelling, spellingOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import { renameKey } from '../model/front-matter/edit-front-matter.ts';
import type { Entry, FrontMatter } from '../model/front-matter/front-matter.ts';
import { isBroken } from '../model/front-matter/values.ts';
import { defineCheck } from './check.ts';

export const mixedFieldNames = defineCheck({
  id: 'mixed-field-names',
  title: { en: 'Mixed field names', zh: '字段名混用' },
  summary: {
    en: 'The fields of one article are named in one way: all by the house’s keys, or all by its other names for them.',
    zh: '一篇稿件的字段名用同一种写法：或都用英文名，或都用中文名。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    mixed: {
      en: '`{key}` should be `{near}`, as the other fields are named',
      zh: '字段名“{key}”应写作“{near}”，与其他字段名统一',
    },
    rename: { en: 'Rename to `{near}`', zh: '改名为“{near}”' },
    others: { en: 'Rename all the others like `{key}`', zh: '其他字段名都改成“{key}”这样的写法' },
  },
  *run({ frontMatter, text }, { house }) {
    const spelling = spellingOf(frontMatter, house);
    if (spelling === undefined) return;
    const strays = [...named(frontMatter, house)].filter((one) => one.spelling !== spelling);
    for (const { entry, names } of strays) {
      const { key } = entry;
      const near = names[spelling];
      if (frontMatter.entries.some((other) => other.key === near)) continue;
      const other = spelling === 'key' ? 'alias' : 'key';
      const others = [...named(frontMatter, house)].flatMap((one) =>
        one.spelling === spelling ? renameKey(text, one.entry, one.names[other]) : [],
      );
      yield {
        message: 'mixed',
        data: { key, near },
        at: entry.keyAt,
        fixes: [
          // A site's templates look fields up by their names.
          { title: 'rename', safe: false, source: renameKey(text, entry, near) },
          ...(strays.length === 1 ? [{ title: 'others' as const, safe: false, source: others }] : []),
        ],
      };
    }
  },
});

interface Named {
  readonly entry: Entry;
  readonly spelling: Spelling;
  readonly names: Readonly<Record<Spelling, string>>;
}

/** The entries of fields that have more than one name, with how they are named here. */
function* named(frontMatter: FrontMatter, house: House): Iterable<Named> {
  for (const entry of frontMatter.entries) {
    const field = fieldOfKey(house, entry.key);
    if (field === undefined || !isSpelt(field) || isBroken(frontMatter, entry)) continue;
    yield {
      entry,
      spelling: entry.key === field.key ? 'key' : 'alias',
      names: { key: field.key, alias: nameIn(field, 'alias') },
    };
  }
}
