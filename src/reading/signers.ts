import type { BylineStyle } from '../house/house.ts';
import { isCorrespondentIn } from '../house/works.ts';
import type { Person } from '../model/byline/byline.ts';
import { isWriter } from '../model/byline/roles.ts';

/** Who signs, by what they are. */
interface Signers {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  /** Named without a role: a reporter or a correspondent, as the house has it. */
  readonly unlabelled: readonly string[];
}

/** The people of a byline who wrote, sorted into reporters and correspondents as the house has it. */
export function signersOf(people: readonly Person[], style: Pick<BylineStyle, 'forms'>): Signers {
  const authors = people.filter(({ role }) => isWriter(role));
  const names = (wanted: (person: Person) => boolean) => authors.filter(wanted).map(({ name }) => name);
  return {
    reporters: names(({ role }) => role !== undefined && !isCorrespondentIn(style, role)),
    correspondents: names(({ role }) => isCorrespondentIn(style, role)),
    unlabelled: names(({ role }) => role === undefined),
  };
}
