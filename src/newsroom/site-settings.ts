import type { Entry } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';

const under = (entries: readonly Entry[], key: string): Entry | undefined =>
  entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase());

/** What a site's settings say under a key, whatever its case; `undefined` for nothing, and for what is no single value. */
export function textUnder(entries: readonly Entry[], key: string): string | undefined {
  const found = under(entries, key);
  return found && textOf(found.value);
}

/** What stands in a map under a key; nothing where there is no map. */
export function mapUnder(entries: readonly Entry[], key: string): readonly Entry[] {
  const value = under(entries, key)?.value;
  return value?.kind === 'map' ? value.entries : [];
}

/** The maps that stand in a list under a key. */
export function listUnder(entries: readonly Entry[], key: string): readonly (readonly Entry[])[] {
  const value = under(entries, key)?.value;
  return value?.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'map' ? [item.entries] : [])) : [];
}
