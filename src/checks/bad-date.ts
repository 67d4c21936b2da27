import { itemType } from '../house/field-types.ts';
import type { Field } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { inForm } from '../model/date-forms.ts';
import { isEmpty, scalarsOf } from '../model/front-matter/values.ts';
import type { Prose } from '../model/prose.ts';
import { dayOf, isNoDate, readDate } from '../model/written-date.ts';
import { type Draft, defineCheck } from './check.ts';
import { datelineDate, isBeforeDateline } from './people/dateline-date.ts';

type Message =
  | 'unreadable'
  | 'month'
  | 'day'
  | 'time'
  | 'form'
  | 'offset-missing'
  | 'offset-unwanted'
  | 'not-utc'
  | 'seconds-missing'
  | 'date-only'
  | 'before-dateline'
  | 'normalise';

export const badDate = defineCheck({
  id: 'bad-date',
  summary: {
    en: 'A date is one that the calendar has, written as programs read it, or in the form that the house has chosen.',
    zh: '日期应真实存在，写法能被程序识别；本社规定了写法的，按规定写。',
  },
  source: 'GB/T 7408.1—2023',
  scope: 'article',
  severity: 'error',
  messages: {
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
    'offset-missing': {
      en: 'Unexpected time without an offset in `{key}`, expected one as in `{near}`',
      zh: '字段“{key}”的时间没有写时差，应如“{near}”',
    },
    'offset-unwanted': {
      en: 'Unexpected offset in `{actual}` in `{key}`, expected the house’s own time as in `{near}`',
      zh: '字段“{key}”的“{actual}”带有时差，应写本地时间，如“{near}”',
    },
    'not-utc': {
      en: 'Unexpected offset in `{actual}` in `{key}`, expected UTC: `{near}`',
      zh: '字段“{key}”的“{actual}”应写成世界时“{near}”',
    },
    'seconds-missing': {
      en: 'Unexpected time without seconds in `{key}`, expected `{near}`',
      zh: '字段“{key}”的时间没有写秒，应写作“{near}”',
    },
    'date-only': {
      en: 'Unexpected time in `{key}`, expected a date alone: `{near}`',
      zh: '字段“{key}”只写日期，不写时间：“{near}”',
    },
    'before-dateline': {
      en: 'Unexpected `{actual}` in `{key}`: the dateline says {near}, and an article is not published before that',
      zh: '字段“{key}”的“{actual}”早于文中电头的日期“{near}”',
    },
    normalise: { en: 'Replace with `{near}`', zh: '改为“{near}”' },
  },
  *run(article, { house, reading }): Iterable<Draft<Message>> {
    for (const { field, entry } of reading.given) {
      const type = itemType(field);
      if ((type !== 'date' && type !== 'datetime') || isEmpty(entry.value)) continue;
      for (const { prose } of scalarsOf(entry.value)) yield* dateFaults(entry.key, field, prose, house.timeZone);
      if (field.role === 'published' && entry.value.kind === 'scalar')
        yield* order(article, entry.key, entry.value.prose);
    }
  },
});

/** A time of publication before the day that the dateline says the report was sent. */
function* order(article: Article, key: string, prose: Prose): Iterable<Draft<Message>> {
  const dateline = datelineDate(article);
  const actual = prose.rendered;
  const read = readDate(actual);
  if (dateline === undefined || isNoDate(read) || !isBeforeDateline(read, dateline)) return;
  const at = prose.at(0, actual.length);
  yield { message: 'before-dateline', data: { key, actual, near: dateline.text }, at, severity: 'warning' };
}

function* dateFaults(key: string, field: Field, prose: Prose, timeZone: string | undefined): Iterable<Draft<Message>> {
  const actual = prose.rendered;
  const at = prose.at(0, actual.length);
  const read = readDate(actual);
  const dayAlone = itemType(field) === 'date';
  const example = dayAlone ? '2024-06-01' : (field.form ?? '2024-06-01 10:53');
  if (isNoDate(read)) {
    const message = (
      { unreadable: 'unreadable', 'no-such-month': 'month', 'no-such-day': 'day', 'no-such-time': 'time' } as const
    )[read.fault];
    yield { message, data: { key, actual, example, last: read.last ?? 0 }, at };
    return;
  }
  const tooMuch = dayAlone && read.time !== undefined;
  const wanted = tooMuch ? { text: dayOf(read) } : inForm(read, field.form, timeZone);
  if (wanted === undefined || wanted.text === actual) return;
  const { text, change } = wanted;
  // A time or an offset that is dropped is lost, and one that is added is a guess: that is for the author to say.
  const safe = !tooMuch && change === undefined;
  yield {
    message: tooMuch ? 'date-only' : (change ?? 'form'),
    data: { key, actual, near: text ?? example },
    at,
    fixes: text === undefined ? [] : [{ title: 'normalise', safe, prose: [{ from: 0, to: actual.length, text }] }],
    severity: 'warning',
  };
}
