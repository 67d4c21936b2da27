import type { Settings } from './setting.ts';

/** What a text in both languages may say. */
export const localizedSettings: Settings = {
  zh: { type: 'string', about: { en: 'In Chinese.', zh: '中文。' } },
  en: { type: 'string', about: { en: 'In English.', zh: '英文。' } },
};

/** What one value of a choice may say, when it says more than itself. */
export const choiceSettings: Settings = {
  value: {
    type: 'string',
    suggests: 'field-values',
    about: { en: 'What stands in the front matter.', zh: '稿件信息中写的值。' },
  },
  label: { type: 'string', about: { en: 'How it is shown in lists.', zh: '列表中显示的名称。' } },
  aliases: {
    type: 'strings',
    about: {
      en: 'Other ways to write it, which Fix All replaces with the value.',
      zh: '其他写法，“修正全部”会改为规范值。',
    },
  },
  folder: {
    type: 'string',
    about: {
      en: 'For a column: the folder of its articles, which stands for `{column}` in `path`; absent: one of its own name.',
      zh: '用于栏目：该栏目稿件所在的文件夹，`path` 里的 `{column}` 即写成它；不写则与栏目同名。',
    },
  },
};
