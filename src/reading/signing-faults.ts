import type { House, SignStep } from '../house/house.ts';
import { colleagueNamed, wasActive } from '../house/staff.ts';
import { clockIn } from '../model/written-date.ts';
import {
  apartFrom,
  isSamePerson,
  type LetThrough,
  maySign,
  type Signoffs,
  signersOfStep,
  type Turn,
  turnsOf,
} from './signoffs.ts';

/**
 * Why somebody may not sign a step: it is for others, they are not on the staff on that day, they signed one that must be
 * another's, an earlier one is not signed.
 */
type SigningFault =
  | { readonly kind: 'not-theirs' }
  /** The bounds of the staff list as written; `…` for none. */
  | { readonly kind: 'not-active'; readonly from: string; readonly to: string }
  | { readonly kind: 'one-person' | 'order'; readonly other: SignStep };

/**
 * Why a signature of somebody under a step would not do; nothing where it would.
 *
 * @param before what was on record before it
 * @param day on which it is signed, such as `2026-06-18`; `undefined` where nobody knows
 */
export function signingFaults(
  house: House,
  step: SignStep,
  name: string,
  before: Signoffs,
  day: string | undefined,
): readonly SigningFault[] {
  const apart = apartFrom(house, step);
  const both = before.signatures.find(
    (one) => apart.some(({ id }) => id === one.step?.id) && isSamePerson(house, one.name, name),
  )?.step;
  const { from = '…', to = '…' } = colleagueNamed(house.staff ?? [], name) ?? {};
  const isActive = day === undefined || isOnStaff(house, name, day);
  const { steps } = house.signoff;
  const earlier = steps.slice(0, steps.indexOf(step));
  const skipped = earlier.find((one) => signersOfStep(house, before, one).length < one.count);
  return [
    ...(maySign(house, step, name) === false ? [{ kind: 'not-theirs' as const }] : []),
    ...(isActive ? [] : [{ kind: 'not-active' as const, from, to }]),
    ...(both ? [{ kind: 'one-person' as const, other: both }] : []),
    ...(skipped ? [{ kind: 'order' as const, other: skipped }] : []),
  ];
}

/** Why it does not count that somebody let an article through. */
export type PassFault = 'closed' | 'no-reason' | 'no-text' | 'not-active';

/**
 * Why it does not count that somebody let an article through: the house lets nothing through, there is no reason or
 * no text on record, or whoever it was is not on the staff at that time. `undefined` where it counts.
 *
 * @param moment milliseconds since the epoch; `undefined` where nobody knows when
 */
export function passFault(
  house: House,
  { name, reason, text }: Pick<LetThrough, 'name' | 'reason' | 'text'>,
  moment: number | undefined,
): PassFault | undefined {
  if (!house.gate.override) return 'closed';
  if (reason.trim() === '') return 'no-reason';
  if (text === undefined || text === '') return 'no-text';
  return moment === undefined || isOnStaff(house, name, todayIn(moment, house)) ? undefined : 'not-active';
}

/** Whether the staff list has nothing against it that somebody works here on a day. */
function isOnStaff({ staff = [] }: House, name: string, day: string): boolean {
  const colleague = colleagueNamed(staff, name);
  return colleague === undefined || wasActive(colleague, day);
}

/** The day that it is where a newsroom is. @param now milliseconds since the epoch */
export function todayIn(now: number, { timeZone }: House): string {
  return clockIn(now, timeZone).slice(0, 10);
}

/** The turn that somebody may take now; `undefined` where none of those that there are is theirs. */
export function turnFor(
  reading: Parameters<typeof turnsOf>[0],
  signoffs: Signoffs,
  name: string,
  day: string,
  file?: string,
): Turn | undefined {
  return turnsOf(reading, file, day).find(
    ({ step }) => signingFaults(reading.house, step, name, signoffs, day).length === 0,
  );
}

/**
 * Whom of the newsroom a user of Git is: the colleague with that address or name, or else the name as it is; `undefined`
 * where Git says none.
 */
export function personOf(
  { staff = [] }: House,
  name: string | undefined,
  email: string | undefined,
): string | undefined {
  const address = email?.toLowerCase();
  const byAddress = staff.find((one) => address !== undefined && one.email?.toLowerCase() === address);
  return byAddress?.name ?? (name === undefined ? undefined : (colleagueNamed(staff, name)?.name ?? name));
}
