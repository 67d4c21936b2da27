import { addressesIn, isInside } from '../../model/addresses.ts';
import {
  chineseAfter,
  chineseBefore,
  classAt,
  DIGIT,
  FULL_WIDTH,
  HAN,
  hanBefore,
  isChinese,
  LETTER,
} from '../../model/characters.ts';
import { keptByText } from '../../model/kept.ts';
import { eachMatch } from '../../model/matches.ts';
import type { Prose, ProseEdit } from '../../model/prose.ts';
import type { Range } from '../../model/range.ts';
import { hasUnit, unitsOf } from '../../model/unit-set.ts';
import { isBetweenForeign, isLostInterpunct } from './transliteration.ts';

/** A mark, or a pair of brackets, that should be full-width; offsets are UTF-16 units of the text that was read. */
export interface HalfWidthMark {
  readonly from: number;
  readonly to: number;
  /** As written, such as `,` or `(…)`. */
  readonly actual: string;
  readonly expected: string;
  readonly edits: readonly ProseEdit[];
  /** A pair of brackets. */
  readonly pair: boolean;
  /** It may be something else: an editor must say. */
  readonly doubtful?: boolean;
}

/** What {@link halfWidthMarks} found in one passage. */
interface Marks {
  readonly marks: readonly HalfWidthMark[];
  /** Single marks: a pair of brackets of which both are half-width counts two. */
  readonly half: number;
  /** Marks of the same classes that are full-width. */
  readonly full: number;
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const NOTHING: Marks = { marks: [], half: 0, full: 0 };

/**
 * Finds half-width `, ; : ? ! ( )` that are punctuation of Chinese text. Numbers, times, ratios, addresses, file
 * names, emoticons and English are left alone. Linear in the length of `text`.
 *
 * @param brackets whether round brackets are looked at
 */
function halfWidthMarks(text: string, brackets: boolean): Marks {
  const { wrong, full } = counted(text);
  if (!wrong) return { ...NOTHING, full };
  if (!isChinese(text)) return NOTHING;
  const addresses = addressesIn(text);
  const cited = citedLines(text);
  const isOurs = (at: number): boolean => !isInside(addresses, at) && !isInside(cited, at);
  const marks: HalfWidthMark[] = [];
  for (const match of eachMatch(text, /[,;:]|[?!]+/g)) {
    const mark = markAt(text, match[0], match.index);
    if (mark && isOurs(match.index)) marks.push(mark);
  }
  if (brackets) marks.push(...bracketPairs(text).filter(({ from }) => isOurs(from)));
  marks.push(...bookTitles(text).filter(({ from }) => isOurs(from)));
  marks.push(...fullStops(text, marks.length > 0).filter(({ from }) => isOurs(from)));
  marks.sort((a, b) => a.from - b.from);
  let half = 0;
  for (const mark of marks) for (const edit of mark.edits) half += edit.text.length;
  return { marks, half, full };
}

/** `水库调度[J].`: what kind of document it is, as GB/T 7714 has it, whose own marks are all half-width. */
const documentKind = /\[(?:[JMCDNRSPZGA]|EB|DB|CP|DS)(?:\/(?:OL|CD|DK|MT))?\](?=[.,:/]|\s*$)/;

/** The lines of a text that are entries of a list of references. */
function citedLines(text: string): readonly Range[] {
  if (!text.includes('[')) return [];
  const lines: Range[] = [];
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (documentKind.test(text.slice(start, end))) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

const withBrackets = keptByText((text) => halfWidthMarks(text, true));
const withoutBrackets = keptByText((text) => halfWidthMarks(text, false));

/** {@link halfWidthMarks} of a prose, found once a text. */
export function halfWidthMarksOf(prose: Prose, brackets: boolean): Marks {
  return brackets ? withBrackets(prose) : withoutBrackets(prose);
}

const fullMarks = unitsOf('，；：？！（）');
const suspects = unitsOf(',;:?!()｡<‹＜');

/** Whether a text has a mark that may be wrong at all, and how many it has that are full-width; one scan for both. */
function counted(text: string): { readonly wrong: boolean; readonly full: number } {
  let wrong = false;
  let full = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f && unit < 0xff01) continue;
    if (hasUnit(fullMarks, unit)) full++;
    else if (hasUnit(suspects, unit)) wrong = true;
    else if ((unit === DOT || unit === WIDE_DOT) && !isDigit(text.charCodeAt(i + 1))) wrong = true;
  }
  return { wrong, full };
}

const DOT = 0x2e;
const WIDE_DOT = 0xff0e;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function markAt(text: string, written: string, at: number): HalfWidthMark | undefined {
  const end = at + written.length;
  const before = chineseBefore(text, at);
  if (written[0] === '?' || written[0] === '!') {
    // A mark after an alphabet belongs to it: `Yahoo!`, `?id=3`.
    if (!before || /^=|^[a-z_]{1,32}=/.test(text.slice(end, end + 34)) || isLostInterpunct(text, at)) return undefined;
  } else {
    if (written === ':' && isColonOfSomethingElse(text, at)) return undefined;
    if (!before && isNotation(text, at)) return undefined;
    // `New York, 随后`: after an alphabet and before a space the comma may still be English.
    const after = chineseAfter(text, skipSpaces(text, end));
    const spaced = text[end] === ' ' && (classAt(text, at - 1) & LETTER) !== 0;
    if (!before && (!after || spaced)) return undefined;
  }
  let expected = '';
  for (const mark of written) expected += FULL[mark] ?? mark;
  // A full-width mark brings its own space.
  const next = skipSpaces(text, end);
  const to = next < text.length && text[next] !== '\n' ? next : end;
  return { from: at, to: end, actual: written, expected, edits: [{ from: at, to, text: expected }], pair: false };
}

function skipSpaces(text: string, index: number): number {
  let next = index;
  while (text[next] === ' ') next++;
  return next;
}

/** `-----:`, `=>,`, `$:`: a mark behind symbols that belong to no word. In `C++:` and `A/B-:` they do. */
function isNotation(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && '-=#*<>|~+^$@&/\\_'.includes(text.charAt(start - 1))) start--;
  return start < at && !/[\p{L}\p{N})\]]/u.test(text.charAt(start - 1));
}

/** `:)`, `:smile:`, `C:\新闻`, `https:`, `:---`. */
function isColonOfSomethingElse(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 34);
  if (/^(?:\\|\/\/|-{3,}|=|-?\)|-\(|\((?=$|[\s，。！,!]))/.test(after)) return true;
  return /^[a-z0-9_+-]+:/.test(after) || /:[a-z0-9_+-]+$/.test(text.slice(Math.max(0, at - 33), at));
}

/** Pairs of round brackets around Chinese of which at least one is half-width. */
function bracketPairs(text: string): readonly HalfWidthMark[] {
  const found: HalfWidthMark[] = [];
  const open: { at: number; chinese: number }[] = [];
  let chinese = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (mark === '(' || mark === '（') open.push({ at: i, chinese });
    else if (mark === ')' || mark === '）') {
      const start = open.pop();
      // Brackets around a formula, a model number or English are theirs: 研发(R&D)、f(x)。
      if (start === undefined || chinese === start.chinese) continue;
      if (text[start.at] === '（' && mark === '）') continue;
      // 说明(终稿).docx
      if (mark === ')' && /^\.[A-Za-z0-9]{1,5}(?![A-Za-z0-9])/.test(text.slice(i + 1, i + 8))) continue;
      const edits: ProseEdit[] = [];
      if (text[start.at] === '(') edits.push({ from: start.at, to: start.at + 1, text: '（' });
      if (mark === ')') edits.push({ from: i, to: i + 1, text: '）' });
      const at = edits[0]?.from ?? start.at;
      found.push({ from: at, to: at + 1, actual: `${text[start.at]}…${mark}`, expected: '（…）', edits, pair: true });
    } else if ((classAt(text, i) & (HAN | FULL_WIDTH)) !== 0) chinese++;
  }
  return found;
}

/** <<长渠志>>: the marks of a title as keyboards have them. Not safe: a form that is filled in says <<姓名>>. */
function bookTitles(text: string): readonly HalfWidthMark[] {
  const found: HalfWidthMark[] = [];
  for (const { 0: actual, 1: title = '', index: from } of eachMatch(
    text,
    /(?<![<‹＜])[<‹＜]{2}([^<>‹›＜＞《》\s][^<>‹›＜＞《》\n]{0,40})[>›＞]{2}(?![>›＞])/g,
  )) {
    const to = from + actual.length;
    if (!hanBefore(title, title.length) && (classAt(title, 0) & HAN) === 0) continue;
    const edits = [
      { from, to: from + 2, text: '《' },
      { from: to - 2, to, text: '》' },
    ];
    found.push({ from, to, actual, expected: `《${title}》`, edits, pair: false, doubtful: true });
  }
  return found;
}

/** Of two clauses with a dot between them, one has at least this many characters: names and numbers are shorter. */
const CLAUSE = 4;
/** Between two such clauses a dot is no name's. */
const LONG_CLAUSE = 6;

/**
 * Stops that end a Chinese sentence in the wrong shape: `｡`, and `.` or `．` at the end of a line or before a closing
 * quotation mark; between two clauses they are likely one.
 *
 * @param othersHalf whether other marks of the passage are half-width, so that a short clause is certain too
 */
function fullStops(text: string, othersHalf: boolean): readonly HalfWidthMark[] {
  const found: HalfWidthMark[] = [];
  for (const { 0: actual, index: at } of eachMatch(text, /｡|(?<![.．。…])[.．](?![.．。…])/g)) {
    const closed = /[”’）》]/.test(text.charAt(at - 1));
    const next = text.charAt(at + 1);
    if (!hanBefore(text, at) && !closed && !(next === '' && endsInFigure(text, at))) continue;
    const ends = next === '' || next === '\n' || '”’」』）'.includes(next);
    const before = hanRun(text, at - 1, -1);
    const certain = actual === '｡' || (ends && (before >= CLAUSE || closed || (othersHalf && before > 1)));
    const figure = (classAt(text, at - 1) & HAN) === 0 && !closed;
    if (!certain && !figure && !(ends ? isShortSentence(text, at, actual) : isBetweenClauses(text, at, before)))
      continue;
    const edits = [{ from: at, to: at + 1, text: '。' }];
    found.push({
      from: at,
      to: at + 1,
      actual,
      expected: '。',
      edits,
      pair: false,
      ...(certain ? {} : { doubtful: true }),
    });
  }
  return found;
}

/**
 * Whether a paragraph whose other marks are full-width ends in a figure and this dot: 增长4.9%. is a sentence as any, and
 * `见附件1.` may be cut short.
 */
function endsInFigure(text: string, at: number): boolean {
  const clause = /[，。；：、！？]([^，。；：、！？]{0,60})$/.exec(text.slice(Math.max(0, at - 61), at))?.[1];
  return (
    clause !== undefined && /\p{Script=Han}{2}.{0,24}[\d%％℃]$/u.test(clause) && /[，。；]/.test(text.slice(0, at))
  );
}

/** `好．` at an end: no number of a part (一．), and nothing that is cut short (等.). */
function isShortSentence(text: string, at: number, actual: string): boolean {
  const before = text.charAt(at - 1);
  if (/[一二三四五六七八九十甲乙丙丁]/.test(before)) return false;
  return actual === '．' || /[，。！？；]/.test(text.slice(0, at));
}

/** A dot between two clauses, of which neither is a part of a name. */
function isBetweenClauses(text: string, at: number, before: number): boolean {
  if (isBetweenForeign(text, at)) return false;
  // 主版本.次版本.修订号: short parts in a chain.
  if (/^\p{Script=Han}{1,5}[.．]\p{Script=Han}/u.test(text.slice(at + 1, at + 8))) return false;
  if (/\p{Script=Han}[.．]\p{Script=Han}{1,5}$/u.test(text.slice(Math.max(0, at - 7), at))) return false;
  const after = hanRun(text, at + 1, 1);
  // 天晴了.渔网…: no name ends so.
  const enough = /[了吗呢吧啊呀嘛]/.test(text.charAt(at - 1)) ? 2 : CLAUSE;
  return before >= enough && after > 1 && before + after >= LONG_CLAUSE + 1;
}

/** How many Han characters stand together from `from` on, marks inside a sentence aside; no more than are asked for. */
function hanRun(text: string, from: number, step: 1 | -1): number {
  let count = 0;
  for (let i = from; count < LONG_CLAUSE && i >= 0 && i < text.length; i += step) {
    if ((classAt(text, i) & HAN) !== 0) count++;
    else if (!'，、：“”‘’《》（）'.includes(text.charAt(i)) && (classAt(text, i) & DIGIT) === 0) break;
  }
  return count;
}
