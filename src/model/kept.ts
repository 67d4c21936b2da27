import type { Prose } from './prose.ts';

/** By identity what is kept of it, by the number of the work: one weak table, which costs the collector less than many. */
const kept = new WeakMap<object, unknown[]>();
let works = 0;

/**
 * Works something out from the text of a prose alone, once for as long as the text is the same: it is kept, weakly,
 * under the prose's identity. `work` must look at `text` and nothing else.
 */
export function keptByText<T extends object | string | number | boolean>(
  work: (text: string) => T,
): (prose: Prose) => T {
  const number = works++;
  return (prose) => {
    let values = kept.get(prose.identity);
    if (values === undefined) {
      values = [];
      kept.set(prose.identity, values);
    }
    const known = values[number];
    if (known !== undefined) return known as T;
    const value = work(prose.text);
    values[number] = value;
    return value;
  };
}
