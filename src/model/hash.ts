/** What a hash begins with: integers of 32 bits, so that no step has to make one of a number of another kind. */
export const hashStart = [0xdeadbeef | 0, 0x41c6ce57] as const;

/** A hash of every character of a text: 53 bits, the same on every machine. */
export function hashOf(text: string): number {
  let one: number = hashStart[0];
  let two: number = hashStart[1];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = hashStep(one, unit);
    two = hashStep(two, unit, 1597334677);
  }
  return hashEnd(one, two);
}

/** One half of a hash, one unit on. */
export function hashStep(half: number, unit: number, factor = 2654435761): number {
  return Math.imul(half ^ unit, factor);
}

/** The hash that two halves make. */
export function hashEnd(one: number, two: number): number {
  const first = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  const second = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 4294967296 * (2097151 & second) + (first >>> 0);
}
