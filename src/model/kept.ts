import { isChinese } from './characters.ts';
import type { Prose } from './prose.ts';

let works = 0;

/**
 * Works something out from the text of a prose alone, once for as long as the text is the same: it is kept under the
 * prose's identity, and goes with it. `work` must look at `text` and nothing else; `prose` is for asking what else is kept
 * of it.
 */
export function keptByText<T extends object | string | number | boolean>(
  work: (text: string, prose: Prose) => T,
): (prose: Prose) => T {
  const number = works++;
  return (prose) => {
    const { kept } = prose.identity;
    const known = kept[number];
    if (known !== undefined) return known as T;
    const value = work(prose.text, prose);
    kept[number] = value;
    return value;
  };
}

/** {@link keptByText} for work that needs something else besides, which is the same from text to text: the last one counts. */
export function keptWith<K extends object, T>(work: (text: string, other: K) => T): (prose: Prose, other: K) => T {
  const number = works++;
  return (prose, other) => {
    const { kept } = prose.identity;
    const known = kept[number] as { readonly other: K; readonly value: T } | undefined;
    if (known?.other === other) return known.value;
    const value = work(prose.text, other);
    kept[number] = { other, value };
    return value;
  };
}

/** As many questions as a number has bits. */
const MOST_QUESTIONS = 31;
let questions = 0;

/**
 * Asks something of the text of a prose, once for as long as the text is the same. The answer is a bit beside others:
 * checks that look at all of an article go over its passages at each key, and nearly all have nothing for any of them.
 * `ask` must look at `text` and nothing else. Throws at the thirty-second question.
 */
export function askedOfText(ask: (text: string, prose: Prose) => boolean): (prose: Prose) => boolean {
  if (questions === MOST_QUESTIONS) throw new Error('more questions than bits');
  const bit = 1 << questions++;
  return (prose) => {
    const { identity } = prose;
    if ((identity.asked & bit) === 0) {
      const told = ask(prose.text, prose);
      identity.asked |= bit;
      if (told) identity.told |= bit;
    }
    return (identity.told & bit) !== 0;
  };
}

/** {@link isChinese} of a prose, which many ask one after the other. */
export const isChineseProse = askedOfText((text) => isChinese(text));
