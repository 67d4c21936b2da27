import type { Slip } from '../slips.ts';

type Message = 'thousand' | 'mixed' | 'grouping' | 'nought' | 'several' | 'measure';

const HAN_DIGITS = '〇一二三四五六七八九';
const VALUES: Readonly<Record<string, number>> = { 千: 1e3, 百: 1e2, 十: 10, 万: 1e4, 亿: 1e8 };

/** Behind 千 and 百 these are units (千米, 百帕) or words of their own (百年, 百强, 百分点). */
const NO_UNIT =
  '(?<!\\d)(?![米克瓦伏卡赫帕兆比字安焦牛升禧]|[年强家]|分|货|姓|佳|日|草|花|合|灵|度|富|科|余年|多年|万富|亿富)';

/** A number that is written partly in digits and partly with 千 or 百: `4千`, `3万5千`, `2万8千6百`, `3千万`. */
const MIXED = new RegExp(
  `(?<![\\d.,/A-Za-z〇一二三四五六七八九十百千万亿第—～~–-]|\\d[:：])\\d{1,6}(?:\\.\\d{1,4})?(?:[亿万千百](?:[\\d${HAN_DIGITS}两](?=[千百万])){0,1}){1,8}${NO_UNIT}`,
  'g',
);

/** What a mixed number counts, in its largest unit of 万 and 亿; `undefined` when it is no number. */
function rewritten(written: string): string | undefined {
  let total = 0;
  let section = 0;
  let pending: number | undefined;
  for (const { 0: piece } of written.matchAll(/[\d.]+|./g)) {
    const value = VALUES[piece];
    if (value === undefined) {
      if (pending !== undefined) return undefined;
      const han = piece === '两' ? 2 : HAN_DIGITS.indexOf(piece);
      pending = han >= 0 ? han : Number(piece);
      if (!Number.isFinite(pending)) return undefined;
      continue;
    }
    section += (pending ?? (section === 0 ? 1 : 0)) * (value < 1e4 ? value : 1);
    pending = undefined;
    if (value < 1e4) continue;
    total = value === 1e8 ? (total + section) * value : total + section * value;
    section = 0;
  }
  if (pending !== undefined) return undefined;
  total += section;
  const unit = written.includes('亿') ? '亿' : written.includes('万') ? '万' : '';
  const number = total / (VALUES[unit] ?? 1);
  const text = String(Number(number.toFixed(4)));
  return Math.abs(Number(text) - number) < 1e-6 * number ? text + unit : undefined;
}

export const magnitudes: readonly Slip<Message>[] = [
  {
    message: 'thousand',
    needs: ['#千', '#百', '@千', '@百', '两千', '两百', '万千', '万百', '亿千', '亿百'],
    pattern: MIXED,
    judge({ 0: actual }) {
      if (!/[千百]/.test(actual)) return undefined;
      // 3百: one digit alone before 百分 or 百年 was left out above; 12千 is no number that anybody says.
      if (/^\d{2,}[千百]/.test(actual) && !/[万亿]/.test(actual)) return undefined;
      const instead = rewritten(actual);
      return instead === undefined || instead === actual ? {} : { instead: [instead] };
    },
  },
  {
    message: 'mixed',
    needs: ['万#', '亿#', '千#百', '#万@千', '#亿@千'],
    // 三万5千, 5万三千: one number in two scripts.
    pattern: new RegExp(
      `(?<![\\d〇一二三四五六七八九十百千万亿几数])(?:[一二两三四五六七八九十]{1,3}[万亿]\\d{1,4}[千百](?:\\d百)?|[一二两三四五六七八九]千\\d百|\\d{1,4}[万亿][一二三四五六七八九]千(?:[一二三四五六七八九]百)?)${NO_UNIT}`,
      'g',
    ),
    judge({ 0: actual }) {
      const plain = actual.replace(/^[一二三四五六七八九](?=[万亿千])/, (digit) => String(HAN_DIGITS.indexOf(digit)));
      const instead = /^\d/.test(plain) ? rewritten(plain) : undefined;
      return instead === undefined ? {} : { instead: [instead] };
    },
  },
  {
    message: 'grouping',
    needs: ['#,####', '#，####'],
    // 1,0000: digits are grouped by three. Only with what is counted behind it, so that it is no list.
    pattern:
      /(?<![\d,.，A-Za-z])[1-9]\d{0,2}(?:[,，]\d\d\d\d){1,2}(?=[元人名个亩吨户公米万亿件套台棵只斤册本辆份张家间座株头位支部条粒枚箱瓶袋盒公平立千])/g,
    judge: ({ 0: actual }) => ({
      instead: [actual.replace(/[,，]/g, '').replace(/\B(?=(?:\d\d\d){1,9}$)/g, ',')],
    }),
  },
  {
    message: 'nought',
    needs: ['!.#'],
    pattern:
      /(?<![\d\w.．/-]|\d[:：])\.\d{1,4}(?=[%％万亿元倍℃]|个百分点|毫米|厘米|分米|微米|公里|千米|公斤|千克|毫克|毫升|米|秒|吨|升)/g,
    judge: ({ 0: actual }) => ({ instead: [`0${actual}`] }),
  },
  {
    message: 'several',
    needs: ['#几'],
    pattern:
      /(?<![\d./A-Za-z—～~–-]|\d[:：])(?:[1-9]?\d0|\d)几(?=[个名位人家岁天年次项种万米里公亩元块件条棵头只口间户辆])/g,
    judge({ 0: actual }) {
      const tens = /^([1-9])0几$/.exec(actual)?.[1];
      if (tens === undefined) return {};
      return { instead: [`${tens === '1' ? '' : HAN_DIGITS.charAt(Number(tens))}十几`] };
    },
  },
  {
    message: 'measure',
    severity: 'info',
    needs: ['百'],
    pattern:
      /(?<![几数上成好近约千万亿第〇零一二三四五六七八九十百多])(?:[一二两三四五六七八九]百(?:[一二三四五六七八九]十)?[一二三四五六七八九]?(?=公里|千米|公斤|千克|平方公里|平方米|立方米|公顷|吨(?!位))|[一二两三四五六七八九]千[一二三四五六七八九]百(?:[一二三四五六七八九]十[一二三四五六七八九]?)?(?=公里|千米|公斤|千克|平方公里|平方米|立方米|公顷|吨(?!位)|[米亩元](?!\p{Script=Han}{0,2}[路巷街]))|百分之[一二三四五六七八九十]{1,4}(?!百))/gu,
    judge({ 0: actual }) {
      const percent = actual.startsWith('百分之');
      const number = hundreds(percent ? actual.slice(3) : actual);
      return { instead: [percent ? `${number}%` : String(number)] };
    },
  },
];

/** 三百二十五 is 325. */
function hundreds(han: string): number {
  let total = 0;
  let digit = 0;
  for (const character of han) {
    const value = VALUES[character];
    if (value === undefined) {
      digit = character === '两' ? 2 : HAN_DIGITS.indexOf(character);
      continue;
    }
    total += (digit === 0 ? 1 : digit) * value;
    digit = 0;
  }
  return total + digit;
}
