import { type DeskRow, readingsIn } from '../desk/row.ts';
import { isOneOf, isRecord, isText } from './shapes.ts';
import { soundsLike } from './sounds-like.ts';

export const groupings = ['none', 'stage', 'column', 'day', 'person', 'turn'] as const;
export const orders = ['latest', 'earliest', 'title', 'findings', 'rate', 'characters', 'path'] as const;
export const shows = ['all', 'open', 'errors', 'findings', 'clean'] as const;

/** How the desk's list is looked at. '' in a filter: whatever it is. */
export interface DeskLook {
  /** What is searched for: words, all of which an article has, or sounds like. */
  readonly query: string;
  readonly group: (typeof groupings)[number];
  readonly order: (typeof orders)[number];
  readonly show: (typeof shows)[number];
  readonly stage: string;
  readonly column: string;
  readonly person: string;
}

/** As the list is first looked at. */
export const firstLook: DeskLook = {
  query: '',
  group: 'stage',
  order: 'latest',
  show: 'all',
  stage: '',
  column: '',
  person: '',
};

/** A look that was kept; what is wrong with it is as at first. */
export function lookFrom(kept: unknown): DeskLook {
  if (!isRecord(kept)) return firstLook;
  const text = (value: unknown): string => (isText(value) ? value : '');
  return {
    query: text(kept.query),
    group: isOneOf(kept.group, groupings) ? kept.group : firstLook.group,
    order: isOneOf(kept.order, orders) ? kept.order : firstLook.order,
    show: isOneOf(kept.show, shows) ? kept.show : firstLook.show,
    stage: text(kept.stage),
    column: text(kept.column),
    person: text(kept.person),
  };
}

/** Articles under one heading. `name`: '' where they have none of what they are grouped by, or are not grouped. */
export interface DeskGroup {
  readonly name: string;
  readonly rows: readonly DeskRow[];
}

/** The list as it is looked at. An article that has several of what is grouped by is listed under the first. */
export function deskList(rows: Iterable<DeskRow>, look: DeskLook): readonly DeskGroup[] {
  const found = [...rows].filter(finder(look)).sort(sorter(look.order));
  if (look.group === 'none') return found.length === 0 ? [] : [{ name: '', rows: found }];
  const nameOf = namers[look.group];
  const groups = new Map<string, DeskRow[]>();
  for (const row of found) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const rank = look.group === 'stage' ? stageRanks(found) : undefined;
  return [...groups]
    .map(([name, all]) => ({ name, rows: all }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || compareGroups(a.name, b.name, look, rank));
}

/** Each value that articles have, the most used first. */
export function choicesOf(rows: Iterable<DeskRow>, values: (row: DeskRow) => readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of values(row)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0])).map(([value]) => value);
}

const collator = new Intl.Collator('zh');

const namers: Readonly<Record<Exclude<DeskLook['group'], 'none'>, (row: DeskRow) => string>> = {
  stage: ({ stageWord }) => stageWord,
  column: ({ column }) => column,
  day: ({ date }) => date.slice(0, 10),
  person: ({ people }) => people[0] ?? '',
  turn: ({ checked }) => checked?.turn ?? '',
};

const stages: readonly DeskRow['stage'][] = ['draft', 'ready', 'published'];

/** Houses may call one stage by several words. */
function stageRanks(rows: readonly DeskRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ stage, stageWord }) => [stageWord, stages.indexOf(stage)]));
}

function compareGroups(
  a: string,
  b: string,
  { group, order }: DeskLook,
  rank: ReadonlyMap<string, number> | undefined,
): number {
  if (rank) return (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || collator.compare(a, b);
  if (group === 'day') return order === 'earliest' ? compare(a, b) : compare(b, a);
  return collator.compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether an article is among those that are looked for. */
function finder({ query, show, stage, column, person }: DeskLook): (row: DeskRow) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) =>
    (stage === '' || row.stageWord === stage) &&
    (column === '' || row.column === column) &&
    (person === '' || row.people.includes(person)) &&
    isShown(row, show) &&
    words.every((word) => textOf(row).includes(word) || (/^[a-z0-9']+$/.test(word) && sounds(row, word)));
}

function isShown({ stage, checked }: DeskRow, show: DeskLook['show']): boolean {
  const { errors = 0, warnings = 0, questions = 0 } = checked ?? {};
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return stage !== 'published';
    case 'errors':
      return errors > 0;
    case 'findings':
      return errors + warnings + questions > 0;
    case 'clean':
      return checked !== undefined && errors + warnings + questions === 0;
  }
}

const texts = new WeakMap<DeskRow, string>();

/** What is searched of an article. */
function textOf(row: DeskRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { title, path, column, stageWord, people, date, checked } = row;
  const text = [title, path, column, stageWord, checked?.turn ?? '', ...people, date.slice(0, 16).replace('T', ' ')]
    .join('\n')
    .toLowerCase();
  texts.set(row, text);
  return text;
}

const readings = new WeakMap<DeskRow, readonly (readonly string[])[]>();

/** Whether letters are what a stretch of title and names sounds like; `fromStart`: the beginning of the title. */
export function sounds(row: DeskRow, typed: string, fromStart = false): boolean {
  const known = readings.get(row) ?? readingsIn(row.sounds);
  readings.set(row, known);
  return soundsLike(known, typed.replaceAll("'", ''), fromStart);
}

function sorter(order: DeskLook['order']): (a: DeskRow, b: DeskRow) => number {
  const byPath = (a: DeskRow, b: DeskRow): number => compare(a.path, b.path);
  const most = (count: (row: DeskRow) => number) => (a: DeskRow, b: DeskRow) => count(b) - count(a) || byPath(a, b);
  switch (order) {
    case 'latest':
      return (a, b) => compare(b.date, a.date) || byPath(a, b);
    case 'earliest':
      // What has no date comes last either way.
      return (a, b) => compare(a.date || '~', b.date || '~') || byPath(a, b);
    case 'title':
      return (a, b) => collator.compare(a.title || a.path, b.title || b.path) || byPath(a, b);
    case 'findings':
      return most(({ checked }) =>
        checked ? checked.errors * 1e4 + checked.warnings * 10 + checked.questions / 1e3 : -1,
      );
    case 'rate':
      return most(({ checked }) => checked?.rate ?? -1);
    case 'characters':
      return most(({ checked }) => checked?.characters ?? -1);
    case 'path':
      return byPath;
  }
}

/**
 * What a row is called and, where that may be said of others as well, the file that it is: articles that say nothing of
 * themselves, and those of which the headline stands in a text that nobody has read yet.
 *
 * @param untitled what is said of an article that has no headline
 */
export function namesShown(row: DeskRow, untitled: string): { readonly title: string; readonly file: string } {
  const parts = row.path.split('/');
  const own = parts.pop() ?? row.path;
  // An article that is a folder is called like it.
  const file = /^_?index\./i.test(own) && parts.length > 0 ? `${parts.at(-1)}/${own}` : own;
  if (row.title !== '') return { title: row.title, file: row.date === '' && row.people.length === 0 ? file : '' };
  return row.checked === undefined ? { title: file, file: '' } : { title: untitled, file };
}
