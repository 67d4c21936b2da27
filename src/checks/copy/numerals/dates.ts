import type { Slip } from '../slips.ts';

type Message = 'cut' | 'leading' | 'dots' | 'scripts' | 'zero' | 'counted' | 'half' | 'clock' | 'minus';

const HAN = '〇一二三四五六七八九';
const YEAR = '(?:19|20)\\d\\d';
const HAN_YEAR = '[一二][〇零○一二三四五六七八九]{3}';
/** Numbers up to thirty-one. */
const HAN_SMALL = '(?:三十一?|二?十[一二三四五六七八九]?|二十|[一二三四五六七八九])';

/** 二〇二四 is 2024, 二十一 is 21, 8 is 8. */
function arabic(written: string): string {
  if (/^\d+$/.test(written)) return written;
  if (written.length === 4 && !written.includes('十'))
    return [...written].map((digit) => String('零○'.includes(digit) ? 0 : HAN.indexOf(digit))).join('');
  const [tens = '', units = ''] = written.includes('十') ? written.split('十') : ['0', written];
  return String(
    Number(tens === '' ? 1 : tens === '0' ? 0 : HAN.indexOf(tens)) * 10 + (units === '' ? 0 : HAN.indexOf(units)),
  );
}

/** A date of several parts, all in digits. */
const inDigits = (text: string): string => text.replace(/[〇零○一二三四五六七八九十]+/g, arabic);

export const dates: readonly Slip<Message>[] = [
  {
    message: 'dots',
    needs: ['##.#', '##．#', '##、#', '##/#'],
    pattern: new RegExp(
      `(?<![\\d.．、/A-Za-z_-]|版本?|型号)(${YEAR})([.．、/])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])(?![\\d.．/A-Za-z_-])`,
      'g',
    ),
    judge: ([, year = '', , month = '', day = '']) => ({ instead: [`${year}年${Number(month)}月${Number(day)}日`] }),
  },
  {
    message: 'cut',
    severity: 'info',
    needs: ['####-#'],
    // 2008-8: a year and a month; 2008-12 may be a span of years.
    pattern: new RegExp(
      `(?<![\\d.．/A-Za-z_-])(${YEAR})-([1-9])(?=[，。；、）]|\\p{Script=Han}|$)(?![年号版期页届])`,
      'gu',
    ),
    judge: ([, year = '', month = '']) => ({ instead: [`${year}年${month}月`] }),
  },
  {
    message: 'leading',
    severity: 'info',
    needs: ['0#月', '0#日'],
    // Only where the same paragraph writes other dates without a nought.
    pattern: /(?<!\d)(?:0[1-9]月(?:\d{1,2}日)?|1?\d月0[1-9]日)/g,
    judge: ({ 0: actual }, text) =>
      /(?<!\d)[1-9]月(?:[1-9]|[12]\d|3[01])日|月[1-9]日/.test(text)
        ? { instead: [actual.replace(/0(?=[1-9])/g, '')] }
        : undefined,
  },
  {
    message: 'scripts',
    // Somewhere in it a number in characters stands beside 年 or 月.
    needs: ['@年', '@月', '月@'],
    with: ['#年', '#月', '月#'],
    // One date in two scripts. A day without 日 (八月十五) is one of the old calendar.
    pattern: new RegExp(
      `(?<![\\d〇零○一二三四五六七八九十百千农阴旧历])(?:${HAN_YEAR}年\\d{1,2}月(?:(?:\\d{1,2}|${HAN_SMALL})日)?|${YEAR}年${HAN_SMALL}月(?:(?:\\d{1,2}|${HAN_SMALL})日|(?![初廿\\d〇一二三四五六七八九十]))|\\d{1,2}月${HAN_SMALL}日|${HAN_SMALL}月\\d{1,2}日)`,
      'g',
    ),
    judge: ({ 0: actual, index }, text) =>
      // 农历…
      /[农阴旧]历[^，。]{0,4}$/.test(text.slice(Math.max(0, index - 6), index))
        ? undefined
        : { instead: [inDigits(actual)] },
  },
  {
    message: 'zero',
    safe: true,
    needs: [...'零〇○ＯOo0九八'].flatMap((second) => [`一${second}`, `二${second}`]),
    holds: /[零〇○ＯOo0一二三四五六七八九]{3}年/,
    // Years say their digits, and a nought among them is 〇; a number that is counted has 百 or 千 and 零.
    pattern:
      /(?<![〇零○一二三四五六七八九十百千万亿几数第\d])[一二](?=[零〇○ＯOo0]|九|八)[零〇○ＯOo0一二三四五六七八九]{3}年(?![间来])/g,
    judge: ({ 0: actual }) =>
      /[零○ＯOo0]/.test(actual) ? { instead: [actual.replace(/[零○ＯOo0]/g, '〇')] } : undefined,
  },
  {
    message: 'counted',
    safe: true,
    needs: ['〇', '○'],
    pattern: /(?<=[百千万亿])[〇○](?=[一二三四五六七八九十])/g,
    judge: () => ({ instead: ['零'] }),
  },
  {
    message: 'half',
    needs: [...'〇零○一二三四五六七八九'].flatMap((digit) => [`${digit}#`, `#${digit}`]),
    // 二零24年, 20二四年.
    pattern:
      /(?<![〇零一二三四五六七八九十百千万\d])(?:[一二][〇零○九]\d\d(?=年|[^\p{L}\d]|$)|(?:19|20)[〇零○一二三四五六七八九]{2}(?=年)|[一二][〇零○九](?:\d[〇零○一二三四五六七八九]|[〇零○一二三四五六七八九]\d)(?=年)|2[〇零○][〇零○一二三四五六七八九\d]{2}(?=年))/gu,
    judge: ({ 0: actual }) => ({
      instead: [
        [...actual]
          .map((digit) => ('零○〇'.includes(digit) ? '0' : /\d/.test(digit) ? digit : String(HAN.indexOf(digit))))
          .join(''),
      ],
    }),
  },
  {
    message: 'half',
    needs: ['百分之#', '千分之#'],
    pattern:
      /(?<!\p{Script=Han}{0,9}[〇零一二三四五六七八九十百千万亿])(?:百分之\d{1,3}(?:\.\d{1,4})?(?![\d百%％])|千分之\d{1,3}(?:\.\d{1,4})?(?![\d%‰]))/gu,
    judge: ({ 0: actual }) => ({ instead: [`${actual.slice(3)}${actual.startsWith('百') ? '%' : '‰'}`] }),
  },
  {
    message: 'half',
    needs: ['十#', '#十'],
    // 第十3届, 第1十届.
    pattern: /(?<=第)(?:[一二三四五六七八九]?十[1-9]|[1-9]十[一二三四五六七八九]?)(?=[届次名章条期批号个位回天年])/g,
    judge: ({ 0: actual }) => ({
      instead: [[...actual].map((digit) => (/\d/.test(digit) ? HAN.charAt(Number(digit)) : digit)).join('')],
    }),
  },
  {
    message: 'minus',
    needs: ['零下-', '零下－', '零下−', '零下—'],
    pattern: /零下[-－−—](?=\d)/g,
    judge: () => ({ instead: ['零下', '-'] }),
  },
  {
    message: 'clock',
    needs: '下午# 傍晚# 晚上# 夜里# 上午# 早上# 清晨# 早晨# 凌晨#'.split(' '),
    pattern:
      /(?:下午|傍晚|晚上|夜里)(?:1[3-9]|2[0-4])(?=[时点:：](?!间))|(?:上午|早上|凌晨|清晨|早晨)(?:1[3-9]|2[0-3])(?=[时点:：](?!间))/g,
    judge({ 0: actual }) {
      const hour = /\d+$/.exec(actual)?.[0] ?? '';
      const word = actual.slice(0, -hour.length);
      if (/^[上早凌清]/.test(word)) return { message: 'clock' };
      return { instead: [`${word}${Number(hour) - 12}`, hour] };
    },
  },
];
