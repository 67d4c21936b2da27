import type { FieldRole } from '../house/house.ts';
import { isOutsider, isWriter, rolesOf } from '../model/byline/roles.ts';
import { nameKeys } from '../model/front-matter/values.ts';
import { nameKey } from '../model/name-key.ts';
import { namesWithin } from '../reading/names.ts';
import { isName } from './field-seen.ts';
import { type SeenFile, type SeenValue, scalarTexts } from './see-file.ts';
import type { SeenSource } from './see-sources.ts';
import { tally } from './tally.ts';

/** Somebody whom the archive names as having made it. */
export interface SeenPerson {
  readonly name: string;
  /** Role words as the archive writes them, the most frequent first. */
  readonly roles: readonly string[];
  /** Articles that name them. */
  readonly count: number;
  readonly files: readonly string[];
  /** Somebody who writes for the newsroom without being of it: 通讯员, 作者. */
  readonly isOutsider: boolean;
}

/**
 * Who made the articles, by bylines, credits, editors’ lines and the fields that name people; the most frequent first.
 *
 * @param fields keys of fields that name people, with what each means
 * @param sources what the ids of fields stand for: whoever has one is listed there, and need not be listed again
 */
export function seePeople(
  files: readonly SeenFile[],
  fields: ReadonlyMap<string, FieldRole>,
  sources: ReadonlyMap<string, SeenSource>,
): readonly SeenPerson[] {
  const people = new Map<
    string,
    { name: string; files: Set<string>; roles: ReturnType<typeof tally<string>>; outside: number; named: number }
  >();
  const take = (name: string, role: string | undefined, file: string): void => {
    const plain = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(name) ? name.replace(/\s+/g, '') : name.trim();
    if (!isName(plain)) return;
    // ANN FIELD over a text is Ann Field.
    const key = nameKey(plain).toLowerCase();
    const known = people.get(key) ?? {
      name: plain,
      files: new Set(),
      roles: tally<string>(),
      outside: 0,
      named: 0,
    };
    if (known.name === known.name.toUpperCase()) known.name = plain;
    people.set(key, known);
    known.files.add(file);
    known.named++;
    if (role !== undefined && isOutsider(role)) known.outside++;
    if (role !== undefined) known.roles.add(role, file);
  };
  for (const file of files) {
    for (const { signature } of file.bylines)
      for (const { name, role } of signature.people)
        take(name, role === undefined || rolesOf(role).length === 0 ? undefined : role, file.path);
    for (const { people: named } of file.credits)
      for (const { name, role } of named) take(name, isWriter(role) ? undefined : role, file.path);
    for (const name of file.editors) take(name, undefined, file.path);
    for (const key of fields.keys())
      for (const text of namingTexts(file.fields.get(key))) {
        if (sources.get(key)?.labels.has(text)) continue;
        for (const { name } of namesWithin(text)) take(name, undefined, file.path);
      }
  }
  return [...people.values()]
    .map(({ name, files: where, roles, outside, named }) => ({
      name,
      roles: roles.sorted().map(({ value }) => value),
      count: where.size,
      files: [...where].slice(0, 20),
      isOutsider: outside > named / 2,
    }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The texts of a field that names people: of objects their names. */
function namingTexts(value: SeenValue | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(namingTexts);
  if (value?.kind === 'map')
    return scalarTexts(nameKeys.map((key) => value.fields.get(key)).find((name) => name !== undefined));
  return scalarTexts(value);
}
