import type { FieldRole } from '../house/house.ts';
import type { Reading } from '../reading/reading.ts';
import { type FindingPen, type PlacedFindings, type Stretch, sliceStretches, stretchesOf } from './finding-marks.ts';

/** Draws what was found in the front matter where the page prints the field. */
export interface FieldMarks {
  /** `[from, to)` of the headline (with its series tag, as written) as HTML. */
  headline(from: number, to: number): string;
  /** The one text of a field as HTML. */
  text(role: FieldRole, text: string): string;
  /** What a field is printed as, marked as a whole. */
  whole(role: FieldRole, html: string): string;
}

/**
 * @param field the house's field for a role
 * @param headline the text of the headline, trimmed
 * @param token the inline token of the heading that is the headline; -1: none
 */
export function fieldMarks(
  field: Reading['field'],
  found: PlacedFindings,
  pen: FindingPen,
  headline: string,
  token: number,
): FieldMarks {
  const of = (role: FieldRole) => found.fields.get(field(role)?.key ?? '') ?? [];
  const inTitle = stretchesOf(headline, of('title'));
  const onTitle: readonly Stretch[] = inTitle.length > 0 ? inTitle : (found.body.get(token) ?? []);
  return {
    headline(from, to) {
      pen.anew();
      return pen.text(headline.slice(from, to), sliceStretches(onTitle, from, to));
    },
    text(role, text) {
      pen.anew();
      return pen.text(text, stretchesOf(text, of(role)));
    },
    whole(role, html) {
      pen.anew();
      return pen.around(html, of(role));
    },
  };
}
