/** Which characters wake which of many things to run, in one scan of a text however many there are. */
export interface Triggers {
  /** For each UTF-16 unit the number of its class: units that wake the same. 0: it wakes nothing. */
  readonly classOf: Uint8Array | Uint16Array;
  /** What each class wakes, numbers in ascending order. */
  readonly wakes: readonly (readonly number[])[];
  /** What must see every text, likewise. */
  readonly always: readonly number[];
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
  const numbers = new Map<string, number>();
  const wakes: (readonly number[])[] = [[]];
  const units = [...byUnit].map(([unit, woken]): readonly [number, number] => {
    const key = woken.join(' ');
    const known = numbers.get(key);
    if (known !== undefined) return [unit, known];
    numbers.set(key, wakes.length);
    wakes.push(woken);
    return [unit, wakes.length - 1];
  });
  const classOf = wakes.length <= 0x100 ? new Uint8Array(0x10000) : new Uint16Array(0x10000);
  for (const [unit, number] of units) classOf[unit] = number;
  const always = [...triggers.keys()].filter((index) => triggers[index] === undefined);
  return { classOf, wakes, always };
}

/** The numbers of what a text wakes, each once, in ascending order. Linear in the length of `text`. */
export function wokenBy({ classOf, wakes, always }: Triggers, text: string): readonly number[] {
  let found: Uint8Array | undefined;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const number = classOf[text.charCodeAt(i)] ?? 0;
    if (number === 0 || number === last) continue;
    last = number;
    found ??= new Uint8Array(wakes.length);
    found[number] = 1;
  }
  if (found === undefined) return always;
  const woken: boolean[] = [];
  for (const index of always) woken[index] = true;
  for (const [number, those] of wakes.entries())
    if (found[number] === 1) for (const index of those) woken[index] = true;
  const numbers: number[] = [];
  for (let index = 0; index < woken.length; index++) if (woken[index] === true) numbers.push(index);
  return numbers;
}
