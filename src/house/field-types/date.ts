import { hasOwnDay, withDay } from '../../model/date-forms.ts';
import { clockIn, dayOf, isNoDate, plainDate, readDate } from '../../model/written-date.ts';
import { defineFieldType } from './field-type.ts';
import { dateMessages, isGenerated, noDate } from './written-dates.ts';

const example = '2024-06-01';

export const dateType = defineFieldType({
  words: { en: 'date, such as 2024-06-01', zh: '日期，如 2024-06-01' },
  about: {
    en: 'A day. `2024/6/1`, `2024.6.1`, `2024年6月1日` and `20240601` are read too; Fix All writes `2024-06-01`. A day never moves, whatever the time zone.',
    zh: '日期。`2024/6/1`、`2024.6.1`、`2024年6月1日`、`20240601` 也能识别，“修正全部”改为 `2024-06-01`。日期不因时区而变。',
  },
  shape: 'one',
  scalar: 'any',
  example,
  refused: ['2024-02-30', '[2024-06-01, 2024-06-02]'],
  settings: ['form'],
  schema: { type: 'string', format: 'date' },
  suggests: ['today'],
  ofMoment: (moment, { form }, timeZone) => withDay(clockIn(moment, timeZone).slice(0, 10), form),
  saidBy: 'bad-date',
  messages: {
    ...dateMessages,
    'date-only': {
      en: '`{key}` takes a day without a time: `{near}`',
      zh: '字段“{key}”只写日期，不写时间：“{near}”',
    },
  },
  *faults({ prose: { rendered } }, { form }) {
    if (isGenerated(rendered)) return;
    const read = readDate(rendered);
    if (isNoDate(read)) yield noDate(read, form ?? example);
    // A time that is dropped is lost: that is for the author to say.
    else if (read.time)
      yield { message: 'date-only', meant: { text: withDay(dayOf(read), form), safe: false }, severity: 'warning' };
    else if (hasOwnDay(form)) {
      const text = withDay(dayOf(read), form);
      // Programs read the one as a date and the other as a text.
      if (text !== rendered) yield { message: 'form', meant: { text, safe: false }, severity: 'warning' };
    }
    // June 1, 2024: generators read it, and by another clock than 2024-06-01.
    else if (!read.normal && !read.worded)
      yield { message: 'form', meant: { text: plainDate(read), safe: true }, severity: 'warning' };
  },
});
