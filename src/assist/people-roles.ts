import type { Colleague } from '../house/staff.ts';
import { type Work, worksOf } from '../house/works.ts';

const fields: readonly Work[] = ['reporters', 'correspondents', 'photographers', 'editor'];

/** What the role of a field, or a role word, says that somebody does. */
function worksAs(role: string): ReadonlySet<Work> {
  const field = fields.find((work) => work === role);
  return field === undefined ? worksOf(role) : new Set([field]);
}

const nothing: ReadonlySet<Work> = new Set();
const known = new WeakMap<Colleague, ReadonlySet<Work>>();

function worksOfPerson(person: Colleague): ReadonlySet<Work> {
  let works = known.get(person);
  if (works === undefined) {
    works = new Set(person.roles.flatMap((role) => [...worksOf(role)]));
    known.set(person, works);
  }
  return works;
}

/** How well somebody fits a role: 2 is of that kind, 1 is not known to be anything, 0 is something else. */
export function fits(person: Colleague | undefined, works: ReadonlySet<Work>): number {
  const own = person === undefined ? nothing : worksOfPerson(person);
  if (works.size === 0 || own.size === 0) return 1;
  return [...works].some((work) => own.has(work)) ? 2 : 0;
}

/** What somebody does who is named in a byline, a credit or a field, by the role there, or by the place alone. */
export function worksAt(where: 'byline' | 'credit' | 'editor' | 'field', role: string | undefined): ReadonlySet<Work> {
  const works = role === undefined ? new Set<Work>() : worksAs(role);
  if (works.size > 0 || where === 'field') return works;
  return new Set([where === 'credit' ? 'photographers' : where === 'editor' ? 'editor' : 'reporters']);
}
