import type { Byline, BylineKind, Problem, ProblemCode } from './byline.ts';

/** Problems that leave a byline well formed: habits of houses that a desk may ask about. */
const questions: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['missing-role']);

/** Whether a list of problems leaves the byline or credit well formed. */
export function isWellFormed(problems: readonly Problem[]): boolean {
  return problems.every((problem) => questions.has(problem.code));
}

/** What a byline is put together from. */
export type Parts = Partial<Pick<Byline, 'outlet' | 'place' | 'date' | 'verb' | 'people' | 'roles' | 'brackets'>>;

/** Puts a byline together; what is not told is absent. */
export function byline(
  kind: BylineKind,
  from: number,
  to: number,
  parts: Parts,
  problems: readonly Problem[] = [],
): Byline {
  return {
    kind,
    from,
    to,
    outlet: parts.outlet,
    place: parts.place,
    date: parts.date,
    verb: parts.verb,
    people: parts.people ?? [],
    roles: (parts.roles ?? []).map(({ text, from: start, to: end }) => ({ text, from: start, to: end })),
    ...(parts.brackets ? { brackets: parts.brackets } : {}),
    ok: isWellFormed(problems),
    problems,
  };
}

/** Two bylines side by side as one; a head that is written again is run into the first. */
export function joined(first: Byline, second: Byline): Byline {
  const twice = second.kind === 'head' || second.kind === 'dateline';
  const glued: readonly Problem[] = twice
    ? [{ code: 'glued-groups', from: first.from, to: second.to, at: second.from }]
    : [];
  const problems = [...first.problems, ...glued, ...second.problems];
  return {
    ...first,
    to: second.to,
    people: [...first.people, ...second.people],
    roles: [...first.roles, ...second.roles],
    ok: isWellFormed(problems),
    problems,
  };
}
