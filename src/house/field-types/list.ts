import { anyText, defineFieldType, noFaults, textSettings } from './field-type.ts';

export const listType = defineFieldType({
  words: { en: 'list, such as [one, two]', zh: '列表，如 [甲, 乙]' },
  about: {
    en: 'Several values, each of the type that `of` names (text when absent), with that type’s settings. One alone may stand without brackets; `alone` says how Copydesk writes it.',
    zh: '若干项，每一项的类型由 `of` 指定（不写则为文字），该类型的设置同样有效。只有一项时可以不加方括号，`alone` 规定 Copydesk 写成哪一种。',
  },
  shape: 'many',
  scalar: 'text',
  example: '[春耕, 育秧]',
  refused: ['春耕、育秧', '{甲: 乙}'],
  settings: [
    'of',
    'fields',
    'alone',
    'values',
    'values-from',
    'open',
    'prose',
    ...textSettings,
    'formats',
    'least',
    'most',
    'form',
  ],
  schema: anyText,
  suggests: ['used'],
  ...noFaults,
});
