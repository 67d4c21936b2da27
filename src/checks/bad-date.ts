import { itemType, type TypeMessage, typeMessages, typesOfField } from '../house/field-types.ts';
import type { Localized } from '../model/finding.ts';
import { isEmpty, scalarsOf } from '../model/front-matter/values.ts';
import type { Prose } from '../model/prose.ts';
import { isNoDate, readDate } from '../model/written-date.ts';
import type { DatelineDay } from '../reading/dates.ts';
import { type Draft, defineCheck } from './check.ts';
import { typeDrafts } from './fields/type-faults.ts';

const ofArticle = {
  'before-dateline': {
    en: '`{actual}` in `{key}` is earlier than the dateline, {near}: an article is not published before that',
    zh: '字段“{key}”的“{actual}”早于电头日期“{near}”，请核对',
  },
  normalise: { en: 'Write `{near}`', zh: '改为“{near}”' },
} as const satisfies Readonly<Record<string, Localized>>;

type Message = keyof typeof ofArticle | TypeMessage<'bad-date'>;

export const badDate = defineCheck({
  id: 'bad-date',
  title: { en: 'Date', zh: '日期' },
  summary: {
    en: 'A date is one that the calendar has, written as programs read it, or in the form that the house has chosen.',
    zh: '日期应真实存在，写法能被程序识别；本社规定了写法的，按规定写。',
  },
  source: 'GB/T 7408.1—2023',
  scope: 'article',
  severity: 'error',
  serves: ['fields'],
  messages: { ...typeMessages('bad-date'), ...ofArticle },
  *run(_article, { house, facts, reading }): Iterable<Draft<Message>> {
    for (const { field, entry } of reading.measured) {
      if (typesOfField[itemType(field)].saidBy !== 'bad-date' || isEmpty(entry.value) || field.fields) continue;
      for (const value of scalarsOf(entry.value))
        yield* typeDrafts('bad-date', entry.key, field, value, house, facts, 'normalise');
      if (field.role === 'published' && entry.value.kind === 'scalar')
        yield* order(reading.dateline, entry.key, entry.value.prose);
    }
  },
});

/** A time of publication before the day that the dateline says the report was sent. */
function* order(dateline: DatelineDay | undefined, key: string, prose: Prose): Iterable<Draft<Message>> {
  const actual = prose.rendered;
  const read = readDate(actual);
  if (dateline === undefined || isNoDate(read) || !isBeforeDateline(read, dateline)) return;
  const at = prose.at(0, actual.length);
  yield { message: 'before-dateline', data: { key, actual, near: dateline.text }, at, severity: 'warning' };
}

/** Half a year in milliseconds: a dateline without a year that seems to lie further ahead is of the year before. */
const halfYear = 183 * 86_400_000;

/** Whether a day lies before the dateline's: an article is not published before what it reports from. */
function isBeforeDateline(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  dateline: DatelineDay,
): boolean {
  const published = Date.UTC(year, month - 1, day);
  const ahead = Date.UTC(dateline.year ?? year, dateline.month - 1, dateline.day) - published;
  return ahead > 0 && (dateline.year !== undefined || ahead < halfYear);
}
