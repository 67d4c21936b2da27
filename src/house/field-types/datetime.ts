import { defineFieldType, noFaults } from './field-type.ts';

export const datetimeType = defineFieldType({
  words: { en: 'date and time, such as 2024-06-01 10:53', zh: '日期和时间，如 2024-06-01 10:53' },
  about: {
    en: 'A moment; a day alone will do. Without an offset it is meant in the house’s time zone; an offset is kept as it is written. `form` says which way of writing the house has chosen, and otherwise every one that programs read will do. Fix All puts signs and blanks right, and never moves a clock or an offset.',
    zh: '时间，也可只写日期。不带时差的按本社所在时区；带时差的照原样保留。`form` 规定本社的写法，不写则程序能识别的写法都可以。“修正全部”只改符号和空格，从不换算时间、增删时差。',
  },
  shape: 'one',
  scalar: 'any',
  example: '2024-06-01 10:53',
  refused: ['{日: 2024-06-01}'],
  settings: ['form'],
  schema: {
    type: 'string',
    pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?$`,
  },
  suggests: ['now', 'today'],
  ...noFaults,
});
