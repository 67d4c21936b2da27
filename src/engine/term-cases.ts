import type { Facts } from '../checks/check.ts';
import { houseTerm } from '../checks/house-term.ts';
import { finderOf } from '../checks/words/terms-in.ts';
import type { House } from '../house/house.ts';
import { type HouseFault, houseFault } from '../house/house-fault.ts';
import type { Term, TermCase } from '../house/terms.ts';
import { listed } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { readingOf } from '../reading/reading.ts';
import { fixAll } from './fix.ts';

/**
 * Tries the cases of every term out on a house that has these terms alone, through the check and the fixes that every
 * article goes through: one fault for each that fails, at its place in the file.
 */
export function termFaults(terms: readonly Term[], house: House): readonly HouseFault[] {
  return terms.flatMap((term) => term.cases.flatMap((each) => caseFault(each, term, terms, house) ?? []));
}

function caseFault(each: TermCase, term: Term, terms: readonly Term[], house: House): HouseFault | undefined {
  // A case is of a day on which its term holds, and what the house thinks of the check decides nothing here.
  const now = Date.parse(`${(term.until ?? term.from ?? '2000').padEnd(10, '-01')}T12:00:00Z`);
  const facts: Facts = { files: new Map(), now };
  const judging: House = { ...house, terms: terms.map((one) => ({ ...one, where: [] })), checks: {} };
  const article = parseArticle(`${each.text}\n`);
  const context = { house: judging, options: {}, facts, reading: readingOf(article, judging) };
  const found = [...houseTerm.run(article, context)].map(({ data }) => String(data?.actual ?? ''));
  if (each.silent) {
    return found.length === 0
      ? undefined
      : houseFault('case-found', each.at, { actual: each.text, found: listed(found) });
  }
  const isOf = (actual: string): boolean =>
    finderOf(terms)
      .matches(actual)
      .some(({ pattern }) => pattern.term === term);
  if (!found.some(isOf)) return houseFault('case-unfound', each.at, { actual: each.text });
  if (each.fixed === undefined) return undefined;
  const fixed = fixAll(each.text, judging, facts, { rules: [houseTerm] }).text;
  return fixed === each.fixed.text
    ? undefined
    : houseFault('case-fixed', each.fixed.at, { actual: fixed, expected: each.fixed.text });
}
