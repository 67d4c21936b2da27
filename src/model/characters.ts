/**
 * What kind of character stands somewhere: one table look-up for each UTF-16 unit, so that a check may ask about
 * the neighbours of a mark without cost.
 */

/** Bits of {@link classOf}. */
export const HAN = 1;
/** Hiragana, katakana (and their marks): the text is Japanese. */
export const KANA = 2;
/** Letters of alphabets, Latin, Greek and Cyrillic, full-width ones included. */
export const LETTER = 4;
/** ASCII and full-width digits. */
export const DIGIT = 8;
/** Blanks and line ends. */
export const BLANK = 16;
/** Punctuation that only Chinese (or Japanese) has: 、。《》「」【】〔〕 and the full-width forms of ASCII marks. */
export const FULL_WIDTH = 32;
/** Marks that open: ( [ { and their full-width kin, 《 〈 「 『 【 〔 “ ‘. */
const OPENING = 64;
/** Marks that close: ) ] } and their full-width kin, 》 〉 」 』 】 〕 ” ’. */
export const CLOSING = 128;

const table = new Uint8Array(0x10000);

/** Ranges are filled, which takes a twentieth of the time of a loop; so they may not overlap, and stand before characters. */
function mark(bit: number, from: number, to: number): void {
  table.fill(bit, from, to + 1);
}

function markAll(bit: number, characters: string): void {
  for (const character of characters) {
    const unit = character.charCodeAt(0);
    table[unit] = (table[unit] ?? 0) | bit;
  }
}

mark(HAN, 0x3400, 0x4dbf);
mark(HAN, 0x4e00, 0x9fff);
mark(HAN, 0xf900, 0xfaff);
// Both halves of the characters beyond U+FFFF: planes 2 and 3 hold Han characters and nothing else.
mark(HAN, 0xd840, 0xd8c3);
mark(KANA, 0x3041, 0x309f);
mark(KANA, 0x30a1, 0x30fa);
mark(KANA, 0x30fc, 0x30ff);
mark(KANA, 0xff66, 0xff9f);
mark(LETTER, 0x41, 0x5a);
mark(LETTER, 0x61, 0x7a);
mark(LETTER, 0xc0, 0xd6);
mark(LETTER, 0xd8, 0xf6);
mark(LETTER, 0xf8, 0x24f);
mark(LETTER, 0x370, 0x3ff);
mark(LETTER, 0x400, 0x52f);
mark(LETTER, 0xff21, 0xff3a);
mark(LETTER, 0xff41, 0xff5a);
mark(DIGIT, 0x30, 0x39);
mark(DIGIT, 0xff10, 0xff19);
mark(BLANK, 0x2000, 0x200a);
mark(FULL_WIDTH, 0xff01, 0xff0f);
mark(FULL_WIDTH, 0xff1a, 0xff20);
mark(FULL_WIDTH, 0xff3b, 0xff40);
mark(FULL_WIDTH, 0xff5b, 0xff65);
markAll(HAN, '々〇');
markAll(BLANK, ' \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000');
markAll(FULL_WIDTH, '、。〈〉《》「」『』【】〔〕〖〗');
markAll(OPENING, '([{（［｛〈《「『【〔〖“‘');
markAll(CLOSING, ')]}）］｝〉》」』】〕〗”’');

/** The class bits of the UTF-16 unit at `index`; 0 outside the text and for everything that has no class here. */
export function classAt(text: string, index: number): number {
  return classOf(text.charCodeAt(index));
}

/** The class bits of a UTF-16 unit; 0 for NaN. */
export function classOf(unit: number): number {
  return table[unit] ?? 0;
}

/** Whether a Han character ends just before `index`. */
export function hanBefore(text: string, index: number): boolean {
  const unit = text.charCodeAt(index - 1);
  // The second half of a character beyond U+FFFF says nothing by itself; its first half does.
  if (unit >= 0xdc00 && unit <= 0xdfff) return (classAt(text, index - 2) & HAN) !== 0;
  return (classOf(unit) & HAN) !== 0;
}

/** Whether a Han character starts at `index`. */
export function hanAt(text: string, index: number): boolean {
  return (classAt(text, index) & HAN) !== 0;
}

/**
 * Whether a stretch of text is Chinese, so that the rules of Chinese punctuation hold in it: it has at least as
 * many Han characters as words of alphabets, and no kana. Linear in the length of `text`.
 */
export function isChinese(text: string): boolean {
  if (text !== askedLast) {
    askedLast = text;
    wasChinese = readsChinese(text);
  }
  return wasChinese;
}

/** One check after the other asks of the same paragraph. */
let askedLast = '';
let wasChinese = false;

function readsChinese(text: string): boolean {
  let han = 0;
  let words = 0;
  let kana = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const bits = table[text.charCodeAt(i)] ?? 0;
    if ((bits & HAN) !== 0) han++;
    else if ((bits & KANA) !== 0) kana++;
    const letter = (bits & LETTER) !== 0;
    if (letter && !inWord) words++;
    inWord = letter;
  }
  return han > 0 && han >= words && kana * 4 <= han;
}

/** How far {@link chineseBefore} and {@link chineseAfter} look past quotes and brackets. */
const REACH = 4;

/**
 * Whether what stands just before `index` is Chinese: a Han character or a full-width mark, with or without
 * closing quotes and brackets between.
 */
export function chineseBefore(text: string, index: number): boolean {
  for (let i = index - 1; i >= 0 && i >= index - REACH; i--) {
    if (hanBefore(text, i + 1)) return true;
    const unit = text.charCodeAt(i);
    const bits = classOf(unit);
    if ((bits & FULL_WIDTH) !== 0) return true;
    if ((bits & CLOSING) === 0 && unit !== 34 && unit !== 39) return false;
  }
  return false;
}

/** Whether what stands at `index` is Chinese, with or without opening quotes and brackets between. */
export function chineseAfter(text: string, index: number): boolean {
  for (let i = index; i < text.length && i < index + REACH; i++) {
    const unit = text.charCodeAt(i);
    const bits = classOf(unit);
    if ((bits & (HAN | FULL_WIDTH)) !== 0) return true;
    if ((bits & OPENING) === 0 && unit !== 34 && unit !== 39) return false;
  }
  return false;
}
