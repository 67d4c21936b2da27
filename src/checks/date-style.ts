import { ENGLISH_MONTH, MONTH_NAMES, monthOf } from '../model/english-months.ts';
import { matchesOf } from '../model/matches.ts';
import { defineCheck } from './check.ts';
import { isEnglish } from './copy/english.ts';

/** The months as American wires write them beside a day, January first. */
const AP_MONTHS = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
const DATES = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${ENGLISH_MONTH})|(${ENGLISH_MONTH}) (\\d{1,2})(?:st|nd|rd|th)?)(?!\\d)(?:(,?) (\\d{4})\\b)?`,
  'g',
);

export const dateStyle = defineCheck({
  id: 'date-style',
  title: { en: 'Date style', zh: '英文日期写法' },
  summary: {
    en: 'English dates are all written in the order of the house: Oct. 3, 2025 or 3 October 2025.',
    zh: '英文日期按本社统一的次序写：Oct. 3, 2025 或 3 October 2025。',
  },
  scope: 'passage',
  severity: 'off',
  mistake: 'mark',
  triggers: '123456789',
  options: {
    style: {
      type: 'choice',
      values: ['guardian', 'ap'],
      default: 'guardian',
      about: {
        en: '`guardian`: 3 October 2025; `ap`: Oct. 3, 2025.',
        zh: '`guardian`：3 October 2025；`ap`：Oct. 3, 2025。',
      },
    },
  },
  messages: {
    written: { en: 'Dates are written `{expected}`', zh: '日期应写作“{expected}”' },
    replace: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run({ prose }, { house, options }) {
    const { text } = prose;
    if (!isEnglish(text, house)) return;
    for (const match of matchesOf(text, DATES)) {
      const [actual, dayFirst, monthAfter, monthFirst, dayAfter, , year] = match;
      const day = dayFirst ?? dayAfter ?? '';
      const index = monthOf(monthAfter ?? monthFirst ?? '') - 1;
      const month = MONTH_NAMES[index];
      if (month === undefined || Number(day) < 1 || Number(day) > 31) continue;
      const expected =
        options.style === 'ap'
          ? `${AP_MONTHS[index] ?? month} ${Number(day)}${year === undefined ? '' : `, ${year}`}`
          : `${Number(day)} ${month}${year === undefined ? '' : ` ${year}`}`;
      if (actual === expected) continue;
      const from = match.index;
      const to = from + actual.length;
      const fixes = [{ title: 'replace' as const, safe: false, prose: [{ from, to, text: expected }] }];
      yield { message: 'written', data: { expected }, at: prose.at(from, to), fixes };
    }
  },
});
