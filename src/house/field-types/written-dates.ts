import type { NoDate } from '../../model/written-date.ts';
import type { ValueFault } from './field-type.ts';

/** What is said of days and of moments alike. */
export const dateMessages = {
  unreadable: {
    en: 'Unexpected `{actual}` in `{key}`, expected a date such as `{example}`',
    zh: '字段“{key}”的“{actual}”不是日期，应如“{example}”',
  },
  month: {
    en: 'Unexpected date `{actual}` in `{key}`: a year has 12 months',
    zh: '字段“{key}”的日期“{actual}”不存在：没有这个月份',
  },
  day: {
    en: 'Unexpected date `{actual}` in `{key}`: the last day of that month is {last}',
    zh: '字段“{key}”的日期“{actual}”不存在：该月最后一天是 {last} 日',
  },
  time: {
    en: 'Unexpected time in `{actual}` in `{key}`, expected 00:00 to 23:59',
    zh: '字段“{key}”的“{actual}”时间不对，应在 00:00 至 23:59 之间',
  },
  form: {
    en: 'Unexpected form of date `{actual}` in `{key}`, expected `{near}`',
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
