import { matchesOf } from '../../model/matches.ts';
import { hasUnit, unitsOf } from '../../model/unit-set.ts';

/** Numbers that are one character each: ①, ❶, ⑴, ⒈ and ㈠. */
type SignKind = 'circled' | 'dark' | 'bracket-sign' | 'point-sign' | 'han-sign';

/** How a part of a text is numbered; the first five in the order of their levels. */
export type OrdinalKind = 'han' | 'han-bracket' | 'digit' | 'digit-bracket' | SignKind | 'first' | 'is' | 'its';

/** The levels of the standard, outermost first: 一、（一）1.（1）①. */
export const levels: readonly OrdinalKind[] = ['han', 'han-bracket', 'digit', 'digit-bracket', 'circled'];

/** The number of a part of a text, where it stands; offsets are UTF-16 ones. */
export interface Ordinal {
  readonly kind: OrdinalKind;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Where the number itself stands, without brackets and marks. */
  readonly numberFrom: number;
  readonly numberTo: number;
  /** The mark behind it (`、`, `.`), the shape of its brackets, or nothing. */
  readonly mark: string;
}

const HAN = '一二三四五六七八九十';
/** By kind the numbers from one on. */
const SIGNS: Readonly<Record<SignKind, string>> = {
  circled: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚',
  dark: '❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴',
  'bracket-sign': '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  'point-sign': '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  'han-sign': '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
};
const signKinds = ['circled', 'dark', 'bracket-sign', 'point-sign', 'han-sign'] as const;
const ALL_SIGNS = Object.values(SIGNS).join('');

/** What a text with a number has one of. */
export const anyNumber = new RegExp(`[${HAN}\\d${ALL_SIGNS}]`);

/**
 * 一、（一）1.（1）①第一，一是，其一: at the head of a text, or of a clause. After digits comes no digit (1.5), and
 * after 一、 no second number (一、二产业).
 */
const FORMS =
  `第(?<first>[${HAN}]{1,3})(?<firstMark>[，、])(?!第|[${HAN}])|(?<is>[${HAN}]{1,2})是(?<isMark>[，：、]?)|` +
  `其(?<its>[${HAN}]{1,2})(?<itsMark>[，、：])|(?<han>[${HAN}]{1,3})(?<hanMark>[、.．，,])(?![${HAN}\\d])|` +
  `[（(](?:(?<hanIn>[${HAN}]{1,3})|(?<digitIn>\\d{1,2}))(?<close>[）)])|(?<digit>\\d{1,2})(?<digitMark>[.．、])(?![\\d.．])|` +
  `(?<digitHalf>\\d{1,2})(?<halfClose>[）)])|(?<sign>[${ALL_SIGNS}])`;

const atHead = new RegExp(`^[\\s\\u3000]{0,8}(?:${FORMS})`);
const atClause = new RegExp(`[ \\u3000]?(?:${FORMS})`, 'y');
const clauseEnds = unitsOf('。；：，！？\n');
const clauseBegins = unitsOf(` \u3000第其（(${HAN}0123456789`);

/** What a line with a number begins with: nearly all lines begin otherwise. */
const headBegins = unitsOf(
  ` \t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff第其（(0123456789${HAN}${ALL_SIGNS}`,
);

/** A line of a text that begins with a number, or with what may be one: `7.1至7月…` is the seventh of a list, or a figure. */
export interface LineHead {
  readonly ordinal: Ordinal | undefined;
  readonly doubtful: number | undefined;
}

/** The numbers that a text's lines begin with, in order. */
export function lineHeads(text: string): readonly LineHead[] {
  const heads: LineHead[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const mayBegin = hasUnit(headBegins, text.charCodeAt(from));
    const line = mayBegin ? text.slice(from, Math.min(end === -1 ? text.length : end, from + HEAD)) : '';
    const match = mayBegin ? atHead.exec(line) : null;
    const ordinal = match ? ordinalOf(match, line) : undefined;
    const doubtful = ordinal || !mayBegin ? undefined : /^[\s\u3000]{0,8}(\d{1,2})[.．、]\d/.exec(line)?.[1];
    if (ordinal) heads.push({ ordinal: moved(ordinal, from), doubtful: undefined });
    else if (doubtful !== undefined) heads.push({ ordinal: undefined, doubtful: Number(doubtful) });
    if (end === -1) break;
    from = end + 1;
  }
  return heads;
}

/** How far into a line its number reaches, in UTF-16 units. */
const HEAD = 40;

function moved(ordinal: Ordinal, by: number): Ordinal {
  const { from, to, numberFrom, numberTo } = ordinal;
  return { ...ordinal, from: from + by, to: to + by, numberFrom: numberFrom + by, numberTo: numberTo + by };
}

/** The numbers at the heads of a text's clauses, and those that are one character wherever they stand, in order. */
export function ordinalsInside(text: string): readonly Ordinal[] {
  const found: Ordinal[] = [];
  let before = 0x0a;
  let signed = 0;
  for (let at = 0; at < text.length; at++) {
    const last = before;
    before = text.charCodeAt(at);
    if (before >= FIRST_SIGN && before <= LAST_SIGN && hasUnit(signs, before)) signed++;
    // No clause ends with a Han character.
    if (last > LAST_SYMBOL && last < FIRST_WIDE) continue;
    if (!hasUnit(clauseEnds, last) || !hasUnit(clauseBegins, before) || !mayBeNumbered(text, at)) continue;
    atClause.lastIndex = at;
    const match = atClause.exec(text);
    if (match === null) continue;
    const ordinal = ordinalOf(match, text);
    if (ordinal) found.push(ordinal);
    at = match.index + match[0].length - 1;
    before = text.charCodeAt(at);
    if (hasUnit(signs, before)) signed++;
  }
  if (signed < 2) return found;
  found.unshift(...signsInside(text));
  return found.sort((a, b) => a.from - b.from);
}

const blanks = unitsOf(' \u3000');
const opens = unitsOf('第其（(');
const numbers = unitsOf(`${HAN}0123456789`);
const marks = unitsOf('，、：是.．,）)');

/** Whether a clause may begin with a number and its mark: most digits there are those of days and sums. */
function mayBeNumbered(text: string, at: number): boolean {
  if (hasUnit(blanks, text.charCodeAt(at))) return true;
  const from = hasUnit(opens, text.charCodeAt(at)) ? at + 1 : at;
  let to = from;
  while (to - from < 3 && hasUnit(numbers, text.charCodeAt(to))) to++;
  return to > from && hasUnit(marks, text.charCodeAt(to));
}

const signs = unitsOf(ALL_SIGNS);
/** All signs lie between these: nearly every other character of a text lies beyond them. */
const FIRST_SIGN = 0x2460;
const LAST_SIGN = 0x325a;

/** 。 lies before Han characters, ；：，！？ behind them. */
const LAST_SYMBOL = 0x303f;
const FIRST_WIDE = 0xff00;

const anySign = new RegExp(`[${ALL_SIGNS}]`, 'g');
/** 图①, ①和②, ①处, ①路、: what stands elsewhere is spoken of, and ① behind a word is a note. */
const spokenOf = new RegExp(`[注图见如第表式在和与及或至到从按将把由${ALL_SIGNS}—～~-]$`);
const spokenOn = new RegExp(`^(?:$|[\\n，。；！？”’）)》】〕和与及或至处号所是为的中—～~-]|[${ALL_SIGNS}]|.[、和与])`);
/** What stands before a number that a clause begins with. */
const isHead = /^$|[\s，。；：！？、（]$/;
/** What a list begins behind. */
const beforeFirst = /(?:^|[\s，。；：！？、（“为是有要即括步项下含])$/;

/** ①带证件②交材料: one kind after the other, a kind that is spoken of anywhere left out. */
function* signsInside(text: string): Iterable<Ordinal> {
  const all = matchesOf(text, anySign);
  if (all.length < 2) return;
  for (const kind of signKinds) {
    const same = all.filter(({ 0: sign }) => SIGNS[kind].includes(sign));
    const first = same[0]?.index ?? 0;
    const isList = same.every(({ index }) => {
      const before = text.slice(Math.max(0, index - 1), index);
      const after = text.slice(index + 1, index + 3);
      // ① 申请; a note behind a word has a blank behind it too.
      return !spokenOf.test(before) && !spokenOn.test(after) && (after.trimStart() === after || isHead.test(before));
    });
    if (!isList || !beforeFirst.test(text.slice(Math.max(0, first - 1), first))) continue;
    for (const { 0: sign, index: from } of same) {
      const to = from + 1;
      yield { kind, value: countOf(sign), from, to, numberFrom: from, numberTo: to, mark: '' };
    }
  }
}

function ordinalOf(match: RegExpExecArray, text: string): Ordinal | undefined {
  const groups = match.groups ?? {};
  const found = kindOf(groups);
  if (found === undefined) return undefined;
  const { kind, written, mark } = found;
  const value = countOf(written);
  if (value === 0 || value > 60) return undefined;
  const to = match.index + match[0].length;
  const from = match.index + (/^[\s\u3000]*/.exec(match[0])?.[0].length ?? 0);
  const numberFrom = text.indexOf(written, from);
  return { kind, value, from, to, numberFrom, numberTo: numberFrom + written.length, mark };
}

type Groups = Readonly<Record<string, string | undefined>>;

function kindOf(groups: Groups): { kind: OrdinalKind; written: string; mark: string } | undefined {
  const { first, is, its, han, hanIn, digit, digitIn, digitHalf, sign } = groups;
  if (first) return { kind: 'first', written: first, mark: groups.firstMark ?? '' };
  if (is) return { kind: 'is', written: is, mark: groups.isMark ?? '' };
  if (its) return { kind: 'its', written: its, mark: groups.itsMark ?? '' };
  if (han) return { kind: 'han', written: han, mark: groups.hanMark ?? '' };
  if (hanIn) return { kind: 'han-bracket', written: hanIn, mark: groups.close ?? '' };
  if (digitIn) return { kind: 'digit-bracket', written: digitIn, mark: groups.close ?? '' };
  if (digit) return { kind: 'digit', written: digit, mark: groups.digitMark ?? '' };
  if (digitHalf) return { kind: 'digit-bracket', written: digitHalf, mark: `half${groups.halfClose ?? ''}` };
  const kind = signKinds.find((some) => sign !== undefined && SIGNS[some].includes(sign));
  return kind && sign ? { kind, written: sign, mark: '' } : undefined;
}

/** What a number counts; 0 when it is none (十十). */
function countOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const signs = signKinds.map((kind) => SIGNS[kind]).find((some) => some.includes(written));
  if (signs !== undefined) return signs.indexOf(written) + 1;
  const match = /^([二三四五六]?)(十?)([一二三四五六七八九]?)$/.exec(written);
  if (match === null) return 0;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? 0 : HAN.indexOf(tens + ones) + 1;
  return (tens === '' ? 1 : HAN.indexOf(tens) + 1) * 10 + (ones === '' ? 0 : HAN.indexOf(ones) + 1);
}

/** A number as its kind writes it; `undefined` beyond what that can. */
export function writtenOrdinal(kind: OrdinalKind, value: number): string | undefined {
  if (kind === 'digit' || kind === 'digit-bracket') return String(value);
  const sign = signKinds.find((some) => some === kind);
  if (sign) return SIGNS[sign].charAt(value - 1) || undefined;
  if (value > 59) return undefined;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HAN.charAt(tens - 1)}十`;
  return head + (ones === 0 ? '' : HAN.charAt(ones - 1));
}
