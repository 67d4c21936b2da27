import type { Article, Passage } from '../../model/article.ts';
import type { Problem } from '../../model/byline/byline.ts';

/** A byline or a credit in a passage; offsets are UTF-16 units of the passage's prose. */
interface Signature {
  readonly from: number;
  readonly to: number;
  readonly problems: readonly Problem[];
}

/** The bylines and credits of an article by passage: checks of their own look after the brackets in them. */
export function signaturesOf({ furniture }: Article): ReadonlyMap<Passage, readonly Signature[]> {
  const found = new Map<Passage, Signature[]>();
  const add = (passage: Passage, signature: Signature): void => {
    const known = found.get(passage);
    if (known) known.push(signature);
    else found.set(passage, [signature]);
  };
  for (const { passage, byline } of furniture.bylines) add(passage, byline);
  for (const { credit } of furniture.pictures) if (credit) add(credit.passage, credit.credit);
  for (const { passage, credit } of furniture.looseCredits) add(passage, credit);
  return found;
}

/** The byline or credit that holds `at`, an offset of the passage's prose. */
export function signatureAt(
  signatures: ReadonlyMap<Passage, readonly Signature[]>,
  passage: Passage,
  at: number,
): Signature | undefined {
  return signatures.get(passage)?.find(({ from, to }) => from <= at && at < to);
}
