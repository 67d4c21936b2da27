import type { Person } from './byline.ts';
import { type Groups, readGroups } from './byline-groups.ts';
import { isForeign, looksPersonal, seams } from './byline-names.ts';
import { countChars } from './byline-outlets.ts';
import { scan } from './byline-scan.ts';
import { columnWords } from './byline-words.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '【': '】' };

/** Where a bracket closes: its offset, and whether with a mark of another shape or width. -1: it does not. */
export function findClose(
  text: string,
  s: string,
  open: number,
  to: number,
): { readonly at: number; readonly mixed: boolean } {
  const opener = s.charAt(open);
  const closer = closers[opener] ?? ')';
  let depth = 0;
  for (let i = open; i < to; i++) {
    const char = s.charAt(i);
    if (char === opener) depth++;
    else if (char === closer && --depth === 0) {
      const wide = (at: number) => text.charCodeAt(at) > 0x7f;
      return { at: i, mixed: wide(open) !== wide(i) };
    } else if (char === '\n') break;
  }
  return { at: -1, mixed: false };
}

/** Whether what stands in brackets after a dateline is a column or a genre (国际观察) rather than people. */
export function isColumnTag(s: string, from: number, to: number): boolean {
  const words = s.slice(from, Math.min(to, from + 60)).split(/[ 、,;:/]+/);
  const [only = ''] = words;
  // Four characters alone (渡口行动) are a column, unless they begin as a name does or are those of a foreign one.
  if (
    words.length === 1 &&
    countChars(only) >= 4 &&
    !only.includes('·') &&
    !looksPersonal(only) &&
    !isForeign(only) &&
    !seams(only)
  )
    return true;
  return words.some(isColumnWord);
}

const columns = new Set(columnWords);

/** Whether a word is or holds the name of a column; 王新华 is a person for all that. */
export function isColumnWord(word: string): boolean {
  return columns.has(word) || (!looksPersonal(word) && columnWords.some((column) => word.includes(column)));
}

/** People in brackets: groups of roles, or bare names. */
export function readInside(text: string, s: string, from: number, to: number): Groups | undefined {
  const groups = readGroups(text, s, scan(s, from, to));
  return groups && (groups.people.length > 0 || groups.roles.length > 0) ? groups : undefined;
}

/** The people of groups; where no title is written, the work or tail that closes them is the role. */
export function titleless(groups: Groups): readonly Person[] {
  if (groups.roles.some((role) => role.kind === 'title')) return groups.people;
  return groups.people.map((person, i) => {
    const closing = groups.closings.find((each) => i >= each.start && i < each.end);
    return person.role === undefined && closing ? { ...person, role: closing.text } : person;
  });
}

/** Groups that are not in brackets and may run into body text: they end with their tail, or before the text. */
export function readOpen(text: string, s: string, from: number, to: number): Groups | undefined {
  const reach = Math.min(to, from + 240);
  const report = /报[道导](?=[:, ]|$)/.exec(s.slice(from, reach));
  if (report) {
    const end = from + report.index + 2;
    const whole = readGroups(text, s, scan(s, from, end));
    if (whole && whole.people.length > 0) return whole;
  }
  const groups = readGroups(text, s, scan(s, from, reach), { open: true });
  if (!groups || groups.people.length === 0) return undefined;
  // What ends here must end at a pause, or it is the beginning of a sentence.
  const last = groups.people[groups.people.length - 1];
  const after = s.charAt(groups.end);
  return last && (groups.end >= to || ' :,)]】(。'.includes(after)) ? groups : undefined;
}
