import { askedOfText, isChineseProse } from '../model/kept.ts';
import { daysIn, type NamedDay, type NamedWeekday, namesYear } from '../model/named-days.ts';
import { lastDay } from '../model/written-date.ts';
import { type Draft, defineCheck } from './check.ts';
import { isEnglish } from './copy/english.ts';
import { isInTitle } from './copy/slips.ts';

const CHINESE = '日一二三四五六';
const ENGLISH = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Countries took up the calendar that this one reckons by until then. */
const FIRST_YEAR = 1930;
/** How far a day without a year may lie from the day of publication to be of the year that is nearest, in days. */
const NEAR = 60;
const DAY = 86_400_000;

export const wrongWeekday = defineCheck({
  id: 'wrong-weekday',
  title: { en: 'Wrong day of the week', zh: '星期不符' },
  summary: {
    en: 'The day of the week that stands beside a date is the one that the calendar has.',
    zh: '日期旁写的星期几应与日历相符。',
  },
  source: '报纸期刊质量管理规定（2020）附件',
  scope: 'article',
  severity: 'error',
  mistake: 'name',
  messages: {
    wrong: {
      en: 'This is `{actual}`, but {date} is `{expected}`: one of the two is wrong',
      zh: '写的是“{actual}”，而{date}是“{expected}”，两者必有一误，请核对',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run(_article, { house, reading }) {
    for (const { prose } of reading.passages) {
      if (!namesWeekday(prose)) continue;
      const { text } = prose;
      const chinese = isChineseProse(prose);
      if (!chinese && !isEnglish(text, house)) continue;
      for (const day of daysIn(prose)) {
        const { weekday } = day;
        if (weekday === undefined || isInTitle(text, day.from)) continue;
        const date = dateOf(text, day, reading.published?.iso.slice(0, 10));
        if (date === undefined || date.getUTCDay() === weekday.number) continue;
        const draft = said(text, weekday, date, chinese);
        // Of a day whose year the text leaves out, the year is our reading.
        const severity = day.year === undefined ? { severity: 'warning' as const } : {};
        yield { ...draft, ...severity, at: prose.at(weekday.from, weekday.to) };
      }
    }
  },
});

/** Whether a text names a day together with its day of the week: most paragraphs name no day of the week at all. */
const namesWeekday = askedOfText(
  (text, prose) =>
    /(?:周|星期|礼拜)[一二三四五六日天]|day|\b(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)[., ]/.test(text) &&
    daysIn(prose).some(({ weekday }) => weekday !== undefined),
);

function said(
  text: string,
  { from, to }: NamedWeekday,
  date: Date,
  chinese: boolean,
): Omit<Draft<'wrong' | 'replace'>, 'at'> {
  const actual = text.slice(from, to);
  const number = date.getUTCDay();
  const expected = chinese
    ? `${actual.slice(0, -1)}${actual.endsWith('天') && number === 0 ? '天' : CHINESE.charAt(number)}`
    : actual.endsWith('day')
      ? (ENGLISH[number] ?? '')
      : `${(ENGLISH[number] ?? '').slice(0, 3)}${actual.endsWith('.') ? '.' : ''}`;
  return {
    message: 'wrong',
    data: { actual, expected, date: date.toISOString().slice(0, 10) },
    fixes: [{ title: 'replace', safe: false, prose: [{ from, to, text: expected }] }],
  };
}

/**
 * The day that is meant, at midnight UTC; `undefined` where that is not certain: without a year it is one near the day
 * of publication (`2026-11-29`), unless the text has told of another year or the calendar has no such day.
 */
function dateOf(text: string, { from, year, month, day }: NamedDay, published: string | undefined): Date | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  if (year !== undefined) {
    return year >= FIRST_YEAR && day <= lastDay(year, month) ? new Date(Date.UTC(year, month - 1, day)) : undefined;
  }
  if (published === undefined || namesYear(text.slice(0, from))) return undefined;
  const near = Date.parse(`${published}T00:00:00Z`);
  const around = Number(published.slice(0, 4));
  for (const candidate of [around, around - 1, around + 1]) {
    const date = new Date(Date.UTC(candidate, month - 1, day));
    if (day <= lastDay(candidate, month) && Math.abs(date.getTime() - near) <= NEAR * DAY) return date;
  }
  return undefined;
}
