/** A set of UTF-16 units, a bit each: 8 KB, which stay near the processor while a text is looked through. */
export type UnitSet = Int32Array;

export function unitSet(): UnitSet {
  return new Int32Array(0x10000 >> 5);
}

export function addUnit(set: UnitSet, unit: number): void {
  set[unit >> 5] = (set[unit >> 5] ?? 0) | (1 << (unit & 31));
}

/** Adds the units from one to another, both included. */
export function addUnits(set: UnitSet, from: number, to: number): void {
  let unit = from;
  while (unit <= to && (unit & 31) !== 0) addUnit(set, unit++);
  const whole = (to + 1) & ~31;
  if (unit < whole) set.fill(-1, unit >> 5, whole >> 5);
  for (unit = Math.max(unit, whole); unit <= to; unit++) addUnit(set, unit);
}

/** Adds of eight units, the first of which is a multiple of that, those whose bit is 1; the lowest bit is the first. */
export function addByte(set: UnitSet, unit: number, bits: number): void {
  set[unit >> 5] = (set[unit >> 5] ?? 0) | (bits << (unit & 24));
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
