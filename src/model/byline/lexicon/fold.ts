import { traditionalPairs } from './words.ts';

const pairs = new Map<number, number>();
for (let i = 0; i + 1 < traditionalPairs.length; i += 2) {
  pairs.set(traditionalPairs.charCodeAt(i), traditionalPairs.charCodeAt(i + 1));
}
const marks: readonly (readonly [string, string])[] = [
  ['|', '丨︱│┃∣'],
  ['·', '•・‧･∙⋅'],
  ['【', '〖'],
  ['】', '〗'],
  ['[', '〔［'],
  [']', '〕］'],
  [' ', '\u00a0\u3000\t\u2002\u2003\u2009\u200a\u2005\u2006\u2007\u2008\u202f\u2004'],
  ['-', '－–‐‑'],
  ['(', '﹙'],
  [')', '﹚'],
  ['“', '「『'],
  ['”', '」』'],
];
for (const [to, from] of marks) for (const char of from) pairs.set(char.charCodeAt(0), to.charCodeAt(0));

/**
 * Folds what newsrooms write in more than one way to one: full-width ASCII to half width, every space to U+0020,
 * bars, interpuncts and dashes to one each, traditional characters of our words to simplified. Each UTF-16 unit
 * becomes one unit, so that offsets into the folded text are offsets into `text`.
 */
export function fold(text: string): string {
  let out = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 && unit !== 9 && unit !== 0x2e) continue;
    const mapped = isNameDot(text, i, unit)
      ? 0xb7
      : (pairs.get(unit) ?? (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit));
    if (mapped === unit) continue;
    out += text.slice(kept, i) + String.fromCharCode(mapped);
    kept = i + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

/** 艾则孜．吐尔逊: a full stop of the Latin kind between two Chinese characters is an interpunct. */
function isNameDot(text: string, at: number, unit: number): boolean {
  return (unit === 0xff0e || unit === 0x2e) && isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

/** Whether a UTF-16 unit is a Han character (surrogates of the rarer ones included). */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3007 ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}

/** Whether a UTF-16 unit is a Latin letter, accents included. */
export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);
}

/** 七（3）班: a class of a school is one word; as long as before. */
export function withoutClassBrackets(s: string): string {
  return s.includes(')班') ? s.replace(/\((\d{1,2}|[一二三四五六七八九十])\)(?=班)/g, '第$1第') : s;
}
