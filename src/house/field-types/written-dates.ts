import type { NoDate } from '../../model/written-date.ts';
import type { ValueFault } from './field-type.ts';

/** What is said of days and of moments alike. */
export const dateMessages = {
  unreadable: {
    en: '`{actual}` in `{key}` is not a date: write one such as `{example}`',
    zh: '字段“{key}”的“{actual}”不是日期，应如“{example}”',
  },
  month: {
    en: '`{actual}` in `{key}` is not on the calendar: a year has 12 months',
    zh: '字段“{key}”的日期“{actual}”不存在：没有这个月份',
  },
  day: {
    en: '`{actual}` in `{key}` is not on the calendar: that month has {last} days',
    zh: '字段“{key}”的日期“{actual}”不存在：该月只有 {last} 天',
  },
  time: {
    en: '`{actual}` in `{key}` is not on the clock: a day goes from 00:00 to 23:59',
    zh: '字段“{key}”的“{actual}”时间不对，一天从 00:00 到 23:59',
  },
  form: {
    en: 'The house writes this date as `{near}`, not `{actual}`',
    zh: '字段“{key}”的日期“{actual}”应写作“{near}”',
  },
} as const;

const messages = {
  unreadable: 'unreadable',
  'no-such-month': 'month',
  'no-such-day': 'day',
  'no-such-time': 'time',
} as const satisfies Readonly<Record<NoDate['fault'], keyof typeof dateMessages>>;

/** A text that is no date. @param example one as it should be */
export function noDate({ fault, last = 0 }: NoDate, example: string): ValueFault<keyof typeof dateMessages> {
  return { message: messages[fault], data: { example, last } };
}

/** Words and code for which a generator puts a date of its own: Quarto, Eleventy, Hugo, R Markdown, LaTeX, Subversion. */
const generated =
  /^(?:today|now|last[- ]modified|created|git (?:last modified|created)|:[a-z]+|\\today|`\{?r\b[^`]*`|\|today\||\$(?:Date|Id|LastChangedDate)(?::[^$]*)?\$)$/i;

/** Whether a value is left to the generator, which knows the date better than we do. Linear. */
export function isGenerated(text: string): boolean {
  return generated.test(text.trim());
}

/** The name in a map of dates under which the day of publication stands, as MkDocs' blog has it. */
export const createdName = 'created';
