/**
 * Numbers by keys of 53 bits, in two pieces of memory: a map of V8 takes four times as much, and an archive has a
 * million keys.
 */
interface NumberTable {
  /** What stands under a key; 0 where nothing does. */
  get(key: number): number;
  /** @param value any number of 32 bits but 0 */
  set(key: number, value: number): void;
  delete(key: number): void;
}

/** How many it has room for at first: a power of two. */
const least = 64;

/** Open addressing: a key stands at the place that its lower bits say, or at the next free one. */
export function numberTable(): NumberTable {
  let keys = new Float64Array(least);
  let values = new Int32Array(least);
  let count = 0;

  /** Where a key stands, or would stand. Keys are hashes: their lower bits scatter. */
  function placeOf(key: number): number {
    const last = keys.length - 1;
    let place = key & last;
    while (values[place] !== 0 && keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  function put(key: number, value: number): void {
    const place = placeOf(key);
    keys[place] = key;
    values[place] = value;
  }

  function grow(): void {
    const [before, said] = [keys, values];
    keys = new Float64Array(before.length * 2);
    values = new Int32Array(before.length * 2);
    for (let place = 0; place < before.length; place++) {
      const value = said[place] ?? 0;
      if (value !== 0) put(before[place] ?? 0, value);
    }
  }

  return {
    get: (key) => values[placeOf(key)] ?? 0,
    set(key, value) {
      if (values[placeOf(key)] === 0 && ++count * 4 > keys.length * 3) grow();
      put(key, value);
    },
    delete(key) {
      const last = keys.length - 1;
      let free = placeOf(key);
      if (values[free] === 0) return;
      count--;
      // Whatever stands behind it and could not be found past a gap moves up.
      for (let place = (free + 1) & last; values[place] !== 0; place = (place + 1) & last) {
        const wanted = (keys[place] ?? 0) & last;
        if (((place - wanted) & last) < ((place - free) & last)) continue;
        keys[free] = keys[place] ?? 0;
        values[free] = values[place] ?? 0;
        free = place;
      }
      values[free] = 0;
    },
  };
}
