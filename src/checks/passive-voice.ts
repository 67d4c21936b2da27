import retextPassive from 'retext-passive';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextPassive,
  wants: (text) => /\b(?:am|is|are|was|were|be|been|being)\b/i.test(text),
  say: ({ actual }) => ({ message: 'passive' as const, data: { actual: actual ?? '' } }),
  fixTitle: 'passive',
});

export const passiveVoice = defineCheck({
  id: 'passive-voice',
  title: { en: 'Passive voice', zh: '英文被动语态' },
  summary: {
    en: 'An English sentence says who did it, where that matters.',
    zh: '英文句子写明由谁所为，少用被动语态。',
  },
  scope: 'passage',
  severity: 'off',
  triggers: ENGLISH,
  messages: {
    passive: { en: '`{actual}` is passive: who did it?', zh: '“{actual}”是被动语态，由谁所为？' },
  },
  *run(passage, { house }) {
    if (isEnglish(passage.prose.text, house)) yield* found(passage);
  },
});
