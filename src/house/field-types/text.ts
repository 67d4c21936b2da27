import { anyText, defineFieldType, noFaults, textSettings } from './field-type.ts';

export const textType = defineFieldType({
  words: { en: 'text', zh: '文字' },
  about: {
    en: 'One text. Its length is counted as editors count: a Han character or full-width mark is one, a letter or digit half. `forbidden` lists marks that may not stand in it.',
    zh: '一段文字。字数按编辑习惯计：汉字、全角标点算一字，字母、数字算半字。`forbidden` 列出不许出现的字符。',
  },
  shape: 'one',
  scalar: 'text',
  example: '云岭镇育秧中心启用',
  refused: ['[甲, 乙]', '2024'],
  settings: [...textSettings, 'unique', 'values', 'values-from', 'open', 'prose'],
  schema: anyText,
  suggests: ['used'],
  ...noFaults,
});
