import retextRedundantAcronyms from 'retext-redundant-acronyms';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextRedundantAcronyms,
  wants: (text) => /\b[A-Z]{2,6}s? [a-z]/.test(text),
  say: ({ actual, expected }) => ({
    message: 'twice' as const,
    data: { actual: actual ?? '', expected: expected?.[0] ?? '' },
  }),
  fixTitle: 'shorten',
});

export const redundantAcronym = defineCheck({
  id: 'redundant-acronym',
  title: { en: 'Word twice in an acronym', zh: '英文缩写含重复词' },
  summary: {
    en: 'The word after an acronym is not already in it: ATM, not “ATM machine”.',
    zh: '英文缩写之后不再写缩写里已有的词：写 ATM，不写 ATM machine。',
  },
  scope: 'passage',
  severity: 'info',
  mistake: 'word',
  triggers: ENGLISH,
  messages: {
    twice: {
      en: '`{actual}` says one word twice: `{expected}` has it already',
      zh: '“{actual}”有一个词说了两遍，写“{expected}”即可',
    },
    shorten: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run(passage, { house }) {
    if (isEnglish(passage.prose.text, house)) yield* found(passage);
  },
});
