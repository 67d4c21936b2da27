import type { Prose } from './prose.ts';

let works = 0;

/**
 * Works something out from the text of a prose alone, once for as long as the text is the same: it is kept under the
 * prose's identity, and goes with it. `work` must look at `text` and nothing else.
 */
export function keptByText<T extends object | string | number | boolean>(
  work: (text: string) => T,
): (prose: Prose) => T {
  const number = works++;
  return (prose) => {
    const { kept } = prose.identity;
    const known = kept[number];
    if (known !== undefined) return known as T;
    const value = work(prose.text);
    kept[number] = value;
    return value;
  };
}
