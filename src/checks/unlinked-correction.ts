import { scalarsOf } from '../model/front-matter/values.ts';
import { defineCheck } from './check.ts';

/** What a house says is a correction, where it says nothing of it. */
export const usualCorrections = {
  columns: ['更正', '更正与说明', '更正声明', '勘误', 'Corrections'],
  field: 'corrects',
} as const;

export const unlinkedCorrection = defineCheck({
  id: 'unlinked-correction',
  title: { en: 'Correction not linked', zh: '更正没有链接' },
  summary: {
    en: 'An article that was corrected links to its correction.',
    zh: '被更正的稿件要链接到更正。',
  },
  scope: 'article',
  severity: 'off',
  options: {
    columns: {
      type: 'strings',
      default: usualCorrections.columns,
      about: {
        en: 'Columns whose articles correct those that they link to',
        zh: '哪些栏目的稿件是更正，更正的是文中链接的稿件',
      },
    },
    field: {
      type: 'string',
      default: usualCorrections.field,
      about: {
        en: 'The field in which a correction names the file of the article that it corrects',
        zh: '更正在哪个字段里写明被更正的稿件文件',
      },
    },
    site: {
      type: 'string',
      default: '',
      about: {
        en: 'The address of the newsroom’s site, such as `https://haizhou.example/`, where its settings do not say it: links to it mean its articles',
        zh: '本社网站的地址，如 `https://haizhou.example/`，网站设置中没有时写明：指向该网站的链接即指本社稿件',
      },
    },
  },
  messages: {
    unlinked: {
      en: '`{path}` corrects this article: link to it, or readers of this one do not hear of it',
      zh: '{path} 更正了本篇，请在本篇加上链接，否则读者看不到更正',
    },
  },
  *run(_article, { facts: { elsewhere }, reading }) {
    for (const { path } of elsewhere?.corrections ?? []) {
      const title = reading.entry('title');
      const prose = title && scalarsOf(title.value)[0]?.prose;
      const at = prose ? prose.at(0, prose.text.length) : { from: 0, to: 0, start: 0, end: 0 };
      yield { message: 'unlinked', data: { path }, at };
    }
  },
});
