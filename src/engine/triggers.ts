import { addUnit, hasUnit, type UnitSet, unitSet } from '../model/unit-set.ts';

/** Which characters wake which of many things to run, in one scan of a text however many there are. */
export interface Triggers {
  /** The units that wake anything. */
  readonly units: UnitSet;
  /** For each UTF-16 unit the number of its class: units that wake the same. 0: it wakes nothing. */
  readonly classOf: Uint8Array | Uint16Array;
  /** How many numbers of 32 bits hold a bit for each thing to run. */
  readonly words: number;
  /** What each class wakes, `words` numbers of it a class. Class 0 stands for what must see every text. */
  readonly wakes: Int32Array;
}

/**
 * The table of triggers.
 *
 * @param triggers for each thing to run, by its number, the characters without one of which it has nothing to find;
 *   `undefined`: it must see every text
 */
export function triggersOf(triggers: readonly (string | undefined)[]): Triggers {
  const byUnit = new Map<number, number[]>();
  for (const [index, characters] of triggers.entries()) {
    for (let i = 0; characters !== undefined && i < characters.length; i++) {
      const unit = characters.charCodeAt(i);
      const woken = byUnit.get(unit);
      if (woken === undefined) byUnit.set(unit, [index]);
      else if (woken[woken.length - 1] !== index) woken.push(index);
    }
  }
  const words = (triggers.length + 31) >> 5;
  const numbers = new Map<string, number>();
  const classes: (readonly number[])[] = [[...triggers.keys()].filter((index) => triggers[index] === undefined)];
  const units = unitSet();
  const numbered = [...byUnit].map(([unit, woken]): readonly [number, number] => {
    addUnit(units, unit);
    const key = woken.join(' ');
    const number = numbers.get(key) ?? classes.push(woken) - 1;
    numbers.set(key, number);
    return [unit, number];
  });
  const classOf = classes.length <= 0x100 ? new Uint8Array(0x10000) : new Uint16Array(0x10000);
  for (const [unit, number] of numbered) classOf[unit] = number;
  const wakes = new Int32Array(classes.length * words);
  for (const [number, woken] of classes.entries()) {
    for (const index of woken) {
      const at = number * words + (index >> 5);
      wakes[at] = (wakes[at] ?? 0) | (1 << (index & 31));
    }
  }
  return { units, classOf, words, wakes };
}

/** The numbers of what a text wakes, each once, in ascending order. Linear in the length of `text`. */
export function wokenBy({ units, classOf, words, wakes }: Triggers, text: string): readonly number[] {
  const woken = wakes.slice(0, words);
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!hasUnit(units, unit)) continue;
    const number = classOf[unit] ?? 0;
    if (number === last) continue;
    last = number;
    for (let word = 0; word < words; word++) woken[word] = (woken[word] ?? 0) | (wakes[number * words + word] ?? 0);
  }
  const numbers: number[] = [];
  for (let word = 0; word < words; word++) {
    // The lowest bit that is set, then the next.
    for (let bits = woken[word] ?? 0; bits !== 0; bits &= bits - 1)
      numbers.push(word * 32 + 31 - Math.clz32(bits & -bits));
  }
  return numbers;
}
