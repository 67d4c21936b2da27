import type { Value } from '../../src/model/front-matter/front-matter.ts';

/** A value of the front matter as a program has it: text, numbers, lists and records. */
export function plain(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(plain);
  if (value.kind === 'map') return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
  return value.kind === 'scalar' ? value.value : null;
}
