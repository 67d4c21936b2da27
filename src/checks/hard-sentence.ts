import retextReadability from 'retext-readability';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextReadability,
  wants: (text) => text.length > 60,
  say: () => ({ message: 'hard' as const }),
  fixTitle: 'hard',
});

export const hardSentence = defineCheck({
  id: 'hard-sentence',
  title: { en: 'Hard to read', zh: '英文句子难读' },
  summary: {
    en: 'An English sentence can be read at once by somebody of sixteen.',
    zh: '英文句子应让十六岁的读者一遍读懂。',
  },
  scope: 'passage',
  severity: 'off',
  triggers: ENGLISH,
  messages: {
    hard: {
      en: 'This sentence is hard to read: shorten it, or use plainer words',
      zh: '这句话不好读：改短些，或换简单的词',
    },
  },
  *run(passage, { house }) {
    if (isEnglish(passage.prose.text, house)) yield* found(passage);
  },
});
