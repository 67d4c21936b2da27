import { titles, works } from '../roles.ts';
import * as words from './words.ts';

type Index = ReadonlyMap<string, readonly string[]>;

/** Words by first character, longest first: a lookup costs what the longest word costs, never more. */
function index(list: readonly string[]): Index {
  const out = new Map<string, string[]>();
  for (const word of new Set(list)) {
    const first = word.charAt(0);
    const bucket = out.get(first);
    if (bucket) bucket.push(word);
    else out.set(first, [word]);
  }
  for (const bucket of out.values()) bucket.sort((a, b) => b.length - a.length);
  return out;
}

const titleIndex = index(titles);
const workIndex = index(works.filter((word) => word.length > 1));
/** Words that may stand before a title, by first character. */
export const modifierIndex = index(words.modifiers);
// 报导 is how Taiwan writes 报道.
const tailIndex = index(words.tails.flatMap((tail) => [tail, tail.replace('报道', '报导')]));
const verbIndex = index(words.verbs);
const titleStopIndex = index(words.titleStops);

function longest(entries: Index, s: string, i: number, to: number): number {
  for (const word of entries.get(s.charAt(i)) ?? []) {
    if (i + word.length <= to && s.startsWith(word, i)) return word.length;
  }
  return 0;
}

/** Length of a verb of a dateline (讯, 电, 消息) at `i`, or 0. */
export function verbAt(s: string, i: number, to: number): number {
  return longest(verbIndex, s, i, to);
}

/** A title with its modifiers at `i` (特约 + 记者): its length, or 0. */
export function titleAt(s: string, i: number, to: number, depth = 5): number {
  let best = longest(titleIndex, s, i, to);
  if (best > 0) {
    const stop = longest(titleStopIndex, s, i + best, to);
    // 作者单位, 编辑部, 答记者问: the title is part of another word. A colon, a space or a name may follow.
    if (stop > 0 && !nameMayStart(s, i + best, stop, to)) best = 0;
  }
  if (depth > 0) {
    for (const modifier of modifierIndex.get(s.charAt(i)) ?? []) {
      if (!s.startsWith(modifier, i)) continue;
      const rest = titleAt(s, i + modifier.length, to, depth - 1);
      if (rest > 0) best = Math.max(best, modifier.length + rest);
    }
  }
  return best;
}

/** 从 and 网 begin words after 记者 but 林, 家, 连, 处 may begin names; a stop of one character that is a surname is none. */
function nameMayStart(s: string, i: number, length: number, to: number): boolean {
  if (length > 1) return false;
  const surname = words.surnames.includes(s.charAt(i));
  if (!surname) return false;
  let end = i;
  while (end < to && /[\p{Script=Han}]/u.test(s.charAt(end)) && end - i < 5) end++;
  return end - i >= 2 && end - i <= 4;
}

/** A work (采写, 摄影) of two characters or more at `i`, modifiers included: its length, or 0. */
export function workAt(s: string, i: number, to: number, depth = 2): number {
  let best = longest(workIndex, s, i, to);
  if (depth > 0) {
    for (const modifier of modifierIndex.get(s.charAt(i)) ?? []) {
      if (!s.startsWith(modifier, i)) continue;
      const rest = workAt(s, i + modifier.length, to, depth - 1);
      if (rest > 0) best = Math.max(best, modifier.length + rest);
    }
  }
  return best;
}

/** What may follow a tail: the end, a space, a mark, never another character of the same word. */
export function closesWord(s: string, i: number, to: number): boolean {
  return i >= to || ' ,;:、/|()[]【】。.!?&□■'.includes(s.charAt(i));
}

/** Length of a tail (摄影报道) at `i` that nothing of the same word follows, or 0. */
export function tailAt(s: string, i: number, to: number): number {
  for (const word of tailIndex.get(s.charAt(i)) ?? []) {
    if (i + word.length <= to && s.startsWith(word, i) && closesWord(s, i + word.length, to)) return word.length;
  }
  return 0;
}
