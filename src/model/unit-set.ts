/** A set of UTF-16 units, a bit each: 8 KB, which stay near the processor while a text is looked through. */
export type UnitSet = Int32Array;

export function unitSet(): UnitSet {
  return new Int32Array(0x10000 >> 5);
}

export function addUnit(set: UnitSet, unit: number): void {
  set[unit >> 5] = (set[unit >> 5] ?? 0) | (1 << (unit & 31));
}

/** Whether the set holds a unit: told before whatever else there is to know of it, since most texts hold few. */
export function hasUnit(set: UnitSet, unit: number): boolean {
  return ((set[unit >> 5] ?? 0) & (1 << (unit & 31))) !== 0;
}

/** The set of the units of a text. */
export function unitsOf(text: string): UnitSet {
  const set = unitSet();
  for (let i = 0; i < text.length; i++) addUnit(set, text.charCodeAt(i));
  return set;
}
