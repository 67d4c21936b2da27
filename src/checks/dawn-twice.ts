import { matchesOf } from '../model/matches.ts';
import { defineCheck } from './check.ts';

export const dawnTwice = defineCheck({
  id: 'dawn-twice',
  title: { en: 'Dawn said twice', zh: '凌晨重复' },
  summary: { en: '凌晨 is already early in the morning.', zh: '“凌晨”已经是清早。' },
  source: '现代汉语词典',
  scope: 'passage',
  severity: 'info',
  mistake: 'word',
  triggers: '凌',
  messages: {
    twice: { en: '`{actual}` says the same time twice', zh: '“{actual}”把一个时间说了两遍' },
  },
  *run({ prose }) {
    for (const { 0: actual, index: from } of matchesOf(prose.text, /凌晨的?(?:清早|大清早)/g))
      yield { message: 'twice', data: { actual }, at: prose.at(from, from + actual.length) };
  },
});
