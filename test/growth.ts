import assert from 'node:assert/strict';

/** Milliseconds below which a run says nothing about growth: one that squares the length takes far longer. */
const TELLING = 100;
/** Twice the text may take this many times as long; what grows with its square takes four times. */
const MOST = 3;
/** A busy machine disturbs one measurement, not each of these. */
const TRIES = 6;

/**
 * Fails when reading a text takes time that grows with its square. No limit in milliseconds: a length is compared
 * with its double, again and again until one measurement was not disturbed.
 *
 * @param name what is read, for the message
 * @param piece is repeated to texts of `length` and twice `length`
 * @param length UTF-16 units
 */
export function assertGrowsEvenly(name: string, piece: string, length: number, read: (text: string) => void): void {
  const half = piece.repeat(Math.ceil(length / piece.length));
  const whole = half + half;
  if (timed(() => read(whole)) < TELLING) return;
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least > MOST; tried++) {
    least = Math.min(least, shortest(() => read(whole)) / shortest(() => read(half)));
  }
  assert.ok(
    least <= MOST,
    `${name} of ${JSON.stringify(piece)}: twice the text takes ${least.toFixed(1)} times as long`,
  );
}

/** The shortest of a few runs, in milliseconds: the others were disturbed. */
function shortest(run: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => timed(run)));
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
