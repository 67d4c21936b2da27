import type { House } from '../../house/house.ts';
import type { Reading } from '../../reading/reading.ts';

/** Who is known by name: the newsroom's staff, and whomever the article signs. */
export function knownNames(house: House, reading: Reading): readonly string[] {
  return [...(house.staff ?? []), ...reading.people].map(({ name }) => name).filter((name) => name.length > 1);
}

/** Whether `[from, to)` of a text touches a name. Offsets are UTF-16 units. */
export function touchesName(names: readonly string[], text: string, from: number, to: number): boolean {
  return names.some((name) => {
    const at = text.indexOf(name, Math.max(0, from - name.length + 1));
    return at >= 0 && at < to;
  });
}
