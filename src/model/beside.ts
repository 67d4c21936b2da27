/** What was put beside values, gone with them. */
interface Beside<K extends object, V> {
  /** `undefined`: nothing was put there. */
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** Makes the fields of whoever extends it fields of the object that it is given. */
class Given {
  constructor(key: object) {
    // biome-ignore lint/correctness/noConstructorReturn: it is what the class is for
    return key;
  }
}

/**
 * A place beside each value of a kind for something that is worked out of it: like a `WeakMap`, for values of which many
 * come and go, such as articles. The engine counts whatever an old weak map holds among what is alive until it collects
 * the whole heap, so that each article that was ever read would be copied twice before it is forgotten, with everything
 * that it leads to. What lies beside a value is seen by nobody else: copies do not have it, comparisons and JSON do not
 * look at it.
 */
export function beside<K extends object, V>(): Beside<K, V> {
  class Place extends Given {
    #value: V;

    constructor(key: K, value: V) {
      super(key);
      this.#value = value;
    }

    static get(key: K): V | undefined {
      return #value in key ? key.#value : undefined;
    }

    static set(key: K, value: V): void {
      if (#value in key) key.#value = value;
      else new Place(key, value);
    }
  }
  return Place;
}
