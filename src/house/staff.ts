import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import type { Place } from '../model/prose.ts';
import { type HouseFault, houseFault } from './house-fault.ts';
import { readHouseYaml } from './house-yaml.ts';

/** Somebody whom the newsroom knows: staff, contributor, or whoever else `staff.yml` lists. */
export interface Colleague {
  readonly name: string;
  /** Role words, such as 记者 or `photographer`. */
  readonly roles: readonly string[];
  /** Other names that the person signs with. */
  readonly penNames: readonly string[];
  readonly email?: string;
  /** ISO dates, months or years as written (`2019-03`); absent: no bound. */
  readonly from?: string;
  readonly to?: string;
  /** Whatever else the list says of the person, as written: desk, unit, telephone. */
  readonly details: readonly (readonly [key: string, value: string])[];
  /** Where the name stands in the staff file. */
  readonly at: Place;
}

/** What came of a staff file. */
interface Staff {
  readonly people: readonly Colleague[];
  readonly faults: readonly HouseFault[];
}

/** The keys under which a staff file may list its people; the first is the one that we write. */
export const staffLists: readonly string[] = ['staff', 'people', '人员', '同事'];
const keys: Readonly<Record<string, 'name' | 'roles' | 'penNames' | 'email' | 'active' | 'from' | 'to'>> = {
  name: 'name',
  姓名: 'name',
  role: 'roles',
  roles: 'roles',
  身份: 'roles',
  'pen-name': 'penNames',
  'pen-names': 'penNames',
  笔名: 'penNames',
  email: 'email',
  邮箱: 'email',
  active: 'active',
  在职: 'active',
  from: 'from',
  起: 'from',
  to: 'to',
  止: 'to',
};

/**
 * Reads a newsroom's `staff.yml`: a list under `staff:` of names, or of maps with `name`, `role` or `roles`,
 * `pen-names`, `email` and `active: {from, to}`. Other keys are kept as details. Never throws.
 */
export function readStaff(text: string): Staff {
  const { entries, faults } = readHouseYaml(text);
  const found: HouseFault[] = [...faults];
  const people: Colleague[] = [];
  for (const { key, keyAt, value } of entries) {
    if (!staffLists.includes(key)) {
      found.push(houseFault('unknown-setting', keyAt, { key, actual: key, known: 'staff' }));
      continue;
    }
    if (value.kind === 'null') continue;
    if (value.kind !== 'list') {
      found.push(houseFault('expected-list', value.at, { key }));
      continue;
    }
    for (const item of value.items) {
      const colleague = readColleague(item, found);
      if (colleague) people.push(colleague);
      else found.push(houseFault('nameless-colleague', item.at, {}));
    }
  }
  const seen = new Set<string>();
  for (const { name, at } of people) {
    if (seen.has(name)) found.push(houseFault('duplicate-setting', at, { key: name }));
    seen.add(name);
  }
  found.sort((a, b) => a.at.start - b.at.start);
  return { people, faults: found };
}

/** A year, a month or a day, as `wasActive` compares them. */
const BOUND = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function readColleague(item: Value, faults: HouseFault[]): Colleague | undefined {
  const plain = { roles: [], penNames: [], details: [] };
  if (item.kind === 'scalar') {
    const name = String(item.value).trim();
    return name === '' ? undefined : { ...plain, name, at: item.at };
  }
  if (item.kind !== 'map') return undefined;
  const said = new Map<string, Entry>();
  const details: [string, string][] = [];
  for (const entry of item.entries) {
    const known = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
    if (known) said.set(known, entry);
    else if (entry.value.kind === 'scalar') details.push([entry.key, entry.value.raw]);
  }
  const named = said.get('name')?.value;
  const name = named ? (words(named)[0] ?? '') : '';
  if (named === undefined || name === '') return undefined;
  const active = said.get('active')?.value;
  const bounds = active?.kind === 'map' ? active.entries : [];
  const bound = (key: 'from' | 'to'): string | undefined => {
    const entry = said.get(key) ?? bounds.find((candidate) => keys[candidate.key] === key);
    const written = entry && words(entry.value)[0];
    if (entry === undefined || written === undefined || BOUND.test(written)) return written;
    // What cannot be compared bounds nothing.
    faults.push(houseFault('bad-bound', entry.value.at, { key: entry.key, actual: written }));
    return undefined;
  };
  const email = said.get('email');
  return {
    name,
    roles: words(said.get('roles')?.value),
    penNames: words(said.get('penNames')?.value),
    details,
    at: named.at,
    ...defined('email', email && words(email.value)[0]),
    ...defined('from', bound('from')),
    ...defined('to', bound('to')),
  };
}

function defined<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}

/** A scalar or a list of scalars as texts. */
function words(value: Value | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(words);
  if (value?.kind !== 'scalar') return [];
  const text = (typeof value.value === 'string' ? value.value : value.raw).trim();
  return text === '' ? [] : [text];
}

/** The people of a house and of the one that it extends; who is listed twice is as the nearer list says. */
export function joinStaff(
  own: readonly Colleague[] | undefined,
  above: readonly Colleague[] | undefined,
): readonly Colleague[] | undefined {
  if (own === undefined || above === undefined) return own ?? above;
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...above.filter(({ name }) => !names.has(name))];
}

/** Whether somebody is on the staff on a day. ISO dates, months and years compare as text; a bound that is shorter than the date covers all of its period. */
export function wasActive({ from, to }: Colleague, date: string): boolean {
  if (from !== undefined && date.slice(0, from.length) < from) return false;
  return to === undefined || date.slice(0, to.length) <= to;
}

/** The colleague who goes by a name or pen-name. */
export function colleagueNamed(people: readonly Colleague[], name: string): Colleague | undefined {
  return people.find((person) => person.name === name || person.penNames.includes(name));
}
