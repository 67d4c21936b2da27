import { readFileSync } from 'node:fs';
import { looksAlike } from '../../../src/checks/words/look-alikes.ts';
import { soundAlike, soundNearly } from '../../../src/model/pinyin.ts';
import type { Dictionary } from './dictionary.ts';
import { rows } from './wrong.ts';

/** How often the dictionary must have met an idiom (its kinds `i` and `z`) or a set phrase (`l`) to be sure of its form. */
const MET = { i: 4, l: 15 } as const;

/** How much rarer than its neighbour a form is that the dictionary holds by mistake. */
const FAR_RARER = 8;

/** How often both halves must be met to be words on their own. */
const COMMON_WORD = 100;

/** Tables of idioms, each a text. */
interface Idioms {
  /** Four lines: the first characters of all idioms, the second, the third, the fourth. */
  readonly idioms: string;
  /** For each idiom whether its halves are words: 1, the first; 2, the second; 3, both. */
  readonly halved: string;
  /** Words of two characters into which a slip may turn a half of an idiom. */
  readonly halves: string;
  /** What looks like an idiom gone wrong and is right. */
  readonly alike: string;
}

/** Words of a list that is kept by hand. */
function wordsOf(file: string): ReadonlySet<string> {
  return new Set(readFileSync(`src/checks/words/${file}`, 'utf8').split(/\s+/).filter(Boolean));
}

/** Forms that people have read and found right, beside what the dictionary says. */
export const bothRight = (): ReadonlySet<string> => wordsOf('both-right.txt');

/** Idioms of newspapers that the dictionary lacks, or has met too seldom. */
export const moreIdioms = (): ReadonlySet<string> => wordsOf('more-idioms.txt');

/** Words of four characters by what is left when one is taken away, with its place. */
type ByRest = ReadonlyMap<string, readonly string[]>;

function byRest(words: Iterable<string>): ByRest {
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (const rest of rests(word).filter(Boolean)) {
      const known = found.get(rest);
      if (known) known.push(word);
      else found.set(rest, [word]);
    }
  }
  return found;
}

const rests = (word: string): readonly string[] => [
  ...[0, 1, 2, 3].map((at) => `${word.slice(0, at)}＿${word.slice(at + 1)}`),
  // What is doubled is taken away as one: 风尘＿＿.
  word[0] === word[1] ? `＿＿${word.slice(2)}` : '',
  word[2] === word[3] ? `${word.slice(0, 2)}＿＿` : '',
];

/** The place of the character that the rest of that number lacks. */
const PLACES = [0, 1, 2, 3, 0, 2];

/** Whether two words differ in characters alone that look alike. */
const lookAlike = (one: string, other: string): boolean =>
  [...one].every((character, at) => character === other[at] || looksAlike(character, other.charAt(at)));

const isNear = (one: string, other: string): boolean => soundNearly(one, other) || looksAlike(one, other);

function neighbours(word: string, among: ByRest): readonly string[] {
  return rests(word).flatMap((rest, number) => {
    const at = PLACES[number] ?? 0;
    return (among.get(rest) ?? []).filter((other) => other !== word && isNear(other.charAt(at), word.charAt(at)));
  });
}

/** Forms of the dictionary that are wrong, each with the idiom that is meant: rare, and beside a far commoner one. */
export function distrusted(words: Dictionary): ReadonlyMap<string, string> {
  const four = [...words].filter(([word]) => /^[\u4e00-\u9fff]{4}$/.test(word));
  const common = byRest(
    four
      .filter(([, { kind, count }]) => (kind === 'i' && count >= MET.i) || (kind === 'l' && count >= 8))
      .map(([word]) => word),
  );
  const right = bothRight();
  const found = new Map<string, string>();
  for (const [word, { count }] of four) {
    if (right.has(word)) continue;
    const meant = neighbours(word, common).find(
      (other) =>
        (words.get(other)?.count ?? 0) >= FAR_RARER * count &&
        (soundAlike(other, word, true) || lookAlike(other, word)),
    );
    if (meant) found.set(word, meant);
  }
  return found;
}

/** Whether a phrase is put together of words that go with others as well: 控制软件, 微处理器. */
function isCompound(word: string, words: Dictionary): boolean {
  const isMet = (part: string): boolean => (words.get(part)?.count ?? 0) >= 20;
  return (isMet(word.slice(0, 2)) && isMet(word.slice(2))) || isMet(word.slice(0, 3)) || isMet(word.slice(1));
}

export function compiledIdioms(words: Dictionary): Idioms {
  const wrong = new Set(rows().map((row) => row.wrong));
  const preferred = new Set(
    rows()
      .filter(({ level, source }) => level === 'info' && (source === 'gf1001' || source === 'xiandai'))
      .map((row) => row.wrong),
  );
  const bad = distrusted(words);
  const right = bothRight();
  const isIdiom = (word: string, kind: string, count: number): boolean =>
    /^[\u4e00-\u9fff]{4}$/.test(word) &&
    (((kind === 'i' || kind === 'z') && count >= MET.i) ||
      (kind === 'l' && count >= MET.l && !isCompound(word, words)));
  const met = [...words].filter(([word, { kind, count }]) => isIdiom(word, kind, count)).map(([word]) => word);
  const idioms = [...new Set([...met, ...moreIdioms()])].filter((word) => !wrong.has(word) && !bad.has(word)).sort();
  const known = new Set(idioms);
  const among = byRest(idioms);
  const alike = [...new Set([...words.keys(), ...right, ...wrong])]
    .filter((word) => word.length === 4 && !known.has(word) && neighbours(word, among).length > 0)
    // Both forms are in the standards, which prefer the other: a house that wants to hear of it says so.
    .filter((word) => !bad.has(word) || preferred.has(word))
    .sort();
  const isCommon = (word: string): boolean => (words.get(word)?.count ?? 0) >= COMMON_WORD;
  return {
    idioms: [0, 1, 2, 3].map((at) => idioms.map((word) => word.charAt(at)).join('')).join('\n'),
    halved: idioms.map((word) => Number(isCommon(word.slice(0, 2))) + 2 * Number(isCommon(word.slice(2)))).join(''),
    halves: halvesOf(idioms, isCommon, words).join(''),
    alike: alike.join(''),
  };
}

/** Words that a half of an idiom becomes by one character that sounds nearly the same, while the other half is a word. */
function halvesOf(
  idioms: readonly string[],
  isCommon: (word: string) => boolean,
  words: Dictionary,
): readonly string[] {
  const byFirst = new Map<string, string[]>();
  const byLast = new Map<string, string[]>();
  for (const word of words.keys()) {
    if (word.length !== 2 || !isCommon(word)) continue;
    byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);
    byLast.set(word.charAt(1), [...(byLast.get(word.charAt(1)) ?? []), word]);
  }
  const found = new Set<string>();
  for (const idiom of idioms) {
    for (const [half, other] of [
      [idiom.slice(0, 2), idiom.slice(2)],
      [idiom.slice(2), idiom.slice(0, 2)],
    ]) {
      if (!half || !other || !isCommon(other)) continue;
      for (const word of byFirst.get(half.charAt(0)) ?? []) {
        if (word !== half && soundNearly(word.charAt(1), half.charAt(1))) found.add(word);
      }
      for (const word of byLast.get(half.charAt(1)) ?? []) {
        if (word !== half && soundNearly(word.charAt(0), half.charAt(0))) found.add(word);
      }
    }
  }
  return [...found].sort();
}
