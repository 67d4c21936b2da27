import { defineCheck } from './check.ts';
import { findSlips } from './copy/slips.ts';

type Message = 'truncated' | 'replace';

/** The second number of a large range is seldom more than so many times the first; else the first was meant as it stands. */
const WIDEST = 30;

const slipsIn = findSlips<Message>([
  {
    message: 'truncated',
    needs: [...'-—–~～〜－至到'].map((joint) => `#${joint}#`),
    with: ['#%', '#％', '#‰', '#万', '#亿', '#千', '#百'],
    // Not after what belongs to a longer number, a model or a date, and with what follows that shows the unit.
    pattern:
      /(?<![\d.,，/A-Za-z—～~–-]|\d[:：])(\d{1,5}(?:\.\d{1,4})?)(-|—|–|~|～|〜|－|至|到)(\d{1,6}(?:\.\d{1,4})?)(%|％|‰|万亿|万元|亿元|万|亿|[百千](?:万亿|[万亿])元?|[百千](?:元|(?=[名人个头只户亩吨余多，。；、）])))(?!\d)/g,
    judge([, first = '', joint = '', second = '', unit = '']) {
      const [low, high] = [Number(first), Number(second)];
      // “0至0.1%”: nought needs no unit. A range goes up; what goes down is a score, a ratio or a change.
      if (low === 0 || low >= high) return undefined;
      const large = !/[%％‰]/.test(unit);
      if (large && high / low > WIDEST) return undefined;
      // 3～5千万: digits do not stand before 千 at all, and so both numbers say it in figures.
      const scale = unit.startsWith('千') ? 1000 : unit.startsWith('百') ? 100 : 1;
      if (scale > 1) {
        const rest = unit.slice(1);
        const [from, to] = [low, high].map((number) => `${Number((number * scale).toFixed(2))}${rest}`);
        return { data: { unit }, instead: [`${from}${joint}${to}`] };
      }
      return { data: { unit }, instead: [`${first}${unit}${joint}${second}${unit}`], safe: !large };
    },
  },
]);

export const truncatedRange = defineCheck({
  id: 'truncated-range',
  title: { en: 'Range without its first unit', zh: '数值范围缺单位' },
  summary: {
    en: 'Both ends of a range carry %, 万 or 亿: `9亿～16亿`, `15%～30%`.',
    zh: '数值范围的前一项不省略“%”“万”“亿”：“9亿～16亿”“15%～30%”。',
  },
  source: 'GB/T 15835—2011 5.1.3',
  scope: 'passage',
  severity: 'warning',
  mistake: 'numeral',
  triggers: '%％‰万亿千百',
  messages: {
    truncated: {
      en: '`{actual}` leaves `{unit}` out of its first number: write `{expected}`',
      zh: '“{actual}”的前一个数缺“{unit}”，应为“{expected}”',
    },
    replace: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
  },
  run: ({ prose }) => slipsIn(prose),
});
