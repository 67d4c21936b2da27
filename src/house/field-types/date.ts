import { defineFieldType, noFaults } from './field-type.ts';

export const dateType = defineFieldType({
  words: { en: 'date, such as 2024-06-01', zh: '日期，如 2024-06-01' },
  about: {
    en: 'A day. `2024/6/1`, `2024.6.1`, `2024年6月1日` and `20240601` are read too; Fix All writes `2024-06-01`. A day never moves, whatever the time zone.',
    zh: '日期。`2024/6/1`、`2024.6.1`、`2024年6月1日`、`20240601` 也能识别，“修正全部”改为 `2024-06-01`。日期不因时区而变。',
  },
  shape: 'one',
  scalar: 'any',
  example: '2024-06-01',
  refused: ['[2024-06-01, 2024-06-02]'],
  settings: [],
  schema: { type: 'string', format: 'date' },
  suggests: ['today'],
  ...noFaults,
});
