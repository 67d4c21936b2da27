import type { Article } from '../model/article.ts';

/**
 * Counts characters as Chinese editors count them (字数, as word processors show it): each Han character, kana,
 * hangul syllable and full-width mark is one, and so is each run of Latin letters or digits. Blanks count nothing.
 */
export function countCharacters(text: string): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x2e80) {
      // Below the CJK blocks: words of letters and digits; Chinese quotes, dashes and ellipses count one each.
      const blank = unit <= 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200f);
      const mark = unit >= 0x2010 && unit <= 0x206f;
      if (blank) inWord = false;
      else if (mark) {
        count++;
        inWord = false;
      } else if (!inWord) {
        count++;
        inWord = true;
      }
      continue;
    }
    inWord = false;
    if (unit === 0x3000 || unit === 0xfeff || unit === 0xfffc) continue;
    // A pair of surrogates is one character.
    if (unit >= 0xdc00 && unit <= 0xdfff && i > 0 && isHigh(text.charCodeAt(i - 1))) continue;
    count++;
  }
  return count;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** So much of an article tells in which script it is written. UTF-16 units. */
const enough = 1000;

/** Whether what {@link countCharacters} counts of an article are words: it is written in letters. */
export function isCountedInWords({ text, frontMatter }: Pick<Article, 'text' | 'frontMatter'>): boolean {
  const body = text.slice(frontMatter.bodyStart, frontMatter.bodyStart + enough);
  let characters = 0;
  for (let i = 0; i < body.length; i++) if (isEastAsian(body.charCodeAt(i))) characters++;
  return characters * 2 < countCharacters(body);
}

/** Han characters (of a pair of surrogates the first) and their marks, kana and hangul. */
function isEastAsian(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7af) ||
    (unit >= 0xd840 && unit <= 0xd8ff) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  );
}
