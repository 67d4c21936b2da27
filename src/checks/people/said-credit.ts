import type { Credit } from '../../model/credit/credit.ts';
import type { SaidCredit } from '../elsewhere.ts';

/** A credit as it is written and whom it names. @param text that it was read from */
export function saidCredit(text: string, credit: Credit): SaidCredit {
  return {
    text: text.slice(credit.from, credit.to).trim(),
    people: credit.people.map(({ name }) => name),
    bodies: [credit.agency, credit.outlet].flatMap((piece) => (piece ? [piece.text] : [])),
  };
}
