import { hasOwnDay, inForm, stamp } from '../../model/date-forms.ts';
import { isNoDate, readDate } from '../../model/written-date.ts';
import { defineFieldType } from './field-type.ts';
import { dateMessages, isGenerated, noDate } from './written-dates.ts';

const example = '2024-06-01 10:53';

export const datetimeType = defineFieldType({
  words: { en: 'date and time, such as 2024-06-01 10:53', zh: '日期和时间，如 2024-06-01 10:53' },
  about: {
    en: 'A moment; a day alone will do. Without an offset it is meant in the house’s time zone; an offset is kept as it is written. `form` says which way of writing the house has chosen, and otherwise every one that programs read will do. Fix All puts signs and blanks right, and never moves a clock or an offset.',
    zh: '时间，也可只写日期。不带时差的按本社所在时区；带时差的照原样保留。`form` 规定本社的写法，不写则程序能识别的写法都可以。“修正全部”只改符号和空格，从不换算时间、增删时差。',
  },
  shape: 'one',
  scalar: 'any',
  example,
  refused: ['2024-06-01 25:00', '{日: 2024-06-01}'],
  settings: ['form'],
  schema: {
    type: 'string',
    pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?$`,
  },
  suggests: ['now', 'today'],
  ofMoment: (moment, { form }, timeZone) => stamp(moment, form, timeZone),
  saidBy: 'bad-date',
  messages: {
    ...dateMessages,
    'offset-missing': {
      en: 'The time in `{key}` has no offset: write it as in `{near}`',
      zh: '字段“{key}”的时间没有写时差，应如“{near}”',
    },
    'offset-unwanted': {
      en: '`{actual}` in `{key}` has an offset: write the house’s own time, as in `{near}`',
      zh: '字段“{key}”的“{actual}”带有时差，应写本地时间，如“{near}”',
    },
    'not-utc': {
      en: '`{actual}` in `{key}` is not in UTC: write `{near}`',
      zh: '字段“{key}”的“{actual}”应写成世界时“{near}”',
    },
    'seconds-missing': {
      en: 'The time in `{key}` has no seconds: write `{near}`',
      zh: '字段“{key}”的时间没有写秒，应写作“{near}”',
    },
  },
  *faults({ prose: { rendered } }, { form }, { timeZone }) {
    if (isGenerated(rendered)) return;
    const read = readDate(rendered);
    if (isNoDate(read)) {
      yield noDate(read, form ?? example);
      return;
    }
    const wanted = inForm(read, form, timeZone);
    if (wanted === undefined || wanted.text === rendered) return;
    const { text, change } = wanted;
    yield {
      message: change ?? 'form',
      data: { near: text ?? form ?? example },
      // An offset that is dropped is lost, and one that is added is a guess: that is for the author to say.
      // Without an offset programs read what names its month by another clock than what does not: nothing is offered.
      ...(text === undefined || (read.worded && read.offset === undefined)
        ? {}
        : { meant: { text, safe: change === undefined && !hasOwnDay(form) } }),
      severity: 'warning',
    };
  },
});
