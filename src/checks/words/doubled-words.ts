import { isChineseProse, keptByText } from '../../model/kept.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Prose } from '../../model/prose.ts';
import { acrossLines, isWrapped, lineEndIn } from './across-lines.ts';
import { lexicon } from './lexicon.ts';

/** A word that stands twice in a row. Offsets are UTF-16 units, of both. */
export interface Doubled {
  readonly from: number;
  /** Where the second one begins, or the line break before it. */
  readonly middle: number;
  readonly to: number;
  readonly word: string;
  /** Where a line ends within or between them; -1 where none does. */
  readonly lineEnd: number;
}

interface Neighbours {
  readonly before: string;
  readonly after: string;
}

let words: ReadonlyMap<string, Neighbours> | undefined;

/** Words that nobody doubles on purpose, with the characters that make two words of two. */
function listed(): ReadonlyMap<string, Neighbours> {
  words ??= new Map(
    lexicon()
      .doubled.split('\n')
      .map((line) => {
        const [word = '', before = '', after = ''] = line.split('\t');
        return [word, { before, after }];
      }),
  );
  return words;
}

/** 了了这桩心事, 了了夙愿: the first 了 is the verb, to settle. */
const settles =
  /^[这那此]?[一几]?[桩件段份场笔]?(?:多年|毕生|老人)?的?(?:心[事愿]|[夙宿]愿|宿怨|恩怨|旧[账怨]|[债案]|官司)/;

/** Something of three to eight Han characters twice; a name, a clause. */
const longWord = /([\u3400-\u9fff]{3,8})\1/g;
const shortWord = /(?=(([\u3400-\u9fff]{1,2})\2))/g;

/** No word that is looked for is longer, in UTF-16 units. */
const LONGEST = 8;
const HAN_FROM = 0x3400;
const HAN_TO = 0x9fff;
/** Few enough to stay near the processor; characters that share a place are told apart where they are compared. */
const PLACES = 0x1000;
/** By Han character where it, or one that shares its place, stood last, counted on from text to text: nothing is cleared. */
const lastAt = new Int32Array(PLACES);
let counted = LONGEST + 1;
/** By length of a word how many characters in a row are the same as those so far before them. */
const same = new Int32Array(LONGEST + 1);

/**
 * Whether a word of one or two characters, or of more, stands twice in a row: then as many characters as it has are the
 * same as those before them. Most characters stood nowhere near, and are left after one look.
 */
function mayRepeat(text: string): { readonly short: boolean; readonly long: boolean } {
  if (counted > 0x3fffffff) {
    lastAt.fill(0);
    counted = LONGEST + 1;
  }
  let short = false;
  let long = false;
  let near = false;
  for (let i = 0; i < text.length; i++) {
    const han = text.charCodeAt(i) - HAN_FROM;
    const isHan = han >= 0 && han <= HAN_TO - HAN_FROM;
    const here = counted + i;
    const back = isHan ? here - (lastAt[han & (PLACES - 1)] ?? 0) : LONGEST + 1;
    if (isHan) lastAt[han & (PLACES - 1)] = here;
    if (back > LONGEST) {
      if (near) same.fill(0);
      near = false;
      continue;
    }
    near = true;
    for (let length = 1; length <= LONGEST; length++) {
      const run = i >= length && text.charCodeAt(i - length) === han + HAN_FROM ? (same[length] ?? 0) + 1 : 0;
      same[length] = run;
      if (run < length) continue;
      if (length > 2) long = true;
      else short = true;
    }
  }
  if (near) same.fill(0);
  counted += text.length + LONGEST;
  return { short, long };
}

/** Words that stand twice in a row by mistake, in order, across the end of a line too. Nothing in a text that is not Chinese. */
export const doubledWordsIn = keptByText((text, prose): readonly Doubled[] => {
  const found = acrossLines(text, (joined) => repeatedIn(joined, prose));
  return found.flatMap((one) => {
    const lineEnd = lineEndIn(text, one.from, one.to);
    if (lineEnd < 0) return [{ ...one, middle: one.from + one.word.length, lineEnd }];
    if (!wraps(text, one.word)) return [];
    // A line that ends between the two belongs to neither.
    const middle = one.from + one.word.length + (lineEnd < one.from + one.word.length ? 1 : 0);
    return [{ ...one, middle, lineEnd }];
  });
});

function repeatedIn(text: string, prose: Prose): readonly Doubled[] {
  const { short, long } = mayRepeat(text);
  return (short || long) && isChineseProse(prose) ? doubledIn(text, short, long) : nothing;
}

const nothing: readonly Doubled[] = [];

/**
 * Whether the lines of a text are one text that was wrapped, in which no word stands twice: lines of a song, of a poem or
 * of a list may begin as the last one ended. No line begins with 的 and 了.
 */
function wraps(text: string, word: string): boolean {
  if (word === '的' || word === '了') return true;
  return isWrapped(text) && (word.length <= 2 || /[。！？…][”’」』）]?\s*$/.test(text));
}

function doubledIn(text: string, isShort: boolean, isLong: boolean): readonly Doubled[] {
  const found: Doubled[] = [];
  const note = (from: number, word: string): void => {
    const middle = from + word.length;
    found.push({ from, middle, to: middle + word.length, word, lineEnd: -1 });
  };
  for (const { 0: both, 1: word = '', index: from } of isLong ? matchesOf(text, longWord) : []) {
    // 哈哈哈哈哈哈, 一步步一步步, and words that are doubled themselves.
    if (/^一|^(.{1,2})\1/.test(word) || text.startsWith(word, from + both.length)) continue;
    note(from, word);
  }
  for (const { 1: both = '', 2: word = '', index: from } of isShort ? matchesOf(text, shortWord) : []) {
    const neighbours = listed().get(word);
    const to = from + both.length;
    if (neighbours === undefined || found.some((one) => one.from < to && one.to > from)) continue;
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    // 是是非非, 和和气气: Chinese doubles both.
    if (word.length === 1 && after !== '' && after === text.charAt(to + 1)) continue;
    // Three in a row are somebody's excitement.
    if (text.startsWith(word, to) || text.endsWith(word, from)) continue;
    if ((before !== '' && neighbours.before.includes(before)) || (after !== '' && neighbours.after.includes(after)))
      continue;
    if (word.length === 1 && !/[\u3400-\u9fff]/.test(before + after)) continue;
    if (word === '了' && (!/[\u3400-\u9fff]/.test(before) || settles.test(text.slice(to, to + 12)))) continue;
    note(from, word);
  }
  return found.sort((a, b) => a.from - b.from);
}
