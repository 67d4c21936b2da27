import { readFileSync } from 'node:fs';

/** A byline or credit, read by hand. */
export interface Sample {
  readonly text: string;
  readonly kind: string;
  readonly ok: boolean;
  readonly outlet: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly { readonly name: string; readonly role: string | null }[];
  readonly agency?: string | null;
  readonly archive?: boolean;
  readonly ai?: boolean;
}

/** The strings that the readers were written on: forms as archives have them, of people whom we invented. */
export const domainFolder = 'test/model/domain';

/** The strings of a folder of such files. Throws what {@link readFileSync} throws. */
export function samples(as: 'byline' | 'credit', folder = domainFolder): readonly Sample[] {
  return readFileSync(`${folder}/${as}s.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
}
