import type { Value } from '../model/front-matter/front-matter.ts';
import type { HouseCase } from './house-case.ts';
import type { HouseFault } from './house-fault.ts';
import type { KnownCheck } from './known-checks.ts';

/** What is known and noted while a house file is read. */
export interface FileNotes {
  /** Where values come from: a house's id, or the name of the newsroom's own file. */
  readonly origin: string;
  readonly checks: readonly KnownCheck[];
  /** Grows as faults are found. */
  readonly faults: HouseFault[];
  /** Grows as cases are read. */
  readonly cases: HouseCase[];
}

/** `off`, or `false`, which says the same. */
export function isOff(value: Value): boolean {
  return value.kind === 'scalar' && (value.value === 'off' || value.value === false);
}
