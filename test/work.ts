import assert from 'node:assert/strict';

/**
 * Milliseconds below which a run over 100,000 units says nothing about growth: one that squares the length takes far
 * longer. A text a third as long costs the same fault a ninth, so that shorter ones find it as well, and sooner.
 */
const TELLING = 100;
const telling = (length: number): number => TELLING * Math.min(1, (length / 100_000) ** 2);
/** How much longer the longer text is, and how many times as long it may take: between linear (4) and square (16). */
const LONGER = 4;
const MOST = 8;
/** A busy machine disturbs one measurement, not each of these. */
const TRIES = 8;

/**
 * Fails when reading a text takes time that grows with its square. No limit in milliseconds: a text is compared
 * with one four times as long, in processor time, which others on the machine hardly touch.
 *
 * @param name what is read, for the message
 * @param piece is repeated to a text of `length`, and to one of a quarter
 * @param length UTF-16 units
 */
export function assertGrowsEvenly(name: string, piece: string, length: number, read: (text: string) => void): void {
  const short = piece.repeat(Math.ceil(length / LONGER / piece.length));
  const long = short.repeat(LONGER);
  const once = workOf(() => read(long));
  if (once < telling(long.length)) return;
  // No run takes less than the shortest of a few, so what is even by one is even by those; most need no more.
  const least = shortest(() => read(short));
  let ratio = once / least;
  for (let tried = 0; tried < TRIES && ratio > MOST; tried++) {
    ratio = shortest(() => read(long)) / shortest(() => read(short));
  }
  assert.ok(
    ratio <= MOST,
    `${name} of ${JSON.stringify(piece)}: ${ratio.toFixed(1)} times as long for ${LONGER} times`,
  );
}

/** The shortest of a few runs, in milliseconds of the processor. */
function shortest(run: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => workOf(run)));
}

/** What a run costs this process, in milliseconds of the processor: others on the machine hardly touch it. */
export function workOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return workSince(before);
}

/** The same since `before`, for what is awaited; what other parts of this process do meanwhile is counted too. */
export function workSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of the processor: far more than anything takes, far less than what hangs. */
const HANGS = 10_000;

/**
 * Fails when a run takes so long that it might as well hang, each time that it is tried: a busy machine, or a program
 * that has yet to be compiled, takes one of them. `limit`: for a short text, milliseconds of the processor.
 */
export function assertEnds<T>(what: string, run: () => T, limit = HANGS): T {
  for (let left = 3; ; left--) {
    const before = process.cpuUsage();
    const result = run();
    if (left > 0 && workSince(before) >= limit) continue;
    assertEnded(what, before, limit);
    return result;
  }
}

/** The same for what was awaited since `before`. */
export function assertEnded(what: string, before: NodeJS.CpuUsage, limit = HANGS): void {
  const work = workSince(before);
  assert.ok(work < limit, `${what} took ${Math.round(work)} ms of the processor`);
}
