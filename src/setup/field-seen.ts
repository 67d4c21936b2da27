import { isGenerated } from '../house/field-types/written-dates.ts';
import { nameKeys } from '../model/front-matter/values.ts';
import { leadsToPicture } from '../model/picture-formats.ts';
import { isNoDate, readDate, type WrittenDate } from '../model/written-date.ts';
import { namesWithin } from '../reading/names.ts';
import { rolesOfKey } from './field-words.ts';
import type { SeenFile, SeenValue } from './see-file.ts';
import { type Counted, type Tally, tally } from './tally.ts';

/** One field of an archive's front matter: how often it is given, and what its values are. */
export interface SeenField {
  readonly key: string;
  /** Articles that give it a value. */
  readonly count: number;
  /** Articles that have it with nothing in it. */
  readonly empty: number;
  /** The first articles without it. */
  readonly without: readonly string[];
  /** How often its values are of each kind. */
  readonly kinds: Readonly<Record<ValueKind, number>>;
  /** Where it stands among the fields, on average; 0 is first. */
  readonly position: number;
  /** Single values, those of lists included. */
  readonly values: readonly Counted<string>[];
  /** How many single values there are. */
  readonly singles: number;
  /** UTF-16 units of the single values together, and of the longest. */
  readonly length: number;
  readonly longest: number;
  /** How many of them are dates, addresses, pictures, people’s names, short names in small letters. */
  readonly dates: number;
  readonly addresses: number;
  readonly pictures: number;
  readonly names: number;
  readonly ids: number;
  /** Texts that hold several values: `甲、乙`, `one, two`. */
  readonly separated: number;
  readonly written: readonly { readonly date: WrittenDate; readonly text: string; readonly file: string }[];
  /** The fields of the objects that it is or holds; of objects inside those nothing is kept. */
  readonly inner: readonly SeenField[];
  /** How many objects there are. */
  readonly objects: number;
}

type ValueKind = 'text' | 'number' | 'boolean' | 'list' | 'maps' | 'map';

interface Open {
  count: number;
  empty: number;
  position: number;
  readonly kinds: Record<ValueKind, number>;
  readonly values: Tally<string>;
  readonly inside: SeenObject[];
  length: number;
  longest: number;
  dates: number;
  addresses: number;
  pictures: number;
  names: number;
  ids: number;
  separated: number;
  readonly written: { date: WrittenDate; text: string; file: string }[];
  readonly files: Set<string>;
}

/** Dates that are kept of one field, to see how they are written. */
const mostDates = 5000;

/** What has fields: an article, or one object of a field. */
type SeenObject = Pick<SeenFile, 'path' | 'fields'>;

/** Looks at the fields of an archive's articles. The most frequent first. */
export function seeFields(files: readonly SeenObject[]): readonly SeenField[] {
  return fieldsOf(files, true);
}

function fieldsOf(files: readonly SeenObject[], withInner: boolean): readonly SeenField[] {
  const open = new Map<string, Open>();
  for (const { path, fields } of files) {
    let position = 0;
    for (const [key, value] of fields) {
      const one = open.get(key) ?? fresh();
      open.set(key, one);
      one.position += position++;
      if (value.kind === 'none') one.empty++;
      else {
        one.count++;
        one.files.add(path);
        take(one, value, path, mayDate(key));
      }
    }
  }
  return [...open]
    .map(([key, one]): SeenField => {
      const { kinds, values, inside, files: having, position, ...rest } = one;
      return {
        key,
        ...rest,
        kinds,
        position: position / (one.count + one.empty),
        values: values.sorted(),
        singles: values.total(),
        inner: withInner ? fieldsOf(inside, false) : [],
        objects: inside.length,
        without: firstWithout(files, having),
      };
    })
    .sort((a, b) => b.count + b.empty - (a.count + a.empty) || a.position - b.position);
}

function firstWithout(files: readonly SeenObject[], having: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (const { path } of files) {
    if (!having.has(path)) found.push(path);
    if (found.length === 20) break;
  }
  return found;
}

function fresh(): Open {
  return {
    count: 0,
    empty: 0,
    position: 0,
    kinds: { text: 0, number: 0, boolean: 0, list: 0, maps: 0, map: 0 },
    values: tally(),
    inside: [],
    length: 0,
    longest: 0,
    dates: 0,
    addresses: 0,
    pictures: 0,
    names: 0,
    ids: 0,
    separated: 0,
    written: [],
    files: new Set(),
  };
}

/** Whether a field is called after a day or a moment, so that eight digits in it are a date and no number. */
const mayDate = (key: string): boolean =>
  /date|modified|updated|日期|时间|時間/i.test(key) || rolesOfKey(key).some(([role]) => role === 'published');

function take(one: Open, value: SeenValue, file: string, isDate: boolean): void {
  if (value.kind === 'none') return;
  if (value.kind === 'map') {
    one.kinds.map++;
    one.inside.push({ path: file, fields: value.fields });
    return;
  }
  if (value.kind !== 'list') {
    one.kinds[value.kind]++;
    takeSingle(one, value.text, value.kind, file, isDate);
    return;
  }
  one.kinds[value.items.some(({ kind }) => kind === 'map' || kind === 'list') ? 'maps' : 'list']++;
  for (const item of value.items) {
    if (item.kind === 'map') one.inside.push({ path: file, fields: item.fields });
    else if (item.kind !== 'none' && item.kind !== 'list') takeSingle(one, item.text, item.kind, file, isDate);
  }
}

function takeSingle(one: Open, text: string, kind: 'text' | 'number' | 'boolean', file: string, isDate: boolean): void {
  one.values.add(text, file);
  one.length += text.length;
  one.longest = Math.max(one.longest, text.length);
  if (kind !== 'text' && !(kind === 'number' && isDate && /^\d{8}$/.test(text))) return;
  const date = readDate(text);
  if (isGenerated(text)) one.dates++;
  if (!isNoDate(date)) {
    one.dates++;
    if (one.written.length < mostDates) one.written.push({ date, text, file });
  }
  if (/^https?:\/\//i.test(text)) one.addresses++;
  if (leadsToPicture(text)) one.pictures++;
  if (/[、，]|, |; /.test(text)) one.separated++;
  if (/^[a-z0-9][a-z0-9_.-]*$/.test(text)) one.ids++;
  else if (namesWithin(text).every(({ name }) => isName(name))) one.names++;
}

/** Whether a field holds objects each of which has a name, `{name: 高远, url: …}`, perhaps beside names or ids alone. */
export function tellsOfPeople({ kinds, count, inner, objects }: SeenField): boolean {
  const named = inner.find(({ key }) => nameKeys.includes(key))?.count ?? 0;
  return objects > 0 && kinds.boolean < count * 0.1 && named >= objects * 0.9;
}

/** Whether a field holds moments, of which some are objects of moments: `{created: 2024-06-01, updated: 2024-07-01}`. */
export function tellsOfMoments({ kinds, count, inner, objects }: SeenField): boolean {
  const others = kinds.list + kinds.maps + kinds.boolean;
  return objects > 0 && others < count * 0.1 && inner.every(({ dates, singles }) => dates >= singles * 0.9);
}

const hanName = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:[·•．]\p{Script=Han}{1,10})+$/u;
const latinName =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|del|da|di|van|von|der|den|la|le|el|al|bin|ibn|y|dos)){1,5}$/u;

/** Whether a text looks like somebody's name. */
export function isName(text: string): boolean {
  return text.length <= 60 && (hanName.test(text) || latinName.test(text));
}
