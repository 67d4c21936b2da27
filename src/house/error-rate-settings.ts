import type { Settings } from './setting.ts';

/**
 * The settings of `error-rate`. The defaults are those of the annex to the rules on the quality of newspapers and
 * periodicals (报纸期刊质量管理规定, 2020); a mark counts as in the rules on the quality of books (图书质量管理规定).
 */
export const errorRateSettings: Settings = {
  allowed: {
    type: 'number',
    decimals: true,
    least: 0,
    default: 3,
    about: {
      en: 'Most errors in 10,000 characters that may go out: 3 for a newspaper, 2 for a periodical.',
      zh: '每万字允许的差错数：报纸为 3，期刊为 2。',
    },
  },
  word: {
    type: 'number',
    decimals: true,
    least: 0,
    default: 1,
    about: { en: 'A wrong, missing or doubled word or character.', zh: '错字、别字、多字、漏字，每处计几个差错。' },
  },
  name: {
    type: 'number',
    decimals: true,
    least: 0,
    default: 2,
    about: { en: 'A wrong name, date or picture.', zh: '重要名称、时间、图片有误，每处计几个差错。' },
  },
  numeral: {
    type: 'number',
    decimals: true,
    least: 0,
    default: 0.1,
    about: { en: 'A numeral against GB/T 15835.', zh: '数字用法不合 GB/T 15835，每处计几个差错。' },
  },
  mark: {
    type: 'number',
    decimals: true,
    least: 0,
    default: 0.1,
    about: { en: 'A mark against GB/T 15834.', zh: '标点用法不合 GB/T 15834，每处计几个差错。' },
  },
  'most-numerals': {
    type: 'number',
    decimals: true,
    least: 0,
    default: 1,
    about: { en: 'Most that all numerals of an article count together.', zh: '一篇稿件中数字用法差错最多共计几个。' },
  },
  headline: {
    type: 'number',
    decimals: true,
    least: 0,
    default: 2,
    about: { en: 'Times as much in a headline.', zh: '标题中的差错按几倍计。' },
  },
  'most-repeats': {
    type: 'number',
    least: 1,
    default: 3,
    about: { en: 'How often one mistake counts where it is repeated.', zh: '同一差错重复出现，最多计几次。' },
  },
};
