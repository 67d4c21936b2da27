import type { Place } from '../model/prose.ts';

/** What a case shows: a byline, a picture credit, or text that is neither. */
export type CaseKind = 'byline' | 'credit' | 'text';

export const caseKinds: readonly CaseKind[] = ['byline', 'credit', 'text'];

/** A string of a house file, where it stands there. */
export interface Cited {
  readonly text: string;
  readonly at: Place;
}

/**
 * A byline or credit that a house file gives as an example, with what the checks must find in it. The house does not
 * know the checks: whoever has both tries the cases out.
 */
export interface HouseCase extends Cited {
  readonly kind: CaseKind;
  /** Defects such as `width`, in written order; empty: it is as the house writes it. */
  readonly finds: readonly Cited[];
  /** How it reads after the safe fixes; absent: not said. */
  readonly fixed?: Cited;
}
