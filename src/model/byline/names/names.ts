import type { Person, Problem } from '../byline.ts';
import { isHan, isLatin } from '../lexicon/fold.ts';
import * as words from '../lexicon/words.ts';
import { allHan, countChars } from './outlets.ts';

const compound = new Set(words.compoundSurnames);
const notNames = new Set(words.notNames);

/** Whether a folded word has the shape of a name: never by a list of surnames. */
export function isName(word: string): boolean {
  if (notNames.has(word) || '在把被让给这与及'.includes(word.charAt(0))) return false;
  // 王先生, 高远与: somebody who is not named, and the half of two.
  if ('生士姐志与及跟等'.includes(word.charAt(word.length - 1)) && half.test(word)) return false;
  if ('一两三几某'.includes(word.charAt(0)) && '个位名'.includes(word.charAt(1) || ' ')) return false;
  // 招聘启事, 提问环节: a word of a sentence and more.
  if (word.length >= 4 && notNames.has(word.slice(0, 2))) return false;
  if (word.includes('·')) return isDottedName(word);
  if (allHan(word)) {
    const n = countChars(word);
    for (const char of word) if (words.speechCharacters.includes(char)) return false;
    if (n <= 4) return true;
    return n <= 14 && (isForeign(word) || (n <= 9 && seams(word) !== undefined));
  }
  return isLatinName(word);
}

const half = /(?:先生|女士|小姐|同志|与|及|跟|等)$/;

function isDottedName(word: string): boolean {
  if (word.length > 30) return false;
  for (const part of word.split('·')) {
    if (part === '' || !(allHan(part) || isLatinName(part)) || countChars(part) > 10) return false;
  }
  return true;
}

function isLatinName(word: string): boolean {
  if (!isLatin(word.charCodeAt(0)) || word.length > 30) return false;
  for (let i = 1; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (!isLatin(unit) && !(unit >= 0x300 && unit <= 0x36f) && !"-'’.".includes(word.charAt(i))) return false;
  }
  return true;
}

/** Whether a folded word is written with the characters by which Chinese writes names of other languages. */
export function isForeign(word: string): boolean {
  for (const char of word) if (!words.foreignCharacters.includes(char)) return false;
  return true;
}

function surnameWeight(char: string): number {
  const rank = words.surnames.indexOf(char);
  if (char === '' || rank < 0) return -1;
  return 4 - 3 * (rank / words.surnames.length);
}

/**
 * Where names that are run together come apart: offsets of the second and later names, or `undefined` for a word
 * that is one name. A word is cut only where every piece begins with a common
 * surname; of two seams the one whose pieces look most like names is taken.
 */
export function seams(word: string): readonly number[] | undefined {
  const chars = [...word];
  const n = chars.length;
  if (n === 4) return twoPairs(chars) ? [chars.slice(0, 2).join('').length] : undefined;
  if (n < 5 || n > 12 || (isForeign(word) && surnameWeight(chars[0] ?? '') < 2)) return undefined;
  const best: { score: number; cut: number }[] = [{ score: 0, cut: 0 }];
  for (let end = 1; end <= n; end++) {
    best[end] = { score: -Infinity, cut: -1 };
    for (const length of [2, 3, 4]) {
      const cut = end - length;
      const before = best[cut];
      if (cut < 0 || !before || before.score === -Infinity) continue;
      const score = before.score + pieceScore(chars.slice(cut, end));
      if (score > (best[end]?.score ?? -Infinity)) best[end] = { score, cut };
    }
  }
  if ((best[n]?.score ?? -Infinity) === -Infinity) return undefined;
  const cuts: number[] = [];
  for (let end = best[n]?.cut ?? 0; end > 0; end = best[end]?.cut ?? 0)
    cuts.unshift(chars.slice(0, end).join('').length);
  return cuts;
}

/**
 * Four characters are one name (欧阳明月, 扎西次仁, 范徐丽泰) unless the evidence is for two of two characters: surnames
 * first and third, no common one second, and a character of given names second or fourth or neither surname rare.
 */
function twoPairs([a = '', b = '', c = '', d = '']: readonly string[]): boolean {
  if (compound.has(a + b) || isForeign(a + b + c + d)) return false;
  const rank = (char: string) => {
    const at = words.surnames.indexOf(char);
    return at < 0 ? Infinity : at;
  };
  const given = (char: string) => words.givenCharacters.includes(char);
  if (rank(b) < 60) return false;
  // A rarer surname third wants more evidence: 高桥美明 is one name.
  if (rank(a) < 265 && rank(c) < (given(b) && given(d) ? 265 : 90) && (given(b) || given(d))) return true;
  // 程慎温故: two surnames that are not rare, and nothing that a surname of two characters or another language has.
  return rank(a) < 155 && rank(c) < 155 && rank(d) >= 60 && Math.min(rank(a), rank(c)) < 115;
}

/** Whether a folded word on its own, with nothing beside it that says so, is likely a person: it begins with a surname. */
export function looksPersonal(word: string): boolean {
  if (!isName(word)) return false;
  if (word.includes('·')) return word.split('·').every((part) => countChars(part) <= 4);
  if (!allHan(word)) return false;
  const n = countChars(word);
  return compound.has(word.slice(0, 2)) ? n >= 3 && n <= 4 : n >= 2 && n <= 3 && surnameWeight(word.charAt(0)) >= 0;
}

function pieceScore(chars: readonly string[]): number {
  const double = compound.has(chars.slice(0, 2).join(''));
  const given = chars.slice(double ? 2 : 1);
  if (given.length === 0 || given.length > 2 || given.some((char) => '与及跟'.includes(char))) return -Infinity;
  const weight = double ? 4 : surnameWeight(chars[0] ?? '');
  if (weight < 0) return -Infinity;
  let score = weight;
  for (const char of given) score += words.givenCharacters.includes(char) ? 1.5 : 0;
  return score + (given.length === 2 ? 0.2 : 0);
}

/** A stretch that stands where a name is expected; offsets into the text that is read. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Names out of words that follow each other in one group. Letter-spaced names are put together, foreign names with
 * spaces kept whole, names that are run together taken apart. `s` is the folded text, `text` the same as written.
 */
export function namesOf(
  text: string,
  s: string,
  spans: readonly Span[],
  role: string | undefined,
  problems: Problem[],
): Person[] {
  const people: Person[] = [];
  const person = (from: number, to: number) => {
    const written = text.slice(from, to);
    const latin = isLatin(s.charCodeAt(from)) && s.slice(from, to).includes(' ');
    people.push({ text: written, from, to, name: latin ? written : written.replace(/\s+/g, ''), role });
  };
  const spaced = (a: Span, b: Span | undefined) =>
    b !== undefined && s.slice(a.to, b.from).trim() === '' && b.from > a.to;
  let i = 0;
  while (i < spans.length) {
    const first = spans[i];
    if (!first) break;
    let last = first;
    let next = spans[i + 1];
    const word = s.slice(first.from, first.to);
    const single = countChars(word) === 1 && isHan(s.charCodeAt(first.from));
    if (single) {
      // A run of single characters is letter-spaced names: a wider space, or every second one, parts them.
      const run = singlesFrom(s, spans, i);
      if (run.length > 1) {
        const sizes = partSingles(s, run);
        let k = 0;
        for (const size of sizes) {
          const from = run[k]?.from ?? first.from;
          const to = run[k + size - 1]?.to ?? first.to;
          person(from, to);
          if (size > 2) problems.push({ code: 'spaced-name', from, to });
          k += size;
        }
        i += run.length;
        continue;
      }
      // 张 胜男: one character and the rest of the name.
      if (
        next &&
        spaced(first, next) &&
        countChars(s.slice(next.from, next.to)) <= 2 &&
        allHan(s.slice(next.from, next.to)) &&
        s.slice(first.to, next.from).length === 1 &&
        (!spaced(next, spans[i + 2]) || opensName(s, spans[i + 2]))
      ) {
        person(first.from, next.to);
        problems.push({ code: 'spaced-name', from: first.from, to: next.to });
        i += 2;
        continue;
      }
    } else if (isLatinName(word)) {
      while (next && spaced(last, next) && isLatinName(s.slice(next.from, next.to)) && next.from - last.to === 1) {
        last = next;
        i++;
        next = spans[i + 1];
      }
    } else if (next && spaced(first, next)) {
      const second = s.slice(next.from, next.to);
      // 上官 云: a compound surname and one character. 马克· 托纳: the parts of one name.
      if (compound.has(word) && countChars(second) === 1) {
        last = next;
        i++;
      }
      while (next && (s.slice(last.from, last.to).endsWith('·') || s.slice(next.from, next.to).startsWith('·'))) {
        problems.push({ code: 'stray-space', from: last.to, to: next.from });
        last = next;
        i++;
        next = spans[i + 1];
      }
    }
    const whole = s.slice(first.from, last.to);
    const cuts = first === last && allHan(whole) ? seams(whole) : undefined;
    if (cuts) {
      const edges = [0, ...cuts, whole.length];
      for (let k = 0; k + 1 < edges.length; k++) person(first.from + (edges[k] ?? 0), first.from + (edges[k + 1] ?? 0));
      problems.push({ code: 'glued-names', from: first.from, to: last.to });
    } else {
      person(first.from, last.to);
    }
    i++;
  }
  return people;
}

/** 林 知远 江 岸: another surname, alone. */
function opensName(s: string, span: Span | undefined): boolean {
  const word = span ? s.slice(span.from, span.to) : '';
  return countChars(word) === 1 && surnameWeight(word) >= 0;
}

function singlesFrom(s: string, spans: readonly Span[], start: number): Span[] {
  const run: Span[] = [];
  for (let i = start; i < spans.length; i++) {
    const span = spans[i];
    if (!span || countChars(s.slice(span.from, span.to)) !== 1 || !isHan(s.charCodeAt(span.from))) break;
    const before = run[run.length - 1];
    if (before && s.slice(before.to, span.from).trim() !== '') break;
    run.push(span);
  }
  return run;
}

/** How many single characters make up each name of a run. */
function partSingles(s: string, run: readonly Span[]): number[] {
  const gaps = run.slice(1).map((span, k) => s.slice(run[k]?.to ?? 0, span.from).length);
  const wide = Math.max(...gaps);
  const narrow = Math.min(...gaps);
  if (wide > narrow && run.length > 3) {
    const sizes: number[] = [];
    let size = 1;
    for (const gap of gaps) {
      if (gap === wide) {
        sizes.push(size);
        size = 1;
      } else size++;
    }
    sizes.push(size);
    if (sizes.every((n) => n === 2 || n === 3)) return sizes;
  }
  const sizes: number[] = [];
  let left = run.length;
  while (left > 3) {
    sizes.push(2);
    left -= 2;
  }
  sizes.push(left);
  return sizes;
}
