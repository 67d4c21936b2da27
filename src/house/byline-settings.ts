import type { Settings } from './setting.ts';

/** The settings of `byline`. */
export const bylineSettings: Settings = {
  required: { type: 'boolean', default: true, about: { en: 'Every article is signed.', zh: '每篇稿件都要署名。' } },
  position: {
    type: 'choice',
    values: ['head', 'under-title', 'end'],
    default: 'head',
    about: { en: 'Where the byline stands.', zh: '署名的位置：段首、题下或文末。' },
  },
  forms: {
    type: 'strings',
    form: 'byline-form',
    default: ['{reporters}'],
    about: {
      en: 'How bylines are written, as the desk says them; the first is preferred.',
      zh: '署名的写法，照实写出；第一种为首选。',
    },
  },
  'name-separator': { type: 'string', default: ' ', about: { en: 'Between two names.', zh: '两个姓名之间的符号。' } },
  'other-separators': {
    type: 'strings',
    default: [],
    about: {
      en: 'Separators of names that are let pass too; we never write them.',
      zh: '姓名之间也可以用的其他符号，只是不作为改法。',
    },
  },
  'role-space': {
    type: 'string',
    default: '',
    about: { en: 'Between a role and a name.', zh: '身份与姓名之间的空格。' },
  },
  brackets: {
    type: 'choice',
    values: ['full', 'half'],
    default: 'full',
    about: { en: 'Width of the brackets.', zh: '括号用全角还是半角。' },
  },
  outlets: {
    type: 'strings',
    suggests: 'outlets',
    default: [],
    about: { en: 'The newsroom’s own names.', zh: '本社的名称。' },
  },
  'two-character-name': {
    type: 'choice',
    values: ['plain', 'spaced'],
    default: 'plain',
    about: {
      en: 'How a name of two characters is written: 王刚, or 王　刚 to align with three.',
      zh: '两个字的姓名怎么写：王刚，或为与三字名对齐写成王　刚。',
    },
  },
  roles: {
    type: 'strings',
    suggests: 'roles',
    default: [],
    about: { en: 'Words for who somebody is.', zh: '身份用语。' },
  },
};

/** The settings of `credit`. */
export const creditSettings: Settings = {
  required: { type: 'boolean', default: true, about: { en: 'Every picture has a credit.', zh: '每张图片都要署名。' } },
  forms: {
    type: 'strings',
    form: 'credit-form',
    default: ['({photographers})'],
    about: { en: 'How picture credits are written; the first is preferred.', zh: '图片署名的写法；第一种为首选。' },
  },
  brackets: {
    type: 'choice',
    values: ['full', 'half'],
    default: 'full',
    about: { en: 'Width of the brackets.', zh: '括号用全角还是半角。' },
  },
  caption: {
    type: 'boolean',
    default: true,
    about: { en: 'Every picture has a caption too.', zh: '除署名外还要有图片说明。' },
  },
};
