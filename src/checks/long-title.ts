import { entryOf } from '../house/field-keys.ts';
import { isBroken } from '../model/front-matter/values.ts';
import { defineCheck } from './check.ts';
import { widthOf } from './copy/title-width.ts';

/** 【系列】 before a headline: it is not counted. */
const SERIES = /^\s*【[^】]{1,40}】\s*/;

/** The longest headlines in characters: of Chinese, and of what is written in letters. */
const MAX = 30;
const LETTERS = 80;

export const longTitle = defineCheck({
  id: 'long-title',
  title: { en: 'Long headline', zh: '标题过长' },
  summary: {
    en: 'A headline is short enough to be read at a glance and to stand on one line of the page.',
    zh: '标题不宜过长，应能一眼看完、在页面上排成一行。',
  },
  scope: 'article',
  severity: 'warning',
  options: {
    max: {
      type: 'number',
      default: MAX,
      about: {
        en: 'Most characters: a Han character is one, a letter or digit half.',
        zh: '最多字数：汉字和全角标点算一字，字母和数字算半字。',
      },
    },
    letters: {
      type: 'number',
      default: LETTERS,
      about: {
        en: 'Most characters of a headline in another language than Chinese, each character one; where a house sets `max` alone, that holds.',
        zh: '非中文标题的最多字符数，每个字符算一个；只设了 `max` 的规范以 `max` 为准。',
      },
    },
    series: {
      type: 'boolean',
      default: false,
      about: { en: 'The series tag 【…】 before the headline counts too.', zh: '标题前的【专题名】也计入字数。' },
    },
  },
  messages: {
    long: {
      en: 'This headline is {actual} characters long; the limit is {max}',
      zh: '标题有 {actual} 字，超过 {max} 字，请压缩',
    },
  },
  *run(article, { options, reading }) {
    const { frontMatter } = article;
    const field = reading.field('title');
    const entry = field ? entryOf(frontMatter, field) : frontMatter.entries.find(({ key }) => key === 'title');
    const given =
      entry && !isBroken(frontMatter, entry) && entry.value.kind === 'scalar' ? entry.value.prose : undefined;
    const prose = given ?? (entry ? undefined : reading.titleHeading?.prose);
    if (!prose) return;
    const text = prose.rendered.trimEnd();
    const from = options.series ? 0 : (SERIES.exec(text)?.[0].length ?? 0);
    const counted = text.slice(from);
    const actual = reading.chinese ? Math.ceil(widthOf(counted)) : [...counted].length;
    const max = reading.chinese ? options.max : lettersOf(options);
    if (actual > max) yield { message: 'long', data: { actual, max }, at: prose.at(from, text.length) };
  },
});

/** An English house says `max`; a Chinese one that does, and has English articles, says `letters` too. */
function lettersOf({ max, letters }: { readonly max: number; readonly letters: number }): number {
  return letters === LETTERS && max !== MAX ? max : letters;
}
