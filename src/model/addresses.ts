import { classOf, LETTER } from './characters.ts';
import type { Range } from './range.ts';

/** What ends a web address written in running text: blanks, quotes, brackets and Chinese punctuation. */
const ENDS = /[\s<>"“”‘’，。；：！？、（）《》【】\uFFFC]/g;

/**
 * Finds the web and e-mail addresses of a text, in order: punctuation inside them is not punctuation. Linear in the
 * length of `text`; a text without `@`, `://` and `www.` costs three searches.
 */
export function addressesIn(text: string): readonly Range[] {
  const found: Range[] = [];
  let end = 0;
  for (const at of occurrences(text, ['://', 'www.', '@'])) {
    if (at < end) continue;
    const range = text[at] === '@' ? mailAround(text, at, end) : webAround(text, at, end);
    if (range === undefined) continue;
    found.push(range);
    end = range.end;
  }
  return found;
}

/** Whether `index` lies in one of `ranges`, which are in order and do not overlap. */
export function isInside(ranges: readonly Range[], index: number): boolean {
  return rangeAt(ranges, index) !== undefined;
}

/** The range that an offset lies in, of ranges in ascending order that do not overlap. */
export function rangeAt(ranges: readonly Range[], index: number): Range | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || index < range.start) high = middle - 1;
    else if (index >= range.end) low = middle + 1;
    else return range;
  }
  return undefined;
}

/** The offsets of every occurrence of every needle, ascending. */
function occurrences(text: string, needles: readonly string[]): readonly number[] {
  const all: number[] = [];
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) all.push(at);
  }
  return all.sort((a, b) => a - b);
}

function webAround(text: string, at: number, floor: number): Range {
  let start = at;
  // A scheme is short; more letters than this are not one.
  while (start > floor && at - start < 12 && (classOf(text.charCodeAt(start - 1)) & LETTER) !== 0) start--;
  ENDS.lastIndex = at + 3;
  const end = ENDS.exec(text)?.index ?? text.length;
  return { start, end };
}

function mailAround(text: string, at: number, floor: number): Range | undefined {
  let start = at;
  while (start > floor && isMailUnit(text.charCodeAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && isMailUnit(text.charCodeAt(end))) end++;
  return start < at && end > at + 1 ? { start, end } : undefined;
}

/** ASCII letters and digits, and `+ - . _`. */
function isMailUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 97 && unit <= 122) ||
    unit === 43 ||
    unit === 45 ||
    unit === 46 ||
    unit === 95
  );
}
