import type { Trace } from '../engine/traces.ts';

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

/** One owner is kept as it is: nearly all keys have no more. */
type Owners = string | Set<string>;

/**
 * A ledger of what articles have. It costs some dozen bytes a key, and a look into a map a question, so that it can
 * follow typing in a newsroom of any size.
 *
 * @param keysOf what stands for what an article has, the same whenever it is asked for
 */
export function ledger(
  articles: Iterable<readonly [uri: string, trace: Trace]>,
  keysOf: (uri: string, trace: Trace) => Keys,
): Ledger {
  const owners = new Map<number, Owners>();
  // What stands for what it has is worked out again: to keep it took as much as all else that is kept of an article.
  const known = new Map<string, Trace>();

  function others(key: number, own: string): readonly string[] {
    const who = owners.get(key);
    if (who === undefined || who === own) return nobody;
    if (typeof who === 'string') return [who];
    return who.size > common ? nobody : [...who].filter((uri) => uri !== own).sort();
  }

  function add(key: number, uri: string): void {
    const who = owners.get(key);
    if (who === undefined) owners.set(key, uri);
    else if (typeof who !== 'string') who.add(uri);
    else if (who !== uri) owners.set(key, new Set([who, uri]));
  }

  function drop(key: number, uri: string): void {
    const who = owners.get(key);
    if (who === uri) owners.delete(key);
    else if (typeof who === 'object') who.delete(uri);
  }

  function set(uri: string, trace: Trace): void {
    const before = known.get(uri);
    if (before) for (const key of all(keysOf(uri, before))) drop(key, uri);
    for (const key of all(keysOf(uri, trace))) add(key, uri);
    known.set(uri, trace);
  }

  for (const [uri, trace] of articles) set(uri, trace);
  return {
    others,
    sharers(uri) {
      const own = known.get(uri);
      return new Set(own ? all(keysOf(uri, own)).flatMap((key) => others(key, uri)) : []);
    },
    put(uri, trace) {
      const before = known.get(uri);
      const concerned = new Set<string>();
      // Another newsroom's, or one that came: then the ledger is made anew.
      if (before === undefined) return concerned;
      const told = (keys: Iterable<number>): void => {
        for (const key of keys) for (const other of others(key, uri)) concerned.add(other);
      };
      const changed = changedKeys({ keys: keysOf(uri, before), trace: before }, { keys: keysOf(uri, trace), trace });
      // Whoever is named no longer, for being one of too many, is told as well.
      told(changed);
      set(uri, trace);
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
