import type { Prose } from './prose.ts';

/**
 * Works something out from the text of a prose alone, once for as long as the text is the same: it is kept, weakly,
 * under the prose's identity. `work` must look at `text` and nothing else.
 */
export function keptByText<T>(work: (text: string) => T): (prose: Prose) => T {
  const kept = new WeakMap<object, { readonly value: T }>();
  return (prose) => {
    const known = kept.get(prose.identity);
    if (known !== undefined) return known.value;
    const value = work(prose.text);
    kept.set(prose.identity, { value });
    return value;
  };
}
