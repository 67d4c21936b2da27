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
      en: '{actual} in `{key}` is too small: it must be at least {min}',
      zh: '字段“{key}”的 {actual} 太小，最小为 {min}',
    },
    more: {
      en: '{actual} in `{key}` is too large: it must be at most {max}',
      zh: '字段“{key}”的 {actual} 太大，最大为 {max}',
    },
  },
  *faults({ value }, { least, most }): Iterable<ValueFault<'less' | 'more'>> {
    if (typeof value !== 'number') return;
    if (least !== undefined && value < least) yield { message: 'less', data: { actual: value, min: least } };
    if (most !== undefined && value > most) yield { message: 'more', data: { actual: value, max: most } };
  },
});
