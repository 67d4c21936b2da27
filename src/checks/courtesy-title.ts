import { matchesOf } from '../model/matches.ts';
import { defineCheck } from './check.ts';
import { isEnglish } from './copy/english.ts';

export const courtesyTitle = defineCheck({
  id: 'courtesy-title',
  title: { en: 'Courtesy titles', zh: '英文称谓的点' },
  summary: {
    en: 'English titles before a name all have their point, or none has: Dr. Lin or Dr Lin.',
    zh: '英文称谓后的点用不用，全文一致：Dr. Lin 或 Dr Lin。',
  },
  scope: 'passage',
  severity: 'off',
  mistake: 'mark',
  triggers: 'MD',
  options: {
    style: {
      type: 'choice',
      values: ['guardian', 'ap'],
      default: 'guardian',
      about: { en: '`guardian`: Mr, Dr; `ap`: Mr., Dr.', zh: '`guardian`：Mr、Dr；`ap`：Mr.、Dr.。' },
    },
  },
  messages: {
    written: { en: 'This newsroom writes `{expected}`', zh: '本社写作“{expected}”' },
    replace: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run({ prose }, { house, options }) {
    const { text } = prose;
    if (!isEnglish(text, house)) return;
    for (const match of matchesOf(text, /\b(Mr|Mrs|Ms|Dr)(\.?)(?= [A-Z])/g)) {
      const [actual, title = ''] = match;
      const expected = options.style === 'ap' ? `${title}.` : title;
      if (actual === expected) continue;
      const from = match.index;
      const to = from + actual.length;
      const fixes = [{ title: 'replace' as const, safe: false, prose: [{ from, to, text: expected }] }];
      yield { message: 'written', data: { expected }, at: prose.at(from, to), fixes };
    }
  },
});
