import { anyText, defineFieldType, noFaults } from './field-type.ts';

export const choiceType = defineFieldType({
  words: { en: 'one of a list', zh: '从列表中选一项' },
  about: {
    en: 'One of `values`. A value may have a `label`, which is shown, and `aliases`, which Fix All replaces with the value; a slip of the pen or of the pinyin is told. With `open` other values are allowed too.',
    zh: '`values` 中的一项。每项可以有 `label`（显示名）和 `aliases`（别名，“修正全部”改为规范值）；笔误和同音误写会给出建议。写 `open` 则也可填其他值。',
  },
  shape: 'one',
  scalar: 'text',
  example: '乡村',
  refused: ['[乡村, 时政]', '12'],
  settings: ['values', 'values-from', 'open', 'unique', 'prose'],
  schema: anyText,
  suggests: ['used'],
  ...noFaults,
});
