import { classAt, DIGIT, hanAt, hanBefore, isChinese, LETTER } from '../../model/characters.ts';

/** A quotation mark, bracket or book-title mark without its other half; `at` is a UTF-16 offset. */
export interface LoneMark {
  readonly at: number;
  readonly mark: string;
  /** The half that is missing. */
  readonly partner: string;
  readonly opens: boolean;
  /** The mark was turned the wrong way: this is what was meant. */
  readonly turned?: string;
}

const OPEN: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '「': '」',
  '『': '』',
  '〔': '〕',
  '［': '］',
};
const CLOSE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OPEN).map(([open, close]) => [close, open]),
);

/** By UTF-16 unit: 0 for what is no mark, the number of its pair for a mark that opens, 100 more for one that closes. */
const pairOf = new Uint8Array(0x10000);
const CLOSES = 100;
for (const [index, [open, close]] of Object.entries(OPEN).entries()) {
  pairOf[open.charCodeAt(0)] = index + 1;
  pairOf[close.charCodeAt(0)] = index + 1 + CLOSES;
}

/**
 * Whether each mark that opens is closed by its own, one inside the other, as in nearly every paragraph: then nothing
 * of {@link loneMarks} is alone. Not so where single ones may be apostrophes. Linear in the length of `text`.
 */
export function allPaired(text: string): boolean {
  let open: number[] | undefined;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const pair = pairOf[unit] ?? 0;
    // „ « »: whether they are right is a matter of the language.
    if (unit === 0x201e || unit === 0xab || unit === 0xbb) return false;
    if (pair === 0) continue;
    if (unit === 0x2018 && (classAt(text, i + 1) & DIGIT) !== 0) return false;
    if (unit === 0x2019 && isWordAt(text, i - 1) && isWordAt(text, i + 1)) return false;
    if (pair < CLOSES) {
      open ??= [];
      open.push(pair);
    } else if (open?.pop() !== pair - CLOSES) return false;
  }
  return open === undefined || open.length === 0;
}

function isWordAt(text: string, at: number): boolean {
  return (classAt(text, at) & (LETTER | DIGIT)) !== 0;
}

interface OpenMark {
  readonly at: number;
  readonly mark: string;
  readonly kind: string;
}

/**
 * Matches the paired marks of one paragraph and returns those without a partner, in order. The two widths of round
 * brackets match each other; ordinals (`1）`), emoticons, intervals (`(0,1]`) and apostrophes are not paired marks.
 * Linear in the length of `text`.
 *
 * @param chinese whether all marks count; otherwise “ ” and round brackets only
 */
export function loneMarks(text: string, chinese: boolean): readonly LoneMark[] {
  const lone: LoneMark[] = [];
  const stack: OpenMark[] = [];
  const waiting = new Map<string, number>();
  const low: string[] = [];
  const count = (kind: string, change: number): void => {
    waiting.set(kind, (waiting.get(kind) ?? 0) + change);
  };
  for (const { 0: mark, index: at } of text.matchAll(
    chinese ? /[„‚“”‘’（）()《》〈〉【】「」『』〔〕［］]/g : /[„“”()]/g,
  )) {
    // „Guten Tag“: what opens elsewhere closes there, and so does ” of Polish.
    if (mark === '„' || mark === '‚') {
      low.push(mark);
      continue;
    }
    const lowMark = low.at(-1);
    if (lowMark !== undefined && (lowMark === '„' ? '“”' : '‘’').includes(mark)) {
      low.pop();
      continue;
    }
    if (OPEN[mark] !== undefined) {
      // ‘98 is a year that was turned the wrong way, ‘98年’ what somebody said.
      if (
        mark === '‘' &&
        (classAt(text, at + 1) & DIGIT) !== 0 &&
        !/^[^‘’“”]{1,40}’(?!\d)/.test(text.slice(at + 1, at + 43))
      )
        continue;
      const kind = kindOf(mark);
      stack.push({ at, mark, kind });
      count(kind, 1);
      continue;
    }
    // 5’ 10”: feet and inches.
    if (mark === '”' && /\d[’'′] ?\d{1,2}$/.test(text.slice(Math.max(0, at - 6), at))) continue;
    const kind = kindOf(CLOSE[mark] ?? mark);
    const isOpen = (waiting.get(kind) ?? 0) > 0;
    if (mark === '’' && isApostrophe(text, at, isOpen)) continue;
    // 3.5’’ and 5’: inches and feet alone.
    if (mark === '’' && !isOpen && /\d’?$/.test(text.slice(Math.max(0, at - 2), at))) continue;
    if (!isOpen) {
      if (!isOtherwiseUsed(text, at, mark)) lone.push({ at, mark, partner: CLOSE[mark] ?? '', opens: false });
      continue;
    }
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      count(top.kind, -1);
      if (top.kind === kind) break;
      pushOpen(lone, text, top);
    }
  }
  for (const open of stack) pushOpen(lone, text, open);
  lone.sort((a, b) => a.at - b.at);
  return turned(lone);
}

function pushOpen(lone: LoneMark[], text: string, { at, mark }: OpenMark): void {
  if (!isOtherwiseUsed(text, at, mark)) lone.push({ at, mark, partner: OPEN[mark] ?? '', opens: true });
}

function kindOf(open: string): string {
  return open === '(' ? '（' : open;
}

/** The ’ of `it’s`, `reporters’`, `’97`. */
function isApostrophe(text: string, at: number, quoted: boolean): boolean {
  const before = isWordAt(text, at - 1);
  const after = isWordAt(text, at + 1);
  if (before && after) return true;
  return !quoted && (before || after);
}

/** Whether a mark without a partner is not a paired mark at all. */
function isOtherwiseUsed(text: string, at: number, mark: string): boolean {
  if (!'()（）［］'.includes(mark)) return false;
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at + 1, at + 41);
  // (0,1] ［0，1）
  if (OPEN[mark] !== undefined && /^[-+\d.∞a-z ]{1,16}[,，][-+\d.∞a-z ]{1,16}[)）\]］]/.test(after)) return true;
  if (CLOSE[mark] !== undefined && /[(（[［][-+\d.∞a-z ]{1,16}[,，][-+\d.∞a-z ]{1,16}$/.test(before)) return true;
  if (mark === '［' || mark === '］') return false;
  // :) ;-( =） and kin
  if (/[:：;；=8xX^_][-o']?$/.test(before)) return true;
  if (OPEN[mark] !== undefined) return false;
  // The sign in red) said stop: behind two words of a sentence it is no formula, and iii) no word.
  if (
    mark === ')' &&
    /[A-Za-z] (?![ivxlc]+$)[A-Za-z’'-]{3,}[.!?]?$/.test(before) &&
    /^(?: [a-z“"]|[.,;:!?](?:\s|$)|$)/.test(after)
  )
    return isChinese(text);
  // 1） a) 一）
  if (/(?:^|[\s，。；：、！？,;:.“（(])(?:[0-9a-zA-Z]{1,3}|[一二三四五六七八九十百]{1,4}|[①-⑳])$/.test(before))
    return true;
  // A half-width bracket far from Chinese may be code or a formula.
  return mark === ')' && !hanBefore(text, at) && !hanAt(text, at + 1);
}

/** “黔货出山“ and ”黔货出山”: of two marks that face the same way, one was turned. */
function turned(lone: readonly LoneMark[]): readonly LoneMark[] {
  const [first, second] = lone;
  if (lone.length !== 2 || first === undefined || second === undefined || first.mark !== second.mark) return lone;
  if (first.mark === '“') return [{ ...second, turned: '”' }];
  if (first.mark === '”') return [{ ...first, turned: '“' }];
  return lone;
}
