import { defineFieldType } from './field-type.ts';

export const emailType = defineFieldType({
  words: { en: 'e-mail address', zh: '电子邮件地址' },
  about: { en: 'An address such as desk@example.com.', zh: '形如 desk@example.com 的地址。' },
  shape: 'one',
  scalar: 'text',
  example: 'desk@example.com',
  refused: ['desk', '@example.com'],
  settings: ['unique'],
  schema: { type: 'string', format: 'email' },
  suggests: [],
  saidBy: 'bad-value',
  messages: {
    email: {
      en: '`{actual}` in `{key}` is not an e-mail address: write one such as desk@example.com',
      zh: '字段“{key}”的“{actual}”不是电子邮件地址，应如 desk@example.com',
    },
  },
  *faults({ prose: { rendered } }) {
    if (!/^[^\s@]+@[^\s@]+$/.test(rendered)) yield { message: 'email' };
  },
});
