import type { House } from '../../house/house.ts';
import type { Person } from '../../model/byline/byline.ts';
import type { Entry } from '../../model/front-matter/front-matter.ts';
import type { FoundByline } from '../../model/furniture/furniture.ts';
import { readBylineAt } from '../../model/furniture/read-bylines.ts';
import { nameKey, sameNames } from '../../model/name-key.ts';
import type { ProseEdit } from '../../model/prose.ts';
import { applyEdits, type TextEdit } from '../../model/range.ts';

/** People of one role in a byline, and who they should be. */
interface Wanted {
  readonly people: readonly Person[];
  readonly names: readonly string[];
}

const SEPARATORS = /^[\s、，,；;&]+$/;

/**
 * Edits of a byline's passage that make it name whom it should, role by role, and change nothing else: a name for a
 * name where as many are wrong as are missing, else names added after the last of their role or taken out between
 * their separators. `undefined` when that cannot be done, or would not be read so.
 */
export function swapInByline(
  { passage, byline, position }: FoundByline,
  groups: readonly Wanted[],
  house: House,
): readonly ProseEdit[] | undefined {
  const { text } = passage.prose;
  const edits: ProseEdit[] = [];
  for (const group of groups) {
    const made = swapGroup(text, group, byline.people, house.byline.nameSeparator);
    if (made === undefined) return undefined;
    edits.push(...made);
  }
  const after = applyEdits(
    text,
    edits.map(({ from, to, text: name }) => ({ start: from, end: to, text: name })),
  );
  const read = readBylineAt(after, position);
  // An editor or photographer who is named beside them stays.
  const others = byline.people.filter((person) => !groups.some(({ people }) => people.includes(person)));
  const names = [...groups.flatMap((group) => group.names), ...others.map(({ name }) => name)];
  const isRight =
    read !== undefined &&
    read.kind === byline.kind &&
    sameNames(
      read.people.map(({ name }) => name),
      names,
    );
  return isRight && edits.length > 0 ? edits : undefined;
}

function swapGroup(
  text: string,
  { people, names }: Wanted,
  all: readonly Person[],
  separator: string,
): readonly ProseEdit[] | undefined {
  const wanted = new Set(names.map(nameKey));
  const has = new Set(people.map(({ name }) => nameKey(name)));
  const wrong = people.filter(({ name }) => !wanted.has(nameKey(name)));
  const missing = names.filter((name) => !has.has(nameKey(name)));
  if (wrong.length === missing.length)
    return wrong.map(({ from, to }, index) => ({ from, to, text: missing[index] ?? '' }));
  if (wrong.length === 0) {
    const last = people.at(-1);
    return (
      last && [
        { from: last.to, to: last.to, text: missing.map((name) => between(text, all, separator) + name).join('') },
      ]
    );
  }
  if (missing.length > 0) return undefined;
  const edits: ProseEdit[] = [];
  for (const person of wrong) {
    const index = all.indexOf(person);
    const before = all[index - 1];
    const after = all[index + 1];
    if (before && SEPARATORS.test(text.slice(before.to, person.from)))
      edits.push({ from: before.to, to: person.to, text: '' });
    else if (after && SEPARATORS.test(text.slice(person.to, after.from)))
      edits.push({ from: person.from, to: after.from, text: '' });
    else return undefined;
  }
  // Neighbours that go together would take the same separator twice.
  return edits.some((edit, index) => edit.from < (edits[index - 1]?.to ?? 0)) ? undefined : edits;
}

/** What this byline writes between two names, or what the house does. */
function between(text: string, people: readonly Person[], separator: string): string {
  for (const [index, person] of people.entries()) {
    const next = people[index + 1];
    const gap = next && text.slice(person.to, next.from);
    if (gap !== undefined && SEPARATORS.test(gap)) return gap;
  }
  return separator;
}

/** Edits that put names for names in a field's list, however it is written; `undefined` where the list must be written anew. */
export function swapInList({ value }: Entry, names: readonly string[]): readonly TextEdit[] | undefined {
  if (value.kind !== 'list') return undefined;
  const wanted = new Set(names.map(nameKey));
  const has = new Set<string>();
  const wrong: {
    readonly written: string;
    readonly prose: { encode(edits: readonly ProseEdit[]): readonly TextEdit[] | undefined };
  }[] = [];
  for (const item of value.items) {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') return undefined;
    has.add(nameKey(item.value));
    if (!wanted.has(nameKey(item.value))) wrong.push({ written: item.value, prose: item.prose });
  }
  const missing = names.filter((name) => !has.has(nameKey(name)));
  if (wrong.length !== missing.length) return undefined;
  const edits: TextEdit[] = [];
  for (const [index, { written, prose }] of wrong.entries()) {
    const made = prose.encode([{ from: 0, to: written.length, text: missing[index] ?? '' }]);
    if (made === undefined) return undefined;
    edits.push(...made);
  }
  return edits;
}
