import { defineFieldType, noFaults } from './field-type.ts';

export const booleanType = defineFieldType({
  words: { en: 'true or false', zh: 'true 或 false' },
  about: {
    en: '`true` or `false`; `yes`, `no`, `是`, `否` are made that by Fix All. With `role: stage` it is the flag of a site, `draft: true` or `published: false`.',
    zh: '`true` 或 `false`；写成 yes、no、是、否的，“修正全部”会改。写了 `role: stage` 的就是网站程序的开关，如 `draft: true`、`published: false`。',
  },
  shape: 'one',
  scalar: 'boolean',
  example: 'true',
  refused: ['是', '12'],
  settings: ['when-true', 'when-false'],
  schema: { type: 'boolean' },
  fixed: [
    { value: 'true', label: { en: 'yes', zh: '是' } },
    { value: 'false', label: { en: 'no', zh: '否' } },
  ],
  suggests: [],
  ...noFaults,
});
