import { anyText, defineFieldType, noFaults, textSettings } from './field-type.ts';

export const listType = defineFieldType({
  words: { en: 'list, such as [one, two]', zh: '列表，如 [甲, 乙]' },
  about: {
    en: 'Several values, each of the type that `of` names (text when absent), with that type’s settings.',
    zh: '若干项，每一项的类型由 `of` 指定（不写则为文字），该类型的设置同样有效。',
  },
  shape: 'many',
  scalar: 'text',
  example: '[春耕, 育秧]',
  refused: ['春耕、育秧', '{甲: 乙}'],
  settings: ['of', 'values', 'open', 'prose', ...textSettings, 'formats', 'least', 'most', 'form'],
  schema: anyText,
  suggests: ['used'],
  ...noFaults,
});
