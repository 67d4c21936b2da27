import type { FieldRole } from '../house/house.ts';
import { languageSaid } from '../house/language-names.ts';
import { fold } from '../model/byline/lexicon/fold.ts';
import { looksPersonal } from '../model/byline/names/names.ts';
import { namesPeople } from '../reading/names.ts';
import { isName, type SeenField, tellsOfMoments, tellsOfPeople } from './field-seen.ts';
import { rolesOfKey } from './field-words.ts';
import { type SeenFile, scalarTexts } from './see-file.ts';
import { canBe } from './see-languages.ts';
import { stageOfWord } from './stage-words.ts';
import { nearlyAll, share } from './tally.ts';

/** For what a field may mean, the keys that mean it, the main one first; the others are never beside it. */
export type Means = ReadonlyMap<FieldRole, readonly string[]>;

/** Whether what a field holds can be what a role means. */
function fits(role: FieldRole, field: SeenField, articles: readonly SeenFile[]): boolean {
  const { kinds, count, singles, dates, addresses, pictures, values } = field;
  const texts = kinds.text + kinds.number;
  const single = texts >= count * 0.9;
  const listed = texts + kinds.list >= count * 0.9;
  const booleans = kinds.boolean >= count * 0.9;
  switch (role) {
    case 'published':
      return (single || tellsOfMoments(field)) && share(dates, singles) >= 0.8;
    case 'stage':
      return booleans || (single && saysStages(field));
    case 'cover':
      return (
        listed &&
        (pictures + addresses >= singles * 0.6 ||
          values.filter(({ value }) => value.includes('/')).length >= values.length * 0.6)
      );
    case 'title':
    case 'subtitle':
    case 'summary':
    case 'series':
      return single && dates < singles * 0.5 && addresses < singles * 0.5 && pictures < singles * 0.5;
    case 'slug':
      // `/news/a/` is an address, and no last part of one.
      return single && dates < singles * 0.5 && !values.some(({ value }) => value.includes('/'));
    case 'source':
      return listed && dates < singles * 0.5;
    case 'column':
    case 'keywords':
      return listed && addresses < singles * 0.5 && field.longest <= 120;
    case 'language':
      return single && saysLanguages(field, articles);
    case 'related':
    case 'allow':
      return kinds.list + kinds.maps + texts >= count * 0.9;
    default:
      if (namesPeople({ type: 'text', role }) && tellsOfPeople(field))
        return dates < Math.max(1, singles * 0.5) && field.longest <= 120;
      return listed && dates < singles * 0.5 && addresses < singles * 0.5 && field.longest <= 120;
  }
}

/** Whether a field names languages, and the texts are written in them as far as their letters tell. */
function saysLanguages({ key, values }: SeenField, articles: readonly SeenFile[]): boolean {
  if (values.length > 20) return false;
  const said = articles.flatMap((file) => {
    const [text] = scalarTexts(file.fields.get(key));
    return text === undefined ? [] : [{ language: languageSaid(text), file }];
  });
  const agreeing = said.filter(({ language, file }) => language !== undefined && canBe(file, language)).length;
  return share(agreeing, said.length) >= 0.9;
}

/** Whether nearly all that a field says are words for stages, and they are few. */
function saysStages({ key, values, singles }: SeenField): boolean {
  const known = values.filter(({ value }) => stageOfWord(value, key) !== undefined);
  const often = known.reduce((sum, { count }) => sum + count, 0);
  return values.length <= 12 && known.length * 2 >= values.length && often >= singles * 0.8;
}

/** Which fields mean what: by their names, by what they hold, and by what is given beside what. */
export function meanings(fields: readonly SeenField[], articles: readonly SeenFile[]): Means {
  const taken = new Map<string, FieldRole>();
  const found = new Map<FieldRole, string[]>();
  const candidates = fields
    .filter(({ count }) => count > 0)
    .flatMap((field) => rolesOfKey(field.key).map(([role, rank]) => ({ field, role, rank })))
    .filter(({ field, role }) => fits(role, field, articles))
    // What many articles give goes before what is called likelier.
    .sort((a, b) => b.field.count * weight(b.rank) - a.field.count * weight(a.rank));
  for (const { field, role } of candidates) {
    if (taken.has(field.key)) continue;
    const known = found.get(role);
    if (known !== undefined && !(isAlternative(role) && standsApart(field.key, known, articles))) continue;
    found.set(role, [...(known ?? []), field.key]);
    taken.set(field.key, role);
  }
  byValues(fields, articles, taken, found);
  return found;
}

/** A less likely name needs to be given that much more often. */
const weight = (rank: number): number => 1 / (1 + rank * 0.04);

/** Roles of which an archive may have two names over the years; other fields of like names are fields of their own. */
const isAlternative = (role: FieldRole): boolean =>
  ['title', 'published', 'reporters', 'summary', 'cover', 'editor'].includes(role);

function standsApart(key: string, known: readonly string[], articles: readonly SeenFile[]): boolean {
  return !articles.some(({ fields }) => fields.has(key) && known.some((other) => fields.has(other)));
}

/** What no name tells: the only field of dates is the date, the first of texts that are never the same is the title. */
function byValues(
  fields: readonly SeenField[],
  articles: readonly SeenFile[],
  taken: Map<string, FieldRole>,
  found: Map<FieldRole, string[]>,
): void {
  const free = (): readonly SeenField[] => fields.filter(({ key, count }) => !taken.has(key) && count >= 3);
  const give = (role: FieldRole, field: SeenField | undefined): void => {
    if (field === undefined || found.has(role)) return;
    found.set(role, [field.key]);
    taken.set(field.key, role);
  };
  const often = ({ count }: SeenField): boolean => share(count, articles.length) >= 0.6;
  give(
    'published',
    free().find((field) => often(field) && fits('published', field, articles) && field.kinds.number === 0),
  );
  give(
    'title',
    [...free()]
      .sort((a, b) => a.position - b.position)
      .find(
        (field) =>
          share(field.count, articles.length) >= nearlyAll &&
          fits('title', field, articles) &&
          field.kinds.number === 0 &&
          field.values.length >= field.count * nearlyAll &&
          field.ids < field.count * 0.5 &&
          share(field.length, field.singles) >= 4 &&
          share(field.length, field.singles) <= 90,
      ),
  );
  give(
    'reporters',
    free().find(
      (field) => often(field) && personal(field) >= 0.8 && field.kinds.text + field.kinds.list === field.count,
    ),
  );
  give(
    'cover',
    free().find((field) => field.pictures >= field.singles * 0.9 && field.kinds.text === field.count),
  );
  give(
    'column',
    free().find(
      (field) =>
        often(field) &&
        field.kinds.text === field.count &&
        field.values.length >= 2 &&
        field.values.length <= 30 &&
        field.count >= field.values.length * 5 &&
        field.longest <= 24 &&
        personal(field) < 0.5 &&
        isLabel(field),
    ),
  );
}

/** How much of what a field holds begins with a surname, or is written as names in letters are. */
function personal({ values, singles }: SeenField): number {
  const named = values.filter(({ value }) =>
    /\p{Script=Han}/u.test(value) ? looksPersonal(fold(value)) : isName(value),
  );
  return share(
    named.reduce((sum, { count }) => sum + count, 0),
    singles,
  );
}

/** Words for readers, not for a program: `layout: post` is none. */
const isLabel = ({ key, values }: SeenField): boolean =>
  !/^(?:layout|type|template|templatekey|theme|lang|language|locale|version|license|format|kind)$/i.test(key) &&
  // How far an article has come is no column, whatever the words for it.
  !rolesOfKey(key).some(([role]) => role === 'stage') &&
  values.some(({ value }) => /\p{Script=Han}|^\p{Lu}/u.test(value));
