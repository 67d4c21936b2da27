import { matchesOf } from '../../model/matches.ts';
import { findSlips } from './slips.ts';

/** A mark between the ends of a range that is not the one to write. */
interface RangeMark {
  readonly message: 'span' | 'house';
  /** UTF-16 offset of the mark, which is one unit. */
  readonly from: number;
  /** What to write in its place. */
  readonly mark: string;
  /** The range as it would be. */
  readonly written: string;
}

/** Units that leave no doubt that two numbers are a range, and neither a score nor a part of a name; a pattern's source. */
export const UNITS =
  '(?:年(?!级)|月(?!台)|日|时(?![速代])|点(?![几多])|分钟|小时|天|周(?!岁)|岁|个|名|人(?!民)|位|元|米(?!兰)|公里|千米|公斤|千克|厘米|毫米|吨|亩|倍|度|℃|层|页(?!岩)|万|亿|％|%|项|家|户|次(?!序)|台(?!阶)|辆|件|斤|级)';
const NUMBER = '\\d{1,9}(?:\\.\\d{1,4})?';
const SPANS = new RegExp(
  `(?<![\\d.,/A-Za-z—～~–-]|\\d[:：])(-?${NUMBER}(?:年|月|日|时|%|％|万|亿|元|岁|℃)?)([-－–~～〜—])(?=(${NUMBER})${UNITS})(?!\\d{1,9}-)`,
  'g',
);

/** Times of a day, of which the second one is the later: 9:00-11:30. */
const CLOCKS =
  /(?<!\d[:：]|[\d./A-Za-z—～~–-]|-\d\d )([01]?\d|2[0-4])([:：])([0-5]\d)([-－–~〜—～])(?=([01]?\d|2[0-4])\2([0-5]\d)(?![\d:：./A-Za-z—～~–-]))/g;

/** 周一-周五, 星期一-五: what goes round need not go up. */
const WEEKDAYS =
  /((?:周|星期|礼拜)[一二三四五六日天])([-－–~〜—～])(?=((?:周|星期|礼拜)[一二三四五六日天]|[二三四五六日天])(?:$|[^\p{Script=Han}]|上午|下午|早|晚|每|开|全|营|放|休|的))/gu;

const MARKS: Readonly<Record<string, string>> = { dash: '—', tilde: '～' };

/**
 * The marks between the ends of ranges that a house does not write. The standard has 一字线 and 浪纹线, and no hyphen.
 *
 * @param style `any`, `dash`, `tilde`, or `hyphen`, to which everything is right
 */
export function rangesOf(text: string, style: string): readonly RangeMark[] {
  if (style === 'hyphen') return [];
  const wanted = MARKS[style];
  const found: RangeMark[] = [];
  const isWrong = (joint: string): boolean => (wanted === undefined ? !'—～'.includes(joint) : joint !== wanted);
  const markFor = (joint: string): string => wanted ?? ('~〜'.includes(joint) ? '～' : '—');
  const messageFor = (joint: string): RangeMark['message'] =>
    wanted === undefined || '-－–'.includes(joint) ? 'span' : 'house';
  for (const { 0: actual, 1: first = '', 2: joint = '', 3: second = '', index } of matchesOf(text, SPANS)) {
    const from = index + first.length;
    if (!isWrong(joint) || !goesUp(first, second, text.slice(from + 1))) continue;
    const mark = markFor(joint);
    found.push({
      message: messageFor(joint),
      from,
      mark,
      written: actual.slice(0, -1) + mark + (second + unitAt(text, from + 1 + second.length)),
    });
  }
  for (const match of /[:：]/.test(text) ? matchesOf(text, CLOCKS) : []) {
    const { 0: actual, 1: hour, 3: minute, 4: joint = '', 5: thenHour, 6: thenMinute, index } = match;
    if (!isWrong(joint) || Number(hour) * 60 + Number(minute) >= Number(thenHour) * 60 + Number(thenMinute)) continue;
    const mark = markFor(joint);
    const written = `${actual.slice(0, -1)}${mark}${thenHour}${match[2]}${thenMinute}`;
    found.push({ message: messageFor(joint), from: index + actual.length - 1, mark, written });
  }
  for (const { 0: actual, 2: joint = '', 3: last = '', index } of /[周期拜]/.test(text)
    ? matchesOf(text, WEEKDAYS)
    : []) {
    if ('—～'.includes(joint)) continue;
    const mark = markFor(joint);
    const from = index + actual.length - 1;
    found.push({ message: messageFor(joint), from, mark, written: actual.slice(0, -1) + mark + last });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A range goes up; 3-1 is a score. Hours and months may go round (22-6时, 11-2月). */
function goesUp(first: string, second: string, rest: string): boolean {
  const [low, high] = [Number.parseFloat(first), Number.parseFloat(second)];
  return low < high || (/^\d{1,2}(?:月|时|点)/.test(rest) && low <= 24);
}

function unitAt(text: string, at: number): string {
  return new RegExp(`^${UNITS}`).exec(text.slice(at, at + 3))?.[0] ?? '';
}

/** 图—3, F－35: what is numbered has a hyphen. */
export const numberSlipsIn = findSlips<'number' | 'replace'>([
  {
    message: 'number',
    severity: 'info',
    needs: ['—', '－', '–'],
    pattern: /(?<=[图表式])[—－–](?=\d)|(?<=[A-Z]{1,4})－(?=\d)/g,
    judge: ({ 0: actual, index }, text) => ({
      instead: ['-'],
      data: { expected: `${text.charAt(index - 1)}-${text.charAt(index + actual.length)}` },
    }),
  },
]);
