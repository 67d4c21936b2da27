import { matchesOf } from '../../../model/matches.ts';
import type { Prose } from '../../../model/prose.ts';
import type { Draft } from '../../check.ts';
import { chineseRules } from '../chinese-rules.ts';
import { cluesOf, mayHold } from '../clues.ts';

/** The ways in which news writes a time of day: 15时40分, 下午3点, 15:40. */
const WAYS = [
  /(?<![\d.]|\d[:：])(?:[01]?\d|2[0-4])时(?![代速间常候区期差段刻光装而任局务事尚空下]|不时)/g,
  /(?<![\d.]|\d[:：])(?:[01]?\d|2[0-4])点[0-5]?\d分(?!之)|(?<=上午|下午|晚上|凌晨|早上|中午)\d{1,2}点(?![\d个名名])/g,
  /(?<![\d./]|\d[:：])(?:[01]?\d|2[0-3])[:：][0-5]\d(?![\d:：])/g,
] as const;

const MARKS = [cluesOf(['#时']), cluesOf(['#点']), cluesOf(['#:#', '#：#'])] as const;

interface Time {
  readonly way: number;
  readonly at: number;
  readonly text: string;
}

/** Where a paragraph that writes times in two ways first leaves the way in which it writes most. */
export function mixedTimes(prose: Prose): Draft<'times'> | undefined {
  const { text } = prose;
  // Two ways need two of their marks.
  if (MARKS.filter((mark) => mayHold(text, mark)).length < 2) return undefined;
  const found: Time[] = [];
  for (const [way, pattern] of WAYS.entries())
    for (const { 0: time, index } of matchesOf(text, pattern)) found.push({ way, at: index, text: time });
  if (found.length < 2 || found.every(({ way }) => way === found[0]?.way)) return undefined;
  const counts = WAYS.map((_, way) => found.filter((time) => time.way === way).length);
  const usual = counts.indexOf(Math.max(...counts));
  found.sort((a, b) => a.at - b.at);
  const odd = found.find(({ way }) => way !== usual);
  const other = found.find(({ way }) => way === usual);
  if (odd === undefined || other === undefined || !chineseRules(text)(odd.at)) return undefined;
  return {
    message: 'times',
    severity: 'info',
    data: { actual: odd.text, other: other.text },
    at: prose.at(odd.at, odd.at + odd.text.length),
  };
}
