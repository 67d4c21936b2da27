import type { House, SignStep } from '../house/house.ts';
import { colleagueNamed } from '../house/staff.ts';
import { apartFrom, isSamePerson, maySign, type Signoffs, signersOfStep, type Turn, turnsOf } from './signoffs.ts';

/** Why somebody may not sign a step: it is for others, they signed one that must be another's, an earlier one is not signed. */
type SigningFault =
  | { readonly kind: 'not-theirs' }
  | { readonly kind: 'one-person' | 'order'; readonly other: SignStep };

/**
 * Why a signature of somebody under a step would not do; nothing where it would.
 *
 * @param before what was on record before it
 */
export function signingFaults(house: House, step: SignStep, name: string, before: Signoffs): readonly SigningFault[] {
  const apart = apartFrom(house, step);
  const both = before.signatures.find(
    (one) => apart.some(({ id }) => id === one.step?.id) && isSamePerson(house, one.name, name),
  )?.step;
  const { steps } = house.signoff;
  const earlier = steps.slice(0, steps.indexOf(step));
  const skipped = earlier.find((one) => signersOfStep(house, before, one).length < one.count);
  return [
    ...(maySign(house, step, name) === false ? [{ kind: 'not-theirs' as const }] : []),
    ...(both ? [{ kind: 'one-person' as const, other: both }] : []),
    ...(skipped ? [{ kind: 'order' as const, other: skipped }] : []),
  ];
}

/** The turn that somebody may take now; `undefined` where none of those that there are is theirs. */
export function turnFor(
  reading: Parameters<typeof turnsOf>[0],
  signoffs: Signoffs,
  name: string,
  file?: string,
): Turn | undefined {
  return turnsOf(reading, file).find(({ step }) => signingFaults(reading.house, step, name, signoffs).length === 0);
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
