import type { House } from '../house/house.ts';
import { type Colleague, colleagueNamed } from '../house/staff.ts';
import type { Work } from '../house/works.ts';
import type { Article } from '../model/article.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { nameKey } from '../model/name-key.ts';
import { typedAs } from '../model/pinyin.ts';
import { clockIn } from '../model/written-date.ts';
import { readingOf } from '../reading/reading.ts';
import { mostSuggestions } from './field-values.ts';
import { type NamePlace, namePlaceAt } from './name-cursor.ts';
import { fits, worksAt } from './people-roles.ts';
import { aboutPerson, besideName } from './people-words.ts';
import type { Suggestion } from './suggestion.ts';

/** Somebody who may be named at the cursor: the label is the name or pen-name. */
type PersonCompletion = Suggestion;

/**
 * Who may be named at `offset`, the likeliest first: those whom the other place names (front matter for a byline,
 * byline for the front matter), then those of the staff list whose role fits, then the others; those who have left
 * come last. Of more than {@link mostSuggestions} those whom fits what is typed. Empty where no name may stand.
 *
 * @param now the present moment, milliseconds since the epoch
 */
export function completePeople(
  article: Article,
  house: House,
  offset: number,
  now: number,
): readonly PersonCompletion[] {
  const place = namePlaceAt(article, house, offset);
  if (place === undefined) return [];
  const taken = new Set(place.beside.map(nameKey));
  const today = clockIn(now, house.timeZone).slice(0, 10);
  const works = worksAt(place.where, place.role);
  const elsewhere = namedElsewhere(article, house, place);
  const listed = namesOf(house.staff ?? []);
  const typed = listed.size > mostSuggestions ? nameKey(article.text.slice(place.range.start, offset)) : '';
  /** By rank: see {@link rankOf}. */
  const found: Candidate[][] = Array.from({ length: RANKS }, () => []);
  for (const [key, one] of listed) {
    if (taken.has(key) || (typed !== '' && !isTypedAs(one, typed))) continue;
    found[rankOf(one, elsewhere.has(key), today, works)]?.push(one);
  }
  for (const [key, name] of elsewhere) {
    if (listed.has(key) || taken.has(key)) continue;
    found[0]?.push({ name, person: colleagueNamed(house.staff ?? [], name) });
  }
  return found
    .flat()
    .slice(0, mostSuggestions)
    .map((candidate) => completion(candidate, place, house));
}

interface Candidate {
  readonly name: string;
  readonly person: Colleague | undefined;
}

/** A name of the staff list, or a pen-name. */
interface Listed extends Candidate {
  readonly person: Colleague;
  /** What may be typed for it; made when first asked for. */
  words?: readonly string[];
}

const listedOf = new WeakMap<readonly Colleague[], ReadonlyMap<string, Listed>>();

/** The names of a staff list by {@link nameKey}, made once: a newsroom may have thousands. */
function namesOf(staff: readonly Colleague[]): ReadonlyMap<string, Listed> {
  const known = listedOf.get(staff);
  if (known !== undefined) return known;
  const names = new Map<string, Listed>();
  for (const person of staff) {
    for (const name of [person.name, ...person.penNames]) names.set(nameKey(name), { name, person });
  }
  listedOf.set(staff, names);
  return names;
}

function isTypedAs(one: Listed, typed: string): boolean {
  one.words ??= [...new Set([one.name, one.person.name, ...one.person.penNames].map(nameKey)), ...typedAs(one.name)];
  return one.words.some((word) => word.includes(typed));
}

const RANKS = 24;

/** Smaller comes first: whom the other place names, who is still there, whose role fits, names before pen-names. */
function rankOf({ name, person }: Listed, isNamed: boolean, today: string, works: ReadonlySet<Work>): number {
  const fit = 2 - fits(person, works);
  return (isNamed ? 0 : 12) + (hasLeft(person, today) ? 6 : 0) + 2 * fit + (name === person.name ? 0 : 1);
}

/** The names that the article gives elsewhere for the same work, by {@link nameKey}, as written there. */
function namedElsewhere(article: Article, house: House, place: NamePlace): ReadonlyMap<string, string> {
  const works = worksAt(place.where, place.role);
  const names = new Map<string, string>();
  for (const { name, where, role, at } of readingOf(article, house).people) {
    const here = at.start <= place.range.end && at.end >= place.range.start;
    const other = place.where === 'field' ? where !== 'field' : where === 'field';
    if (here || !other) continue;
    const own = worksAt(where, role);
    if ([...works].some((work) => own.has(work))) names.set(nameKey(name), name);
  }
  return names;
}

function hasLeft({ to }: Colleague, today: string): boolean {
  return to !== undefined && today.slice(0, to.length) > to;
}

const unlisted: Localized = { en: 'named in this article', zh: '本文别处已署' };

function completion({ name, person }: Candidate, place: NamePlace, house: House): PersonCompletion {
  const beside = person ? besideName(person) : '';
  const isPenName = person !== undefined && person.name !== name;
  const detail = isPenName
    ? fillAll({ en: 'pen-name of {name}', zh: '{name}的笔名' }, { name: person.name })
    : person
      ? { en: beside, zh: beside }
      : unlisted;
  return {
    label: name,
    detail,
    about: person ? aboutPerson(person, name) : { en: '', zh: '' },
    range: place.range,
    filter: [name, ...(person ? [person.name, ...person.penNames] : []), ...typedAs(name)].join(' '),
    ...written(name, place, house),
  };
}

/** A name as it is written at a place. */
function written(name: string, place: NamePlace, house: House): Pick<PersonCompletion, 'text' | 'snippet'> {
  if (place.where !== 'field') return { text: place.where === 'byline' ? inHouseStyle(name, house) : name };
  const gap = place.gap ?? '';
  if (place.shape !== 'list') return { text: gap + writeScalar(name, place.flow ? 'flow' : 'block') };
  // The list is opened, and the cursor stays in it for the next name.
  const item = writeScalar(name, 'flow');
  return { text: `${gap}[${item}]`, snippet: `${gap}[${item.replace(/[\\$}]/g, '\\$&')}$0]` };
}

/** A name of two characters is spaced to the width of three where the house does so. */
export function inHouseStyle(name: string, { byline }: House): string {
  return byline.twoCharacterName === 'spaced' && /^\p{Script=Han}{2}$/u.test(name) ? [...name].join('\u3000') : name;
}
