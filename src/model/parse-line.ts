import { readByline } from './byline/read-byline.ts';
import { readCredit } from './credit/read-credit.ts';
import { readBylineAt } from './furniture/read-bylines.ts';

/** What `copydesk parse` prints for a line: plain data, absent parts `null`. */
interface ParsedLine {
  readonly kind: string | null;
  readonly outlet: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly people: readonly { readonly name: string; readonly role: string | null }[];
  readonly agency: string | null;
  readonly archive: boolean;
  readonly ai: boolean;
  readonly ok: boolean;
  readonly problems: readonly string[];
}

const nothing: ParsedLine = {
  kind: null,
  outlet: null,
  place: null,
  date: null,
  people: [],
  agency: null,
  archive: false,
  ai: false,
  ok: false,
  problems: [],
};

/**
 * Reads one line as a byline or as a credit. A byline may be the whole line, stand at its head with text after
 * it, or sign after the last sentence. Where there is none, `kind` is `null`, `ok` is false, and `problems` says `not-a-byline` or `not-a-credit`.
 */
export function parseLine(text: string, as: 'byline' | 'credit'): ParsedLine {
  if (as === 'byline') {
    const read = readByline(text, 'line') ?? readByline(text, 'head');
    const found = read && read.people.length > 0 ? read : (readBylineAt(text, 'sign-off') ?? read);
    if (!found) return { ...nothing, problems: ['not-a-byline'] };
    return {
      ...nothing,
      kind: found.kind,
      outlet: found.outlet?.text ?? null,
      place: found.place?.text ?? null,
      date: found.date?.text ?? null,
      people: found.people.map(({ name, role }) => ({ name, role: role ?? null })),
      ok: found.ok,
      problems: codes(found.problems),
    };
  }
  const found = readCredit(text);
  if (!found) return { ...nothing, problems: ['not-a-credit'] };
  return {
    kind: found.kind,
    outlet: found.outlet?.text ?? null,
    place: null,
    date: found.date?.text ?? null,
    people: found.people.map(({ name, role }) => ({ name, role: role ?? null })),
    agency: found.agency?.text ?? null,
    archive: found.archive,
    ai: found.ai,
    ok: found.ok,
    problems: codes(found.problems),
  };
}

function codes(problems: readonly { readonly code: string }[]): string[] {
  return [...new Set(problems.map((problem) => problem.code))];
}
