import type { Trace } from '../engine/traces.ts';
import { numberTable } from './number-table.ts';

/** What an article has that another one may have as well, each as a number that stands for it. */
export interface Keys {
  /** Paragraphs, title, address: that both have it is all that others are told. */
  readonly had: readonly number[];
  /** Pictures: others are told what the article says of them, too. */
  readonly spokenOf: readonly number[];
}

/** Who has what, among the articles of a newsroom. */
export interface Ledger {
  /** The others who have it, in order of their uris; nobody where so many have it that it tells nothing. */
  others(key: number, own: string): readonly string[];
  /** Everybody who has something that an article has. */
  sharers(uri: string): ReadonlySet<string>;
  /** Takes down what one of its articles has now. Returns the others that this may concern. */
  put(uri: string, trace: Trace): ReadonlySet<string>;
}

/** What more articles than this have is furniture: nobody is named any more. */
const common = 16;

const nobody: readonly string[] = [];

/**
 * A ledger of what articles have. It costs some dozen bytes a key, and a look into a table a question, so that it can
 * follow typing in a newsroom of any size.
 *
 * @param articles each once
 * @param keysOf what stands for what an article has, the same whenever it is asked for
 */
export function ledger(
  articles: Iterable<readonly [uri: string, trace: Trace]>,
  keysOf: (uri: string, trace: Trace) => Keys,
): Ledger {
  // What stands for what an article has is worked out again: to keep it took as much as all else that is kept of it.
  const uris: string[] = [];
  const traces: Trace[] = [];
  /** The number of an article, from 1, which nearly all keys have no more of; below 0 that of a group of owners. */
  const owners = numberTable();
  const groups: number[][] = [];
  /** Whoever only asks who else has a key needs no number. */
  let numbers: ReadonlyMap<string, number> | undefined;

  const uriOf = (number: number): string => uris[number - 1] ?? '';

  function numberOf(uri: string): number | undefined {
    numbers ??= new Map(uris.map((one, index) => [one, index + 1]));
    return numbers.get(uri);
  }

  function others(key: number, own: string): readonly string[] {
    const who = owners.get(key);
    if (who === 0) return nobody;
    if (who > 0) return uriOf(who) === own ? nobody : [uriOf(who)];
    const group = groups[-who - 1] ?? [];
    if (group.length > common) return nobody;
    return group
      .map(uriOf)
      .filter((uri) => uri !== own)
      .sort();
  }

  /** An article that has no key yet, or the last one that was given any: all of an article's are added in a row. */
  function add(key: number, number: number): void {
    const who = owners.get(key);
    if (who === 0) owners.set(key, number);
    else if (who > 0 && who !== number) owners.set(key, -groups.push([who, number]));
    else if (who < 0 && groups[-who - 1]?.at(-1) !== number) groups[-who - 1]?.push(number);
  }

  function drop(key: number, number: number): void {
    const who = owners.get(key);
    if (who === number) owners.delete(key);
    else if (who < 0) groups[-who - 1] = groups[-who - 1]?.filter((one) => one !== number) ?? [];
  }

  for (const [uri, trace] of articles) {
    const number = uris.push(uri);
    traces.push(trace);
    for (const key of all(keysOf(uri, trace))) add(key, number);
  }
  return {
    others,
    sharers(uri) {
      const own = traces[(numberOf(uri) ?? 0) - 1];
      return new Set(own ? all(keysOf(uri, own)).flatMap((key) => others(key, uri)) : []);
    },
    put(uri, trace) {
      const number = numberOf(uri) ?? 0;
      const before = traces[number - 1];
      const concerned = new Set<string>();
      // Another newsroom's, or one that came: then the ledger is made anew.
      if (before === undefined) return concerned;
      const told = (keys: Iterable<number>): void => {
        for (const key of keys) for (const other of others(key, uri)) concerned.add(other);
      };
      const [had, has] = [keysOf(uri, before), keysOf(uri, trace)];
      const changed = changedKeys({ keys: had, trace: before }, { keys: has, trace });
      // Whoever is named no longer, for being one of too many, is told as well.
      told(changed);
      for (const key of all(had)) drop(key, number);
      for (const key of all(has)) add(key, number);
      traces[number - 1] = trace;
      told(changed);
      return concerned;
    },
  };
}

interface Known {
  readonly keys: Keys;
  readonly trace: Trace;
}

const all = ({ had, spokenOf }: Keys): readonly number[] => [...had, ...spokenOf];

/** The keys of which others are told otherwise now. */
function changedKeys(before: Known, now: Known): ReadonlySet<number> {
  const [old, fresh] = [new Set(all(before.keys)), new Set(all(now.keys))];
  // Others name the article by what its front matter says: its day.
  if (before.trace.values !== now.trace.values) return new Set([...old, ...fresh]);
  const changed = new Set<number>();
  for (const key of old) if (!fresh.has(key)) changed.add(key);
  for (const key of fresh) if (!old.has(key)) changed.add(key);
  if (before.trace.text !== now.trace.text)
    for (const key of [...before.keys.spokenOf, ...now.keys.spokenOf]) changed.add(key);
  return changed;
}
