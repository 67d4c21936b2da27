import { parseLine } from '../../src/model/parse-line.ts';
import type { Reading } from './byline-strings.ts';

/** A string as it is read, in the notation of the tables. */
export function reading(text: string, as: 'byline' | 'credit'): Reading {
  const read = parseLine(text, as);
  const people = read.people.map(({ name, role }) => (role === null ? name : `${role}=${name}`)).join('; ');
  const facts = [
    read.outlet && `outlet=${read.outlet}`,
    read.place && `place=${read.place}`,
    read.date && `date=${read.date}`,
    read.agency && `agency=${read.agency}`,
    read.archive && 'archive',
    read.ai && 'ai',
    ...read.problems,
  ];
  return [text, people, facts.filter(Boolean).join('; ')];
}
