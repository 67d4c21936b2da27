/** Anything that speaks of a text by offsets called `from` and `to` (and `at`). */
interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** Moves every `from`, `to` and `at` inside a value by `by`: a reading of a slice becomes a reading of the whole. */
export function shifted<T extends Offsets>(value: T, by: number): T {
  return by === 0 ? value : (moved(value, by) as T);
}

function moved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, by));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    out[key] =
      key === 'choices' && Array.isArray(inner)
        ? inner.map((each) => Number(each) + by)
        : (key === 'from' || key === 'to' || key === 'at' || key === 'open' || key === 'close') &&
            typeof inner === 'number'
          ? inner + by
          : moved(inner, by);
  }
  return out;
}
