import { defineFieldType, type ValueFault } from './field-type.ts';

export const numberType = defineFieldType({
  words: { en: 'number', zh: '数字' },
  about: { en: 'A number from `least` to `most`.', zh: '数字，从 `least` 到 `most`。' },
  shape: 'one',
  scalar: 'number',
  example: '12',
  refused: ['十二', '[1, 2]'],
  settings: ['least', 'most', 'unique'],
  schema: { type: 'number' },
  suggests: [],
  saidBy: 'bad-value',
  messages: {
    less: {
      en: 'Unexpected {actual} in `{key}`, expected {min} or more',
      zh: '字段“{key}”的 {actual} 过小，应不小于 {min}',
    },
    more: {
      en: 'Unexpected {actual} in `{key}`, expected {max} or less',
      zh: '字段“{key}”的 {actual} 过大，应不大于 {max}',
    },
  },
  *faults({ value }, { least, most }): Iterable<ValueFault<'less' | 'more'>> {
    if (typeof value !== 'number') return;
    if (least !== undefined && value < least) yield { message: 'less', data: { actual: value, min: least } };
    if (most !== undefined && value > most) yield { message: 'more', data: { actual: value, max: most } };
  },
});
