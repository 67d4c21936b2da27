import type { Ordinal, OrdinalKind } from './ordinals.ts';
import { levels } from './ordinals.ts';

/** What is wrong with a number among those before it. */
export interface OrdinalFault {
  readonly fault: 'gap' | 'repeat' | 'order' | 'mixed' | 'level';
  /** What the number should be. */
  readonly expected?: number;
  /** For `mixed` the mark, for `level` the number, of what came before. */
  readonly before?: Ordinal;
}

interface Run {
  readonly kind: OrdinalKind;
  /** The level of the heading that carries it; 0 for paragraphs. */
  readonly level: number;
  readonly first: Ordinal;
  readonly seen: Set<number>;
  last: number;
}

/** A number that is further from the one before than this counts something else. */
const FARTHEST = 5;

/**
 * Follows the numbers of a text through its levels. Every run begins with one; it ends where a level above it goes on,
 * and a run that begins anew is a new one.
 */
export class NumberingRuns {
  readonly #open: Run[] = [];

  /** A heading without a number ends what is numbered below it. */
  heading(level: number): void {
    this.#endWhere((run) => run.level === 0 || run.level > level);
  }

  /** The next number; `alsoIn` is the highest of its kind further on in the same paragraph. */
  next(ordinal: Ordinal, level: number, alsoIn = 0): OrdinalFault | undefined {
    if (level > 0) this.#endWhere((run) => run.level === 0 || run.level > level);
    const index = this.#open.findIndex((run) => run.kind === ordinal.kind && run.level === level);
    const run = this.#open[index];
    if (run === undefined || ordinal.value === 1) {
      const above = this.#open.at(-1);
      if (index >= 0) this.#open.length = index;
      const fault = run === undefined ? levelFault(ordinal, above) : undefined;
      if (ordinal.value === 1) this.#begin(ordinal, level, alsoIn);
      return fault;
    }
    this.#open.length = index + 1;
    const fault = faultIn(run, ordinal);
    run.seen.add(ordinal.value);
    run.last = Math.max(run.last, ordinal.value, alsoIn);
    return fault;
  }

  /** What may be the next of an open list (`7.1至7月…`), or a figure. */
  perhaps(kind: OrdinalKind, value: number, level: number): void {
    const run = this.#open.find((open) => open.kind === kind && open.level === level);
    if (run?.last === value - 1) run.last = value;
  }

  #begin(ordinal: Ordinal, level: number, alsoIn: number): void {
    const last = Math.max(ordinal.value, alsoIn);
    this.#open.push({ kind: ordinal.kind, level, first: ordinal, seen: new Set([ordinal.value]), last });
  }

  #endWhere(ends: (run: Run) => boolean): void {
    const at = this.#open.findIndex(ends);
    if (at >= 0) this.#open.length = at;
  }
}

function faultIn({ first, seen, last }: Run, ordinal: Ordinal): OrdinalFault | undefined {
  const { value, mark } = ordinal;
  if (seen.has(value)) return { fault: 'repeat', expected: last + 1 };
  if (value < last) return { fault: 'order', expected: last + 1 };
  if (value > last + 1) return value - last > FARTHEST ? undefined : { fault: 'gap', expected: last + 1 };
  return mark === first.mark ? undefined : { fault: 'mixed', before: first };
}

/** 一、 below 1. turns the levels round. */
function levelFault(ordinal: Ordinal, above: Run | undefined): OrdinalFault | undefined {
  if (above === undefined || ordinal.value !== 1 || above.last < 1) return undefined;
  const [own, outer] = [levels.indexOf(ordinal.kind), levels.indexOf(above.kind)];
  return own >= 0 && outer > own ? { fault: 'level', before: above.first } : undefined;
}
