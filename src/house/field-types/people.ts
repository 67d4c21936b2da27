import { anyText, defineFieldType, noFaults } from './field-type.ts';

export const peopleType = defineFieldType({
  words: { en: 'people’s names, such as [Ann, Ben]', zh: '人名列表，如 [张三, 李四]' },
  about: {
    en: 'Several people, as a list; one alone may stand without brackets. `张三、李四` in one text is made a list by Fix All.',
    zh: '人名列表；只有一人时可以不加方括号。写成“张三、李四”的，“修正全部”改为列表。',
  },
  shape: 'many',
  scalar: 'text',
  example: '[林晓禾, 周砚]',
  refused: ['林晓禾、周砚', '{记者: 林晓禾}'],
  settings: ['alone', 'values', 'values-from', 'open'],
  schema: anyText,
  suggests: [],
  ...noFaults,
});
