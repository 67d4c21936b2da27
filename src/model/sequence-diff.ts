import { diffArrays } from 'diff';

/** So many elements in a row that are in both, in the later one alone, or in the earlier one alone. */
interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly count: number;
}

/**
 * More differences than this are not weighed one against the other: what that takes grows with their square, and an
 * article that was rewritten from end to end would take minutes.
 */
const mostWeighed = 600;

/**
 * How one sequence became another, with as few differences as can be; what was removed stands before what was added in
 * its place. Where there are very many, sequences are first cut where something stands that each has once, and what has
 * nothing of the kind is removed and added as a whole.
 */
export function diffSequences(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  const out: { kind: Stretch['kind']; count: number }[] = [];
  const add = (kind: Stretch['kind'], count: number): void => {
    const last = out.at(-1);
    if (count === 0) return;
    if (last?.kind === kind) last.count += count;
    else out.push({ kind, count });
  };
  between(before, after, add);
  return out;
}

function between(
  before: readonly string[],
  after: readonly string[],
  add: (kind: Stretch['kind'], count: number) => void,
): void {
  const weighed = diffArrays([...before], [...after], { maxEditLength: mostWeighed });
  if (weighed !== undefined) {
    for (const { added, removed, count = 0 } of weighed) add(added ? 'added' : removed ? 'removed' : 'same', count);
    return;
  }
  let [old, now] = [0, 0];
  const anchors = anchorsOf(before, after);
  for (const [atOld, atNow] of anchors) {
    between(before.slice(old, atOld), after.slice(now, atNow), add);
    add('same', 1);
    [old, now] = [atOld + 1, atNow + 1];
  }
  if (anchors.length > 0) between(before.slice(old), after.slice(now), add);
  else {
    add('removed', before.length);
    add('added', after.length);
  }
}

/** Places of what each of two sequences has once, as many as stand in the same order in both. */
function anchorsOf(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const [old, now] = [placesOfSingles(before), placesOfSingles(after)];
  const common = [...old].flatMap(([text, at]) => {
    const there = now.get(text);
    return there === undefined || at < 0 || there < 0 ? [] : [[at, there] as const];
  });
  // The longest rising row of places, by the heaps of patience: the last of each, and the one before it.
  const tops: number[] = [];
  const under = new Map<number, number | undefined>();
  for (const [index, [, at]] of common.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((common[tops[middle] ?? 0]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    under.set(index, tops[low - 1]);
    tops[low] = index;
  }
  const row: (readonly [number, number])[] = [];
  for (let index = tops.at(-1); index !== undefined; index = under.get(index)) {
    const pair = common[index];
    if (pair) row.push(pair);
  }
  return row.reverse();
}

/** Where each element stands, in their order; -1 for one that stands more than once. */
function placesOfSingles(all: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, text] of all.entries()) places.set(text, places.has(text) ? -1 : at);
  return places;
}
