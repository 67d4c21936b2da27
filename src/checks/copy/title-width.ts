import { classOf, FULL_WIDTH, HAN, KANA } from '../../model/characters.ts';

/**
 * How long a line of text is as Chinese editors count a headline: each Han character and full-width mark is one,
 * each Latin letter, digit and half-width mark is half.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // The second half of a pair of surrogates has been counted with the first.
    if (unit >= 0xdc00 && unit < 0xe000) continue;
    const full =
      (classOf(unit) & (HAN | KANA | FULL_WIDTH)) !== 0 || unit >= 0x2e80 || (unit >= 0x2014 && unit <= 0x2026);
    width += full ? 1 : 0.5;
  }
  return width;
}
