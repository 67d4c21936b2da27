import { defineFieldType, noFaults } from './field-type.ts';

export const booleanType = defineFieldType({
  words: { en: 'true or false', zh: 'true 或 false' },
  about: {
    en: '`true` or `false`; `yes`, `no`, `是`, `否` are made that by Fix All.',
    zh: '`true` 或 `false`；写成 yes、no、是、否的，“修正全部”会改。',
  },
  shape: 'one',
  scalar: 'boolean',
  example: 'true',
  refused: ['是', '12'],
  settings: [],
  schema: { type: 'boolean' },
  fixed: [
    { value: 'true', label: { en: 'yes', zh: '是' } },
    { value: 'false', label: { en: 'no', zh: '否' } },
  ],
  suggests: [],
  ...noFaults,
});
