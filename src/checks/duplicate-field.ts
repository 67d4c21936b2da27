import { removeEntry } from '../model/edit-front-matter.ts';
import type { Entry } from '../model/front-matter.ts';
import { lineAt } from '../model/range.ts';
import { defineCheck } from './check.ts';
import { isEmpty } from './front-matter-fields.ts';

export const duplicateField = defineCheck({
  id: 'duplicate-field',
  summary: {
    en: 'Each field stands once in the front matter: of two, programs take one or the other.',
    zh: '同一字段只写一次；写两次时，哪一个生效因程序而异。',
  },
  source: 'YAML 1.2.2 3.2.1.1',
  scope: 'article',
  severity: 'error',
  messages: {
    duplicate: {
      en: 'Unexpected second `{key}`, expected it once: it stands on line {line} already',
      zh: '字段“{key}”重复，第 {line} 行已有',
    },
    remove: { en: 'Remove this `{key}`', zh: '删去这个“{key}”' },
    'remove-first': { en: 'Remove the empty `{key}` on line {line}', zh: '删去第 {line} 行空的“{key}”' },
  },
  *run({ frontMatter, text, lines }) {
    const first = new Map<string, Entry>();
    for (const entry of frontMatter.entries) {
      const { key } = entry;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, entry);
        continue;
      }
      const said = ({ value }: Entry): string => text.slice(value.at.start, value.at.end);
      const same = said(entry) === said(before) || isEmpty(entry.value);
      const useless = !same && isEmpty(before.value);
      const source = removeEntry(frontMatter, useless ? before : entry);
      const title = useless ? ('remove-first' as const) : ('remove' as const);
      yield {
        message: 'duplicate',
        data: { key, line: lineAt(lines, before.keyAt.start) + 1 },
        at: entry.keyAt,
        fixes: source.length > 0 ? [{ title, safe: same || useless, source }] : [],
      };
    }
  },
});
