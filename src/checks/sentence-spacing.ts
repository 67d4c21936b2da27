import retextSentenceSpacing from 'retext-sentence-spacing';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextSentenceSpacing,
  wants: (text) => /[.!?]['"”’)]* {2,}\S/.test(text),
  say: () => ({ message: 'wide' as const }),
  fixTitle: 'one',
});

export const sentenceSpacing = defineCheck({
  id: 'sentence-spacing',
  title: { en: 'Space between sentences', zh: '英文句间空格' },
  summary: {
    en: 'One space stands between two English sentences.',
    zh: '英文两句之间空一格。',
  },
  scope: 'passage',
  severity: 'info',
  triggers: ENGLISH,
  messages: {
    wide: { en: 'One space between two sentences is enough', zh: '两句之间空一格即可' },
    one: { en: 'Leave one space', zh: '只留一个空格' },
  },
  *run(passage, { house }) {
    if (isEnglish(passage.prose.text, house)) yield* found(passage);
  },
});
