import { eastAsianWidth } from 'get-east-asian-width';

const marks = /^[\p{Mark}\p{Cf}]$/u;

/** Terminal cells that a text takes: a Han character two, a combining mark none (Unicode Standard Annex 11). */
export function cells(text: string): number {
  let sum = 0;
  for (const character of text) sum += cellsOf(character);
  return sum;
}

/** Cells of one character (code point). Curly quotes and dashes count one, as most terminals draw them. */
export function cellsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x7f) return 1;
  // Most of what is shown: the marks and characters of Chinese.
  if (point >= 0x3001 && point <= 0x9fff && (point < 0x302a || point > 0x309a)) return 2;
  return marks.test(character) ? 0 : eastAsianWidth(point);
}
