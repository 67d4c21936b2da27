import { isInside } from '../../model/addresses.ts';
import { keptByText } from '../../model/kept.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Prose } from '../../model/prose.ts';
import type { Range } from '../../model/range.ts';

/** No quotation of a paragraph is longer. UTF-16 units. */
export const longestQuotation = 2000;

/** What closes each; of German, and of Polish and others, the mark that opens elsewhere closes. */
const CLOSES: Readonly<Record<string, string>> = {
  '„': '“”',
  '«': '»',
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
};

/**
 * What stands between quotation marks and book-title marks, marks included: another's words, which are theirs. In
 * order, the outermost alone; a mark that nothing closes quotes nothing. Linear in the length of the text.
 */
export const quotedIn = keptByText((text): readonly Range[] => {
  const found: Range[] = [];
  let start = -1;
  let opened = '';
  let depth = 0;
  for (const { 0: mark, index } of matchesOf(text, /[„“”«»‘’《》〈〉「」『』]/g)) {
    if (depth === 0) {
      if (CLOSES[mark] === undefined) continue;
      start = index;
      opened = mark;
      depth = 1;
    } else if (mark === opened) depth++;
    else if (CLOSES[opened]?.includes(mark)) {
      depth--;
      if (depth === 0) found.push({ start, end: index + 1 });
    }
  }
  return found;
});

/** What stands behind a straight mark that is open, up to the next one. */
const straightIn = keptByText((text): readonly Range[] => {
  const marks = matchesOf(text, /"/g).map(({ index }) => index);
  return marks.flatMap((start, nth) => (nth % 2 > 0 ? [] : [{ start, end: (marks[nth + 1] ?? text.length) + 1 }]));
});

/** Whether somebody else is quoted at an offset, between curly marks or behind a straight one that is still open. */
export function isSpoken(prose: Prose, at: number): boolean {
  return isInside(quotedIn(prose), at) || isInside(straightIn(prose), at);
}
