import { type Draft, defineCheck } from './check.ts';
import { isEnglish } from './copy/english.ts';
import { dates } from './copy/numerals/dates.ts';
import { type EnglishNumeral, englishNumerals } from './copy/numerals/english.ts';
import { fixedWords } from './copy/numerals/fixed-words.ts';
import { magnitudes } from './copy/numerals/magnitudes.ts';
import { mixedTimes } from './copy/numerals/times.ts';
import { units } from './copy/numerals/units.ts';
import { findSlips } from './copy/slips.ts';
import { writesSimplified } from './words/simplified.ts';

type Message =
  | 'times'
  | 'replace'
  | EnglishNumeral
  | (typeof units)[number]['message']
  | (typeof magnitudes)[number]['message']
  | (typeof dates)[number]['message']
  | (typeof fixedWords)[number]['message'];

const unitsIn = findSlips(units);
/** Which units are legal the mainland's law says; symbols are the same everywhere. */
const symbolsIn = findSlips(units.filter(({ message }) => message === 'symbol'));
const numeralsIn = findSlips([...magnitudes, ...dates, ...fixedWords]);

export const mixedNumerals = defineCheck({
  id: 'mixed-numerals',
  title: { en: 'Numbers and units', zh: '数字和单位' },
  summary: {
    en: 'A number, date or time keeps to one way of writing (`4000`, `2024年6月1日`, `21st`, `£500`), and a unit is a legal one.',
    zh: '数字、日期、时刻写法前后一致（“4000”“2024年6月1日”、英文“21st”“£500”），单位用法定计量单位。',
  },
  source: 'GB/T 15835—2011 4, 5',
  scope: 'passage',
  severity: 'warning',
  mistake: 'numeral',
  triggers: '千百万亿几年月日时点届期礼农节个公平立英方浬瓩糎粍KkMmCHhGgVw,.%华加盎哩呎吋○〇零:：国路0123456789',
  options: {
    units: {
      type: 'boolean',
      default: true,
      about: {
        en: 'Units are looked at too: 公分, 平米, `KG`.',
        zh: '计量单位也检查：公分、平米、KG。',
      },
    },
  },
  messages: {
    thousand: {
      en: '`{actual}` mixes digits with 千 or 百: write `{expected}`',
      zh: '除“万”“亿”外，阿拉伯数字不与汉字数位混写：“{actual}”应为“{expected}”',
    },
    mixed: { en: '`{actual}` is one number in two scripts', zh: '“{actual}”一个数用了两种数字' },
    grouping: { en: 'Digits are grouped by three: `{expected}`', zh: '数字分节以三位为一节：“{expected}”' },
    nought: { en: 'A fraction has its nought: `{expected}`', zh: '小数点前的“0”不省略：“{expected}”' },
    several: {
      en: '`{actual}`: with 几 a number is written in characters',
      zh: '带“几”的概数用汉字：“{actual}”应为“{expected}”',
    },
    measure: {
      en: '`{actual}`: what is measured is written in digits: `{expected}`',
      zh: '计量的数用阿拉伯数字：“{actual}”可写作“{expected}”',
    },
    dots: {
      en: 'A date in running text is written `{expected}`',
      zh: '年月日不用点、顿号、斜线隔开：“{actual}”应为“{expected}”',
    },
    cut: {
      en: 'A month of a year is written `{expected}`',
      zh: '年月日不全时不用短横线代替：“{actual}”应为“{expected}”',
    },
    leading: {
      en: 'Other dates of this paragraph have no leading nought: `{expected}`',
      zh: '同一段里别的月日没有补“0”：“{actual}”应为“{expected}”',
    },
    scripts: {
      en: '`{actual}` is one date in two scripts: write `{expected}`',
      zh: '同一日期不混用汉字和阿拉伯数字：“{actual}”应为“{expected}”',
    },
    zero: {
      en: 'The nought of a year in characters is 〇: write `{expected}`',
      zh: '年份里的“0”用“〇”：“{actual}”应为“{expected}”',
    },
    counted: { en: 'The nought of what is counted is 零', zh: '计量用“零”，“〇”用于年份和编号' },
    half: {
      en: '`{actual}` is half in characters, half in digits: write `{expected}`',
      zh: '“{actual}”半为汉字半为数字，应为“{expected}”',
    },
    clock: {
      en: '`{actual}`: hours past twelve need no word for the time of day, and take no other',
      zh: '“{actual}”：24小时制不再加“下午”“晚上”，也不与“上午”“凌晨”连用',
    },
    minus: { en: '`{actual}` says minus twice: write `{expected}`', zh: '“{actual}”重复：已说“零下”，不再用负号' },
    times: {
      en: 'This paragraph writes times in two ways: `{actual}` here, `{other}` elsewhere',
      zh: '同一段里时刻写法不一：这里是“{actual}”，别处是“{other}”',
    },
    word: {
      en: '`{actual}` is a fixed word: write `{expected}`',
      zh: '定型的词用汉字数字：“{actual}”应为“{expected}”',
    },
    letter: { en: 'The term is `{expected}`', zh: '“{actual}”应为“{expected}”' },
    lunar: {
      en: 'Dates of the old calendar are written in characters: `{expected}`',
      zh: '农历日期用汉字：“{actual}”应为“{expected}”',
    },
    era: { en: 'Years of an era are written in characters: `{expected}`', zh: '年号纪年用汉字：“{expected}”' },
    session: {
      en: 'Names of sessions are written in characters: `{expected}`',
      zh: '会议届次用汉字数字：“{actual}”应为“{expected}”',
    },
    class: {
      en: '`{actual}`: two numbers run together, of the year and of the classes: `{expected}`',
      zh: '“{actual}”两个数字相连，易误读，可写作“{expected}”',
    },
    unit: { en: '`{actual}` is no legal unit: write `{expected}`', zh: '“{actual}”不是法定计量单位，应为“{expected}”' },
    symbol: {
      en: 'The symbol of the unit is `{expected}`, in these very letters',
      zh: '单位符号区分大小写：“{actual}”应为“{expected}”',
    },
    foreign: {
      en: '`{actual}` is no legal unit here: give the figure in legal units, or beside it',
      zh: '“{actual}”不是法定计量单位，宜换算或括注',
    },
    ordinal: {
      en: '`{actual}` is read with another ending: `{expected}`',
      zh: '英文序数词词尾有误：“{actual}”应为“{expected}”',
    },
    signed: {
      en: 'The sign says it already: `{expected}`, not `{actual}`',
      zh: '货币符号已表明单位：“{actual}”应为“{expected}”',
    },
    scale: { en: 'The letter says it already: `{expected}`', zh: '缩写字母已表明数量级，写“{expected}”即可' },
    percent: { en: '`{actual}` says it twice: `{expected}`', zh: '“{actual}”重复，写“{expected}”即可' },
    groups: {
      en: 'A figure is missing or a mark is wrong: digits are grouped by three in `{actual}`',
      zh: '“{actual}”数字分节有误：缺了数字，或标点有误',
    },
    point: { en: 'Nothing stands behind this point', zh: '这个小数点后面没有数字' },
    noon: {
      en: 'a.m. and p.m. say it already: `{expected}`',
      zh: 'a.m.、p.m. 已表明上下午：“{actual}”应为“{expected}”',
    },
    between: {
      en: 'From goes with to, and between with and: `{expected}`, not `{actual}`',
      zh: 'from 与 to、between 与 and 搭配：“{actual}”应为“{expected}”',
    },
    replace: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
  },
  run({ prose }, { options, house }) {
    if (isEnglish(prose.text, house)) return englishNumerals(prose);
    const found: Draft<Message>[] = options.units ? [...(writesSimplified(house) ? unitsIn : symbolsIn)(prose)] : [];
    const numerals: Draft<Message>[] = [...numeralsIn(prose)];
    const times = mixedTimes(prose);
    if (times) numerals.push(times);
    if (numerals.length > 0 && /[\d〇○零百几月OoＯG]/.test(prose.text)) found.push(...numerals);
    return found;
  },
});
