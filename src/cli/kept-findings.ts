import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { Facts } from '../checks/check.ts';
import { isSettled, stampOf } from '../disk/stamp.ts';
import { opensFrontMatter } from '../engine/is-article.ts';
import type { Trace } from '../engine/traces.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Locale } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { isNoDate, momentOf, readDate } from '../model/written-date.ts';
import type { Wanted } from '../newsroom/facts.ts';
import type { FileReport } from './report.ts';

/** What was found in an article, and all that it follows from. */
export interface Kept {
  /** Hash of the article's bytes. */
  readonly text: string;
  /**
   * What its file was when it had these bytes, where whatever is written to it must change that, and where reading it
   * found front matter and nothing to tell: then it need not be read to know what it says.
   */
  readonly stamp?: string;
  /** Hash of the house with its staff and schema, and the language of messages. */
  readonly house: string;
  /** Hash of what the article refers to, as it was found. */
  readonly facts: string;
  readonly wanted: {
    readonly references: readonly string[];
    readonly values: readonly (readonly [string, readonly string[]])[];
    readonly links: readonly string[];
    readonly trace?: Omit<Trace, 'values'>;
  };
  /** When it was reviewed, in milliseconds since the epoch. */
  readonly at: number;
  readonly report: Omit<FileReport, 'path'>;
}

/** An article as it was read. */
export interface WasRead {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** What was said of its file before; absent where it has none, or where reading it had something to tell. */
  readonly stat?: Stats | undefined;
}

/** Tells whether what was found still holds, and writes down what does. One a thread: it hashes each house once. */
export interface Keeper {
  /**
   * Whether this very text would be judged the same by this very house in this very world.
   *
   * @param bytes `undefined` where the text is known to be the same
   */
  stillHolds(
    kept: Kept,
    bytes: Uint8Array | undefined,
    house: House,
    facts: (wanted: Wanted) => Promise<Facts>,
  ): Promise<boolean>;
  /** What is kept of an article, with what its file is now. */
  stamped(kept: Kept, read: WasRead): Kept;
  /** What a later run may take over; `undefined` for what may be judged otherwise then. */
  keep(
    read: WasRead,
    house: House,
    article: Article,
    wanted: Wanted,
    facts: Facts,
    report: FileReport,
  ): Kept | undefined;
}

/** A day, in milliseconds: no time zone is farther from another. */
export const DAY = 24 * 60 * 60 * 1000;

/** @param now when the run began, in milliseconds since the epoch */
export function keeper(locale: Locale, now: number): Keeper {
  const houses = new WeakMap<House, string>();
  const houseHash = (house: House): string => {
    const hashed = houses.get(house) ?? hash(JSON.stringify([locale, house], plainMaps));
    houses.set(house, hashed);
    return hashed;
  };
  return {
    async stillHolds(kept, bytes, house, facts) {
      // A clock that was put back may make a date lie ahead again.
      if (kept.at > now || kept.house !== houseHash(house)) return false;
      if (bytes !== undefined && kept.text !== hash(bytes)) return false;
      const { references, links, trace } = kept.wanted;
      const values = new Map(kept.wanted.values);
      const wanted = { references, values, links, ...(trace ? { trace: { ...trace, values } } : {}) };
      return kept.facts === factsHash(await facts(wanted));
    },
    stamped({ stamp: _, ...kept }, read) {
      const stamp = stampOfText(read, now);
      return stamp === undefined ? kept : { ...kept, stamp };
    },
    keep(read, house, article, wanted, facts, { path: _, ...report }) {
      // What bears a date to come may be judged otherwise when it has come.
      if (liesAhead(article, now)) return undefined;
      return this.stamped(
        {
          text: hash(read.bytes),
          house: houseHash(house),
          facts: factsHash(facts),
          wanted: {
            references: wanted.references,
            values: [...wanted.values],
            links: wanted.links,
            ...(wanted.trace ? { trace: withoutValues(wanted.trace) } : {}),
          },
          at: now,
          report,
        },
        read,
      );
    },
  };
}

function stampOfText({ text, stat }: WasRead, now: number): string | undefined {
  return stat !== undefined && isSettled(stat, now) && opensFrontMatter(text) ? stampOf(stat) : undefined;
}

/** Whether a value of the front matter is a date after yesterday's. */
function liesAhead({ frontMatter }: Article, now: number): boolean {
  const ahead = (value: Value): boolean => {
    if (value.kind === 'list') return value.items.some(ahead);
    if (value.kind === 'map') return value.entries.some((entry) => ahead(entry.value));
    if (value.kind !== 'scalar') return false;
    const date = readDate(value.raw);
    return !isNoDate(date) && momentOf(date, 'UTC') > now - DAY;
  };
  return frontMatter.entries.some(({ value }) => ahead(value));
}

function withoutValues({ values: _, ...trace }: Trace): Omit<Trace, 'values'> {
  return trace;
}

/** The moment aside: see {@link liesAhead}. */
function factsHash({ now: _, ...facts }: Facts): string {
  return hash(JSON.stringify(facts, plainMaps));
}

function plainMaps(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** A short name for some content: no two have the same. */
export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
