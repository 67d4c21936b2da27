import { existsSync, readFileSync } from 'node:fs';

/** One string of `../shared/domain`, read by hand. */
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

/** Where the development strings lie: beside the project, never in it. */
export const domainFolder = '../shared/domain';

/** The development strings. Throws a sentence that says what to do when they are not there. */
export function samples(as: 'byline' | 'credit', folder = domainFolder): readonly Sample[] {
  const path = `${folder}/${as}s.jsonl`;
  if (!existsSync(path))
    throw new Error(`${path} is not there: put the folder of domain strings beside the project, or name it.`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
}
