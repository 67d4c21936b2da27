import retextSimplify from 'retext-simplify';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextSimplify,
  wants: (text) => /[a-z]{4}/i.test(text),
  say: ({ actual, expected }) => ({
    message: expected && expected.length > 0 ? ('shorter' as const) : ('needless' as const),
    data: { actual: actual ?? '', expected: (expected ?? []).join('`, `') },
  }),
  fixTitle: 'replace',
});

export const wordyPhrase = defineCheck({
  id: 'wordy-phrase',
  title: { en: 'Wordy phrase', zh: '英文用词繁冗' },
  summary: {
    en: 'A plainer English word says the same: use for utilize, to for in order to.',
    zh: '英文用更简单的词：utilize 改 use，in order to 改 to。',
  },
  scope: 'passage',
  severity: 'off',
  triggers: ENGLISH,
  messages: {
    shorter: { en: '`{actual}` has a plainer word: `{expected}`', zh: '“{actual}”可写得简单些：“{expected}”' },
    needless: { en: '`{actual}` can go', zh: '“{actual}”可以删去' },
    replace: { en: 'Use the plainer word', zh: '改用简单的词' },
  },
  *run(passage, { house }) {
    if (isEnglish(passage.prose.text, house)) yield* found(passage);
  },
});
