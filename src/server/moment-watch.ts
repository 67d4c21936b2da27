/** Has articles looked at again when a moment comes at which something else is so of them, though nobody writes. */
interface MomentWatch {
  /** What comes of an article, in milliseconds since the epoch; what was noted of it before is forgotten. */
  note(uri: string, moments: readonly number[]): void;
}

/** The clock is looked at so often, milliseconds: a timer does not count how long a machine has slept. */
const longest = 60_000;

/** No two looks for one reason: a clock may be a little behind a timer. Milliseconds. */
const late = 20;

/**
 * @param now the clock by which articles are judged, milliseconds since the epoch
 * @param come is given the articles of which a moment has come
 */
export function momentWatch(now: () => number, come: (uri: string) => void): MomentWatch {
  /** By article, the next moment. */
  const next = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitsFor = Number.POSITIVE_INFINITY;

  function wait(): void {
    clearTimeout(timer);
    waitsFor = Math.min(Number.POSITIVE_INFINITY, ...next.values());
    if (waitsFor === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(look, Math.min(longest, Math.max(0, waitsFor - now()) + late));
    // Nobody stays for it alone.
    if (typeof timer === 'object') timer.unref();
  }

  function look(): void {
    const moment = now();
    for (const [uri, at] of next) {
      if (at > moment) continue;
      next.delete(uri);
      come(uri);
    }
    wait();
  }

  return {
    note(uri, moments) {
      const moment = now();
      const ahead = moments.filter((one) => one > moment);
      const known = next.get(uri);
      const first = Math.min(...ahead);
      if (ahead.length === 0) next.delete(uri);
      else next.set(uri, first);
      if (known === waitsFor || first < waitsFor) wait();
    },
  };
}
