import type { House } from '../house/house.ts';
import { type Colleague, colleagueNamed } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import { readByline } from '../model/byline/read-byline.ts';
import type { Localized } from '../model/finding.ts';
import { isPlainSafe, quoteScalar } from '../model/front-matter/yaml-scalar.ts';
import { nameKey } from '../model/name-key.ts';
import type { Range, TextEdit } from '../model/range.ts';
import type { NamedPerson } from '../reading/people.ts';
import { readingOf } from '../reading/reading.ts';
import { inHouseStyle } from './people-complete.ts';
import { aboutPerson } from './people-words.ts';

/** Whom a byline, credit, editor's line or field names at `offset`; `undefined` in running text. */
export function personAt(article: Article, house: House, offset: number): NamedPerson | undefined {
  for (const person of readingOf(article, house).people) {
    if (person.at.start <= offset && offset <= person.at.end) return person;
  }
  return undefined;
}

/** What to show when the mouse rests on a name. */
interface PersonHover {
  readonly range: Range;
  /** Markdown. */
  readonly text: Localized;
}

/** Who is named at `offset`, when the staff list knows. */
export function hoverPerson(article: Article, house: House, offset: number): PersonHover | undefined {
  const person = personAt(article, house, offset);
  const known = person && definitionOfPerson(house.staff ?? [], person.name);
  if (person === undefined || known === undefined) return undefined;
  const as = known.penNames.find((penName) => nameKey(penName) === nameKey(person.name));
  return { range: { start: person.at.start, end: person.at.end }, text: aboutPerson(known, as) };
}

/** The entry of the staff list for a name or pen-name; its `at` is the name's place in the staff file. */
export function definitionOfPerson(staff: readonly Colleague[], name: string): Colleague | undefined {
  const key = nameKey(name);
  return (
    colleagueNamed(staff, name) ??
    staff.find((person) => [person.name, ...person.penNames].some((own) => nameKey(own) === key))
  );
}

/** The colleague whose name stands at `offset` of the staff file. */
export function colleagueAt(staff: readonly Colleague[], offset: number): Colleague | undefined {
  return staff.find(({ at }) => at.start <= offset && offset <= at.end);
}

/** Where an article names somebody by exactly this name (spaces and the kind of interpunct aside), in source order. */
export function mentionsOf(article: Article, house: House, name: string): readonly NamedPerson[] {
  const key = nameKey(name);
  const found = new Map<number, NamedPerson>();
  for (const person of readingOf(article, house).people)
    if (nameKey(person.name) === key) found.set(person.at.start, person);
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

/** What renaming somebody does to one article. */
interface Renaming {
  /** In byline, credits, editor's line and front matter. */
  readonly edits: readonly TextEdit[];
  /** Where the name stands in running text: nothing says that it is this person, so a human must. */
  readonly mentions: readonly TextEdit[];
}

/** Renames somebody in byline, credits, editor's line and front matter, and finds the name in running text. Pen-names stay. */
export function renamePerson(article: Article, house: House, from: string, to: string): Renaming {
  const edits: TextEdit[] = [];
  const named: Range[] = [];
  for (const { prose, written, where, at, from: start, to: end } of mentionsOf(article, house, from)) {
    const text = where === 'field' ? to : spacedAs(written, to, house);
    edits.push(...(prose.encode([{ from: start, to: end, text }]) ?? []));
    named.push(at);
  }
  const mentions: TextEdit[] = [];
  for (const { prose } of readingOf(article, house).passages) {
    const { text } = prose;
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
      const { start, end } = prose.at(at, at + from.length);
      if (named.some((other) => other.start < end && start < other.end)) continue;
      mentions.push(...(prose.encode([{ from: at, to: at + from.length, text: to }]) ?? []));
    }
  }
  return { edits, mentions };
}

/** The new name, with the letter-spacing that the old one had or that the house gives names of two characters. */
function spacedAs(written: string, name: string, house: House): string {
  if (!/^\p{Script=Han}{2}$/u.test(name)) return name;
  const gap = /^\p{Script=Han}(\s+)\p{Script=Han}$/u.exec(written)?.[1];
  if (gap !== undefined) return [...name].join(gap);
  return /^\p{Script=Han}{2}$/u.test(written) ? name : inHouseStyle(name, house);
}

/** Renames somebody in the staff file, whose text is `text`; pen-names stay. */
export function renameInStaff(
  text: string,
  staff: readonly Colleague[],
  from: string,
  to: string,
): readonly TextEdit[] {
  const key = nameKey(from);
  return staff.flatMap(({ name, at: { start, end } }) => {
    if (nameKey(name) !== key) return [];
    const quoted = /^["']/.test(text.slice(start, end));
    return [{ start, end, text: !quoted && isPlainSafe(to, 'flow') ? to : quoteScalar(to) }];
  });
}

/** Whether a text would be read as one person's name where it is signed. */
export function isOneName(text: string): boolean {
  const line = /\p{Script=Han}/u.test(text) ? `中国报道讯（记者${text}）` : `By ${text}`;
  const people = readByline(line, 'line')?.people ?? [];
  return text.trim() === text && people.length === 1 && people[0]?.text === text;
}
