/** How often something was seen, and where: enough files to look at, never all of thousands. */
export interface Counted<V> {
  readonly value: V;
  readonly count: number;
  /** The first files in which it was seen, as paths from the archive's folder. */
  readonly files: readonly string[];
}

/** How many files are kept as examples. */
const mostFiles = 20;

/** Counts values as they are seen. */
export interface Tally<V> {
  add(value: V, file: string): void;
  count(value: V): number;
  /** All that was counted. */
  total(): number;
  /** The most frequent first; of equals the one that was seen first. */
  sorted(): readonly Counted<V>[];
}

/** A tally with nothing in it. */
export function tally<V extends string>(): Tally<V> {
  const seen = new Map<V, { count: number; files: string[] }>();
  let total = 0;
  return {
    add(value, file) {
      total++;
      const known = seen.get(value);
      if (known === undefined) {
        seen.set(value, { count: 1, files: [file] });
        return;
      }
      known.count++;
      if (known.files.length < mostFiles && known.files.at(-1) !== file) known.files.push(file);
    },
    count: (value) => seen.get(value)?.count ?? 0,
    total: () => total,
    sorted: () =>
      [...seen].map(([value, { count, files }]) => ({ value, count, files })).sort((a, b) => b.count - a.count),
  };
}

/** What nearly all do: a newsroom's rule, with a few that forgot it. */
export const nearlyAll = 0.95;

/** A share of a whole; none of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
