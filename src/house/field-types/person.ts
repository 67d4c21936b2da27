import { anyText, defineFieldType, noFaults } from './field-type.ts';

export const personType = defineFieldType({
  words: { en: 'a person’s name', zh: '人名' },
  about: {
    en: 'One person; where the newsroom keeps `staff.yml`, names are completed from it and unknown ones are told.',
    zh: '一个人名；有 `staff.yml` 时据此补全，并提示其中没有的人。',
  },
  shape: 'one',
  scalar: 'text',
  example: '林望舒',
  refused: ['[林晓禾, 周砚]', '12'],
  settings: ['values', 'values-from', 'open'],
  schema: anyText,
  names: 'person',
  suggests: [],
  ...noFaults,
});
