import { isInside } from '../model/addresses.ts';
import { isChineseProse } from '../model/kept.ts';
import { matchesOf } from '../model/matches.ts';
import { daysIn, type NamedDay } from '../model/named-days.ts';
import type { Prose } from '../model/prose.ts';
import { lastDay } from '../model/written-date.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { cluesOf, mayHold } from './copy/clues.ts';
import { isEnglish } from './copy/english.ts';
import { quotedIn } from './copy/quoted.ts';
import { wrongCycles } from './copy/sexagenary.ts';
import { isShown } from './copy/shown.ts';
import { isInTitle } from './copy/slips.ts';

type Message = 'reversed' | 'cycle' | 'cycleYear' | 'day' | 'none' | 'month' | 'hour' | 'minute' | 'half' | 'replace';

/** Months of 30 days and the second in characters: no month has a 31st there, of the moon or of the sun. */
const IN_CHARACTERS = /(?<![一二三四五六七八九十〇零])(?:[二四六九]|十一)月三十一[日号]/g;

const CHINESE_CLOCK = /(?<!\d)(\d{1,2})(?: ?[时点](?![间段])(?: ?(\d{1,2}) ?分(?!钟))?|[:：](\d{2})(?![\d:：]))/g;
/** What stands before a time by the clock: 9时72分 without it may be how long something took. */
const BEFORE_CLOCK = /(?:[上中下]午|凌晨|[早晚清]上?|清晨|傍晚|深夜|[日号]) ?$/;
/** `21:15 p.m.`, `17pm`: an hour behind noon by the clock of 24 hours; `PM Oak` is a minister. */
const HALF_DAY =
  /(?<![\d:.,/–—-])(1[3-9]|2[0-3]|00?(?=[:.]))(?:([:.][0-5]\d) ?(?:[ap]\.m\.|[ap]m\b(?! (?:not|I|so|an?|the|in|very|just|still)\b)|[AP]\.M\.|[AP]M\b(?! [A-Z]))| ?(?:p\.m\.|pm\b|P\.M\.))/g;
const ENGLISH_CLOCK = /(?<![\d:.])(\d{1,2})[:.](\d{2})(?= ?[ap]\.?m\b)/gi;

/** A sentence that speaks of a day which is not there. */
const SPOKEN_OF =
  /没有|不存在|并无|不会有|哪来|虚构|假如|如果|误写|误印|写成|闰|愚人|no such|does(?:n['’]t| not) exist|imaginary/i;

export const impossibleDate = defineCheck({
  id: 'impossible-date',
  title: { en: 'Impossible date', zh: '日期不存在' },
  summary: {
    en: 'A day that a text names is one that the calendar has, and an hour is one of 24.',
    zh: '正文中的日期、时刻应真实存在：6月没有31日，一小时没有72分。',
  },
  source: '报纸期刊质量管理规定（2020）附件',
  scope: 'passage',
  severity: 'error',
  mistake: 'name',
  triggers: '月日时点午晚早:：孟仲季变岁年JFMASONDpP',
  messages: {
    day: {
      en: 'There is no `{actual}`: that month has {last} days',
      zh: '“{actual}”不存在：该月只有{last}天',
    },
    none: { en: 'There is no `{actual}`: months begin with the 1st', zh: '“{actual}”不存在：每月从1日开始' },
    month: { en: 'There is no `{actual}`: a year has 12 months', zh: '“{actual}”不存在：一年只有12个月' },
    hour: { en: '`{actual}` is no time: a day has 24 hours', zh: '“{actual}”不是时刻：一天只有24小时' },
    minute: { en: '`{actual}` is no time: an hour has 60 minutes', zh: '“{actual}”不是时刻：一小时只有60分钟' },
    half: {
      en: '`{actual}` has an hour of the 24-hour clock with a.m. or p.m.: `{expected}`',
      zh: '“{actual}”把24小时制与 a.m.、p.m. 混用，应为“{expected}”',
    },
    reversed: {
      en: '`{actual}` ends before it begins',
      zh: '“{actual}”终止日早于起始日',
    },
    cycle: {
      en: '`{actual}` is none of the sixty names of years',
      zh: '六十干支里没有“{actual}”',
    },
    cycleYear: {
      en: '{year} is `{expected}`, not `{actual}`',
      zh: '{year}年是{expected}年，不是“{actual}”年',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  run({ prose }, { house }) {
    const { text } = prose;
    if (isChineseProse(prose)) return chineseDrafts(prose);
    return isEnglish(text, house) ? draftsOf(prose, inEnglish(prose), () => true) : [];
  },
});

/** 5月18日至5月12日: both days of one month, neither with a year of its own behind. */
const SPAN = /(?<!\d)(\d{1,2})月(\d{1,2})日?(?:[（(][^（）()\n]{1,6}[）)])?\s?(?:[至到—～~-]|——)\s?\1月(\d{1,2})日/g;
const spans = cluesOf(['日至#', '日到#', '日—#', '日～#', '日~#', '日-#', '）至#', '）—#', '#至#', '#—#']);
/** By the calendar of the moon a month may stand twice, and what begins in one year may end in the next. */
const OTHER_YEAR = /(?:农历|阴历|旧历|夏历|[藏傣彝佛回]历|闰)[^，。；！？\n]{0,12}$/;

function* reversed(text: string): Iterable<Impossible> {
  if (!mayHold(text, spans)) return;
  for (const { 0: actual, 2: first, 3: last, index: from } of matchesOf(text, SPAN)) {
    if (Number(first) <= Number(last) || Number(first) > 31 || Number(last) < 1) continue;
    if (OTHER_YEAR.test(text.slice(Math.max(0, from - 16), from))) continue;
    yield { message: 'reversed', data: { actual }, from, to: from + actual.length };
  }
}

function* chineseDrafts(prose: Prose): Iterable<Draft<Message>> {
  const { text } = prose;
  if (mayBeImpossible(text)) yield* draftsOf(prose, inChinese(prose), chineseRules(text));
  yield* draftsOf(prose, reversed(text), chineseRules(text));
  for (const { from, to, actual, expected, year } of wrongCycles(text)) {
    if (isInTitle(text, from) || isSpokenOf(prose, from, to)) continue;
    const data = { actual, ...(expected !== undefined && { expected }), ...(year !== undefined && { year }) };
    const fixes =
      expected === undefined ? [] : [{ title: 'replace' as const, safe: false, prose: [{ from, to, text: expected }] }];
    yield { message: year === undefined ? 'cycle' : 'cycleYear', data, at: prose.at(from, to), fixes };
  }
}

function* draftsOf(prose: Prose, all: Iterable<Impossible>, holds: (at: number) => boolean): Iterable<Draft<Message>> {
  for (const { message, data, from, to } of all) {
    if (!holds(from) || isInTitle(prose.text, from) || isSpokenOf(prose, from, to)) continue;
    const at = prose.at(from, to);
    if (message === 'reversed') yield { message, data, at, severity: 'warning' };
    else if (message !== 'half') yield { message, data, at };
    else {
      const edit = { from, to, text: String(data.expected) };
      yield { message, data, at, severity: 'warning', fixes: [{ title: 'replace', safe: false, prose: [edit] }] };
    }
  }
}

/** A time by the clock, or the 31st in characters. */
const clocks = cluesOf(['#时', '#点', '# 时', '# 点', '#:#', '#：#', '月三十一']);
const months = cluesOf(['#月', '# 月']);
/** A day that some month lacks, a month that no year has, or several days, of which each must be read. */
const lastDays =
  /(?:[2-9]\d|1[3-9]|(?<!1)0) ?月|月 ?(?:0(?!\d)|00|29|[3-9]\d)|月 ?\d{1,2} ?[日号]? ?[至到—–～~、和-] ?\d/;

/** Whether there may be something to find in a Chinese text: most days and hours that are named are sound at a glance. */
function mayBeImpossible(text: string): boolean {
  return mayHold(text, clocks) || (mayHold(text, months) && lastDays.test(text));
}

interface Impossible {
  readonly message: Message;
  readonly data: NonNullable<Draft['data']>;
  readonly from: number;
  readonly to: number;
}

function* inChinese(prose: Prose): Iterable<Impossible> {
  const { text } = prose;
  for (const day of daysIn(prose)) yield* judged(text, day);
  for (const { 0: actual, index: from } of matchesOf(text, IN_CHARACTERS))
    yield { message: 'day', data: { actual, last: actual.startsWith('二') ? 29 : 30 }, from, to: from + actual.length };
  for (const { 0: actual, 1: hour, 2: minute, 3: second, index: from } of matchesOf(text, CHINESE_CLOCK)) {
    // 昨晚25:21取胜 is a score.
    if (second !== undefined && Number(hour) > 24) continue;
    if (!BEFORE_CLOCK.test(text.slice(Math.max(0, from - 3), from))) continue;
    yield* judgedClock(actual, from, Number(hour), Number(minute ?? second ?? 0));
  }
}

function* inEnglish(prose: Prose): Iterable<Impossible> {
  const { text } = prose;
  for (const day of daysIn(prose)) if (isSurelyDay(text, day)) yield* judged(text, day);
  for (const { 0: actual, 1: hour, 2: minute, index: from } of matchesOf(text, ENGLISH_CLOCK))
    yield* judgedClock(actual, from, Number(hour), Number(minute));
  for (const { 0: actual, 1: hour = '', 2: minutes = '', index: from } of matchesOf(text, HALF_DAY)) {
    const said = actual.slice(hour.length + minutes.length);
    // 0:30 a.m. is half past twelve; behind noon nothing is a.m.
    const early = Number(hour) === 0;
    const half = early ? said : said.replace(/a/, 'p').replace(/A/, 'P');
    const data = { actual, expected: `${early ? 12 : Number(hour) - 12}${minutes}${half}` };
    yield { message: 'half', data, from, to: from + actual.length };
  }
}

function* judged(text: string, { from, to, year, month, day }: NamedDay): Iterable<Impossible> {
  const last = month < 1 || month > 12 ? undefined : lastDay(year ?? 2000, month);
  const message = last === undefined ? 'month' : day < 1 ? 'none' : day > last ? 'day' : undefined;
  if (message === undefined) return;
  yield { message, data: { actual: text.slice(from, to), ...(last !== undefined && { last }) }, from, to };
}

function* judgedClock(actual: string, from: number, hour: number, minute: number): Iterable<Impossible> {
  if (hour <= 24 && minute < 60) return;
  yield { message: hour > 24 ? 'hour' : 'minute', data: { actual }, from, to: from + actual.length };
}

/** What makes `June 31` a day whatever follows, and what does unless people are counted: `after June 31 members left`. */
const BEFORE_DAY = /(?:\b(?:on|dated)|day,?|\() $|\($/i;
const BEHIND_DAY = /^(?:$|[.,;:!?)—–]|['’]s| (?:at|in|and|to|when|after|before|for|the|a|as|he|she|they|it)\b)/;

/** A month before a number may belong to what was before it: `In June 31 people came`. */
function isSurelyDay(text: string, { from, to, year }: NamedDay): boolean {
  if (year !== undefined || /\d(?:st|nd|rd|th)\b/.test(text.slice(from, to))) return true;
  const before = text.slice(Math.max(0, from - 8), from);
  if (BEFORE_DAY.test(before)) return true;
  const counts = /^\d/.test(text.slice(from, to))
    ? /\b(?:by|until|till|from|since|to|before|after) $/.test(before)
    : true;
  return counts && BEHIND_DAY.test(text.slice(to, to + 8)) && !/\b[Ii]n $/.test(before);
}

/** Another's word for it, alone between quotation marks, or a sentence about a day that there is not. */
function isSpokenOf(prose: Prose, from: number, to: number): boolean {
  const { text } = prose;
  if (isInside(quotedIn(prose), from) && isShown(text, from, to)) return true;
  const start = Math.max(...[...'。！？\n'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1;
  const sentence = /^[^。！？\n]{0,200}/.exec(text.slice(start))?.[0] ?? '';
  return SPOKEN_OF.test(sentence);
}
