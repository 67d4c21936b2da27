import type { Dictionary } from './dictionary.ts';

/** A word must be met so often for two words that meet to be believed rather than one that is wrong. */
const OFTEN_ENOUGH = 50;

/** Characters that make a word with what follows them or comes before. */
export interface Neighbours {
  /** Those that stand before `part` when it ends a word: 补 before 偿. In the order of the code points. */
  before(part: string): string;
  /** Those that stand after `part` when it begins a word: 点 after 试. */
  after(part: string): string;
}

/** Looks words up by their last and first characters; parts are of one to three UTF-16 units. Words met less than `met` times, or longer, count for none. */
export function neighboursOf(words: Dictionary, met = OFTEN_ENOUGH, longest = 16): Neighbours {
  const befores = new Map<string, Set<string>>();
  const afters = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, part: string, character: string): void => {
    const known = into.get(part);
    if (known) known.add(character);
    else into.set(part, new Set(character));
  };
  for (const [word, { count }] of words) {
    if (count < met || word.length < 2 || word.length > longest || !/^[\u3400-\u9fff]+$/.test(word)) continue;
    for (let length = 1; length < Math.min(word.length, 4); length++) {
      note(befores, word.slice(-length), word.slice(-length - 1).charAt(0));
      note(afters, word.slice(0, length), word.charAt(length));
    }
  }
  const written = (characters: Set<string> | undefined): string => [...(characters ?? [])].sort().join('');
  return { before: (part) => written(befores.get(part)), after: (part) => written(afters.get(part)) };
}
