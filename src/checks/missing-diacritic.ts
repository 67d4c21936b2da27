import retextDiacritics from 'retext-diacritics';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextDiacritics,
  wants: (text) => /[a-z]{4}/i.test(text),
  say: ({ actual, expected }) => ({
    message: 'plain' as const,
    data: { actual: actual ?? '', expected: expected?.[0] ?? '' },
  }),
  fixTitle: 'replace',
});

export const missingDiacritic = defineCheck({
  id: 'missing-diacritic',
  title: { en: 'Missing accent', zh: '英文缺变音符号' },
  summary: {
    en: 'Words that English took from elsewhere keep their accents: café, cliché, São Paulo.',
    zh: '英文中的外来词保留变音符号：café、cliché、São Paulo。',
  },
  scope: 'passage',
  severity: 'off',
  mistake: 'word',
  triggers: ENGLISH,
  messages: {
    plain: { en: '`{actual}` is written `{expected}`', zh: '“{actual}”应写作“{expected}”' },
    replace: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run(passage, { house }) {
    const { text } = passage.prose;
    if (!isEnglish(text, house)) return;
    for (const draft of found(passage)) {
      // To resume is a verb, too.
      if (!/resume/i.test(text.slice(draft.at.from, draft.at.to))) yield draft;
    }
  },
});
