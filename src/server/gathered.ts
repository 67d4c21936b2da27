/** Things that come one by one, and are dealt with together. */
interface Gathered {
  add(thing: string): void;
}

/** @param quiet milliseconds in which nothing came, after which `deal` gets what did */
export function gathered(quiet: number, deal: (things: readonly string[]) => void): Gathered {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(thing) {
      waiting.add(thing);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const things = [...waiting];
        waiting.clear();
        deal(things);
      }, quiet);
    },
  };
}
