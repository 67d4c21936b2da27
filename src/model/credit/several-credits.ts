import type { Person } from '../byline/byline.ts';
import { looksPersonal } from '../byline/names/names.ts';
import { shifted } from '../shifted.ts';
import type { Credit } from './credit.ts';

const number = String.raw`(?:[①-⑳]|\d{1,2}|[一二三四五六七八九十]{1,2})`;
/** Without one of these no text says which. */
const some = /[上下左右中前后组]图|图 ?[①-⑳\d一二三四五六七八九十]/;
/** Which of several pictures a credit is of: 左图：, 图①：, 图1、图2. */
const which = new RegExp(
  `(?<=^|[ ,;。、(])(?:[上下左右中前后][上下中]?图|组图|图 ?${number}(?:[、和及至到~-]?(?:图 ?)?${number}){0,5})(?: ?[:/|]| |(?=\\p{Script=Han}{2,4} ?[/摄]))`,
  'gu',
);

/** Folded text with blanks where it says which picture is meant, and 封面： as the label that it is; as long as before. */
export function withoutNumbers(s: string): string {
  const marked = some.test(s) ? s.replace(which, (mark) => ' '.repeat(mark.length)) : s;
  return marked.includes('封面') ? marked.replace(/封面(?= ?[:|/])/g, '封图') : marked;
}

/** How many stretches before a credit are looked at. */
const MOST = 8;
const opening = /^ *(?:摄影|图片?|制图|插图|绘图|漫画|供图|航拍)[:/|][^:/|]{2,12}$/;
const closing = /(?:摄|摄影|供图|提供|制图|绘制|绘图|绘|航拍|\))$/;

/**
 * A credit with those that stand before it in the same text, each after the caption of its own picture: `图①：新渠。高远摄
 * 图②：旧桥。周砚摄`. Its people are all of them, in order, where they stand; it begins at the first from which on
 * there is nothing but credits. Linear in the length of `s`.
 *
 * @param s the text, folded
 * @param read reads the credit at the end of a text
 */
export function withEarlier(
  text: string,
  s: string,
  credit: Credit,
  read: (text: string, s: string) => Credit | undefined,
): Credit {
  const before = s.slice(0, credit.from);
  if (!/[摄供绘图]/.test(before)) return credit;
  const people: Person[] = [];
  let { from } = credit;
  const ends = [...before.matchAll(/[。;\n]|(?<=[摄图供绘)])[ ,]+|$/g)].slice(-MOST - 1);
  let start = 0;
  const found: Credit[] = [];
  for (const { index, 0: mark } of ends) {
    const piece = s.slice(start, index).trimEnd();
    const at = start;
    start = index + mark.length;
    if (!closing.test(piece) && !opening.test(piece)) continue;
    const one = read(text.slice(at, at + piece.length), piece);
    if (one === undefined || !isSure(one)) continue;
    found.push(shifted(one, at));
  }
  for (const one of found.toReversed()) if (/^[ ,;。、/]*$/.test(s.slice(one.to, from))) from = one.from;
  for (const one of found) people.push(...one.people);
  return people.length === 0 ? credit : { ...credit, from, people: [...people, ...credit.people] };
}

/** A credit in the middle of a text is one beyond doubt: it says what was done, and who did it has a name. */
function isSure({ kind, people }: Credit): boolean {
  if (kind !== 'signed' && kind !== 'issued' && kind !== 'supplied' && kind !== 'stock') return false;
  return people.length > 0 && people.every(({ name }) => name.includes('·') || looksPersonal(name));
}
