import { type Localized, type Severity, severities } from '../model/finding.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import type { Place } from '../model/prose.ts';
import type { Cited } from './house-case.ts';
import { type HouseFault, houseFault, onceEach, unknownWord } from './house-fault.ts';
import { readHouseYaml } from './house-yaml.ts';
import { termLists, termsOf } from './term-lists.ts';

/** Where a term is looked for: the headline and its second line, captions and credits, everything else. */
export type TermPlace = 'title' | 'body' | 'credit';

export const termPlaces: readonly TermPlace[] = ['title', 'body', 'credit'];

/** A word that the newsroom prescribes, forbids, or both. `{n}` in a word stands for a figure. */
export interface Term {
  /** What is written; absent: nothing takes the place of `not`. */
  readonly use?: string;
  /** What is not written; empty: `use` is only completed and explained. */
  readonly not: readonly string[];
  /** Longer words that hold one of `not` and are right. */
  readonly except: readonly string[];
  readonly why?: Localized;
  /** What it rests on: a standard, a page, a decision of the desk. */
  readonly see?: string;
  /** ISO days, months or years as written (`2021-02`), both included; absent: no bound. */
  readonly from?: string;
  readonly until?: string;
  /** Empty: everywhere. */
  readonly where: readonly TermPlace[];
  /** It holds in quotations, titles of works and the text of links, too. */
  readonly quoted: boolean;
  /** Absent: that of the check. */
  readonly severity?: Severity;
  /** Whether Fix All writes `use`, or a person is asked each time. */
  readonly ask: boolean;
  readonly cases: readonly TermCase[];
  /** Where its first word stands in its file. */
  readonly at: Place;
}

/** A sentence that shows what a term does. */
export interface TermCase extends Cited {
  /** Nothing may be found in it. */
  readonly silent: boolean;
  /** How it reads after the safe fixes. */
  readonly fixed?: Cited;
}

/** What came of a file of terms. */
interface Terms {
  readonly terms: readonly Term[];
  readonly faults: readonly HouseFault[];
}

/** The keys of a term; its JSON Schema and completion are made of it, too. `list` stands alone and takes a list of ours. */
export const termKeys = [
  'list',
  'use',
  'not',
  'except',
  'why',
  'see',
  'from',
  'until',
  'where',
  'quoted',
  'severity',
  'ask',
  'cases',
] as const satisfies readonly (keyof Term | 'list')[];

/** More is no list that anybody keeps by hand. */
const MOST_TERMS = 20_000;

/** Reads a newsroom's `terms.yml`: a list under `terms:`. What is faulty is left out and told. Never throws. */
export function readTerms(text: string): Terms {
  const { entries, faults } = readHouseYaml(text);
  const found: HouseFault[] = [...faults];
  const terms: Term[] = [];
  for (const [key, { keyAt, value }] of onceEach(entries, found)) {
    if (key !== 'terms') found.push(unknownWord('unknown-setting', keyAt, key, ['terms']));
    else if (value.kind === 'list') terms.push(...readTermList(value.items, found));
    else if (value.kind !== 'null') found.push(houseFault('expected-list', value.at, { key }));
  }
  found.sort((a, b) => a.at.start - b.at.start);
  return { terms, faults: found };
}

/** Reads the items of `terms`, of a house file or a file of its own. */
export function readTermList(items: readonly Value[], faults: HouseFault[]): readonly Term[] {
  const shipped: Term[] = [];
  const terms = items.slice(0, MOST_TERMS).flatMap((item) => {
    const list = readShipped(item, faults);
    if (list === undefined) return readTerm(item, faults) ?? [];
    shipped.push(...list);
    return [];
  });
  const over = items[MOST_TERMS];
  if (over) faults.push(houseFault('too-many-terms', over.at, { limit: MOST_TERMS }));
  const forbidden = new Map<string, Term>();
  for (const term of terms) {
    for (const word of term.not) {
      const other = forbidden.get(word);
      // The same word may be forbidden in turn for one reason and another, at different times or places.
      if (other && other.from === term.from && other.until === term.until && `${other.where}` === `${term.where}`)
        faults.push(houseFault('duplicate-term', term.at, { actual: word }));
      forbidden.set(word, term);
    }
  }
  // What the newsroom says itself of a word goes before what a list says.
  return shipped.length === 0 ? terms : (joinTerms(terms, shipped) ?? terms);
}

/** The terms of a list of ours, where an item names one; `undefined` for a term. */
function readShipped(item: Value, faults: HouseFault[]): readonly Term[] | undefined {
  const entry = item.kind === 'map' ? item.entries.find(({ key }) => key === 'list') : undefined;
  if (entry === undefined || item.kind !== 'map') return undefined;
  for (const { key, keyAt } of item.entries)
    if (key !== 'list') faults.push(unknownWord('unknown-setting', keyAt, key, ['list']));
  const named = textOf(entry.value)?.trim() ?? '';
  const list = termLists.find((known) => known === named);
  if (list === undefined) faults.push(unknownWord('unknown-value', entry.value.at, named, termLists, { key: 'list' }));
  return list === undefined ? [] : termsOf(list, entry.value.at);
}

/** A year, a month or a day. */
const BOUND = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function readTerm(item: Value, faults: HouseFault[]): Term | undefined {
  if (item.kind !== 'map') {
    faults.push(houseFault('expected-map', item.at, { key: 'terms' }));
    return undefined;
  }
  const said = new Map<keyof Term, Entry>();
  for (const [key, entry] of onceEach(item.entries, faults)) {
    const known = termKeys.find((one) => one === key);
    if (known !== undefined && known !== 'list') said.set(known, entry);
    else faults.push(unknownWord('unknown-setting', entry.keyAt, key, termKeys));
  }
  const { words, word, flag, bound } = readers(said, faults);
  const use = word('use');
  const not = words('not');
  if (use === undefined && not.length === 0) {
    faults.push(houseFault('empty-term', item.at));
    return undefined;
  }
  const own = not.find((one) => one === use);
  if (own !== undefined) faults.push(houseFault('same-term', said.get('not')?.value.at ?? item.at, { actual: own }));
  const where = words('where').flatMap((one) => {
    const place = termPlaces.find((known) => known === one);
    if (place === undefined)
      faults.push(
        unknownWord('unknown-value', said.get('where')?.value.at ?? item.at, one, termPlaces, { key: 'where' }),
      );
    return place ?? [];
  });
  const grave = word('severity');
  const severity = severities.find((known) => known === grave);
  if (grave !== undefined && severity === undefined)
    faults.push(
      unknownWord('unknown-value', said.get('severity')?.value.at ?? item.at, grave, severities, { key: 'severity' }),
    );
  return {
    ...defined('use', use),
    not: not.filter((one) => one !== use),
    except: words('except'),
    ...defined('why', whyOf(said.get('why')?.value, faults)),
    ...defined('see', word('see')),
    ...defined('from', bound('from')),
    ...defined('until', bound('until')),
    where,
    quoted: flag('quoted'),
    ...defined('severity', severity),
    ask: flag('ask'),
    cases: casesOf(said.get('cases')?.value, faults),
    at: (said.get('use') ?? said.get('not'))?.value.at ?? item.at,
  };
}

/** How the settings of one term are read. */
function readers(said: ReadonlyMap<keyof Term, Entry>, faults: HouseFault[]) {
  const words = (key: keyof Term): readonly string[] => {
    const entry = said.get(key);
    if (entry === undefined || entry.value.kind === 'null') return [];
    const { value } = entry;
    return (value.kind === 'list' ? value.items : [value]).flatMap((one) => {
      const text = textOf(one)?.trim();
      if (text === undefined) faults.push(houseFault('expected-text', one.at, { key: entry.key }));
      return text === undefined || text === '' ? [] : [text];
    });
  };
  const word = (key: keyof Term): string | undefined => {
    const entry = said.get(key);
    if (entry?.value.kind !== 'list') return words(key)[0];
    faults.push(houseFault('expected-text', entry.value.at, { key }));
    return undefined;
  };
  return {
    words,
    word,
    flag(key: keyof Term): boolean {
      const entry = said.get(key);
      if (entry === undefined || entry.value.kind === 'null') return false;
      if (entry.value.kind === 'scalar' && typeof entry.value.value === 'boolean') return entry.value.value;
      faults.push(houseFault('expected-boolean', entry.value.at, { key: entry.key }));
      return false;
    },
    bound(key: 'from' | 'until'): string | undefined {
      const entry = said.get(key);
      const written = word(key);
      if (entry === undefined || written === undefined || BOUND.test(written)) return written;
      faults.push(houseFault('bad-bound', entry.value.at, { key: entry.key, actual: written }));
      return undefined;
    },
  };
}

/** One text for every language, or one for each. */
function whyOf(value: Value | undefined, faults: HouseFault[]): Localized | undefined {
  if (value?.kind === 'map') {
    const of = (key: string): string | undefined => {
      const entry = value.entries.find((one) => one.key === key);
      return entry && textOf(entry.value);
    };
    const [en, zh] = [of('en'), of('zh')];
    return en === undefined && zh === undefined ? undefined : { en: en ?? zh ?? '', zh: zh ?? en ?? '' };
  }
  const text = value && textOf(value)?.trim();
  if (value && value.kind !== 'null' && text === undefined)
    faults.push(houseFault('expected-text', value.at, { key: 'why' }));
  return text ? { en: text, zh: text } : undefined;
}

function casesOf(value: Value | undefined, faults: HouseFault[]): readonly TermCase[] {
  if (value === undefined || value.kind === 'null') return [];
  return (value.kind === 'list' ? value.items : [value]).flatMap((item): readonly TermCase[] => {
    const text = textOf(item);
    if (text !== undefined) return [{ text, at: item.at, silent: false }];
    const cited = (key: string): Cited | undefined => {
      const entry = item.kind === 'map' ? item.entries.find((one) => one.key === key) : undefined;
      const said = entry && textOf(entry.value);
      return entry && said !== undefined ? { text: said, at: entry.value.at } : undefined;
    };
    const silent = cited('silent');
    if (silent) return [{ ...silent, silent: true }];
    const found = cited('text');
    const fixed = cited('fixed');
    if (found) return [{ ...found, silent: false, ...(fixed ? { fixed } : {}) }];
    faults.push(houseFault('bad-term-case', item.at));
    return [];
  });
}

function defined<K extends keyof Term>(key: K, value: Term[K]): { readonly [P in K]?: Term[P] } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: Term[P] });
}

/** The terms of a house and of the one that it extends; a word that both speak of is as the nearer one says. */
export function joinTerms(
  own: readonly Term[] | undefined,
  above: readonly Term[] | undefined,
): readonly Term[] | undefined {
  if (own === undefined || above === undefined) return own ?? above;
  const known = new Set(own.flatMap(({ use, not }) => [...not, ...(not.length === 0 && use ? [use] : [])]));
  const rest = above.flatMap((term) => {
    const not = term.not.filter((word) => !known.has(word));
    if (not.length === 0 && (term.not.length > 0 || (term.use !== undefined && known.has(term.use)))) return [];
    return [not.length === term.not.length ? term : { ...term, not }];
  });
  return [...own, ...rest];
}
