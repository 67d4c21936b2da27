import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts } from '../checks/check.ts';
import { readBytes } from '../disk/disk.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Locale } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { isNoDate, momentOf, readDate } from '../model/written-date.ts';
import type { Wanted } from '../newsroom/facts.ts';
import { cachesOf } from './code-cache.ts';
import type { Io } from './io.ts';
import type { FileReport } from './report.ts';
import { writeWhole } from './write-file.ts';

/** What was found in an article, and all that it follows from. */
interface Kept {
  /** Hash of the article's bytes. */
  readonly text: string;
  /** Hash of the house with its staff and schema, the program, and the language of messages. */
  readonly house: string;
  /** Hash of what the article refers to, as it was found. */
  readonly facts: string;
  readonly wanted: {
    readonly references: readonly string[];
    readonly values: readonly (readonly [string, readonly string[]])[];
  };
  /** When it was reviewed, in milliseconds since the epoch. */
  readonly at: number;
  readonly report: Omit<FileReport, 'path'>;
}

/** Findings of earlier runs, by the path of the article. */
export interface FindingsCache {
  /** What was found in this very text by this very house in this very world; `undefined` when it must be reviewed. */
  find(
    path: string,
    bytes: Uint8Array,
    house: House,
    facts: (wanted: Wanted) => Promise<Facts>,
  ): Promise<FileReport | undefined>;
  keep(
    path: string,
    bytes: Uint8Array,
    house: House,
    article: Article,
    wanted: Wanted,
    facts: Facts,
    report: FileReport,
  ): void;
  /** Writes what is known for the next run. Returns why it could not; never throws. */
  write(): string | undefined;
}

/** A day, in milliseconds: no time zone is farther from another. */
const DAY = 24 * 60 * 60 * 1000;

/** How long articles are remembered that no run looked at, in milliseconds. */
const MONTHS = 90 * DAY;

/** More than any newsroom's cache; a file that is larger is not ours. Bytes. */
const longest = 512 * 1024 * 1024;

/** Where findings are kept when nothing is said: in the user's cache, a file for each folder that was checked. */
export function usualLocation({ env, cwd }: Io): string | undefined {
  const caches = cachesOf({ platform: process.platform, env, home: env.HOME ?? homedir() });
  return caches && join(caches, 'copydesk', 'findings', `${hash(cwd)}.json`);
}

/** The cache in a file; empty where there is none, or none that this program wrote. Never throws. */
export function findingsCache(location: string, locale: Locale, now: number): FindingsCache {
  const program = hash(readFileSync(fileURLToPath(import.meta.url)));
  const known = readKept(location, program);
  const next = new Map<string, Kept>();
  const seen = new Set<string>();
  const houses = new WeakMap<House, string>();
  const houseHash = (house: House): string => {
    const hashed = houses.get(house) ?? hash(JSON.stringify([locale, house], plainMaps));
    houses.set(house, hashed);
    return hashed;
  };
  return {
    async find(path, bytes, house, facts) {
      seen.add(path);
      const kept = known.get(path);
      // A clock that was put back may make a date lie ahead again.
      if (kept === undefined || kept.at > now || kept.house !== houseHash(house) || kept.text !== hash(bytes))
        return undefined;
      const { references, values } = kept.wanted;
      if (kept.facts !== factsHash(await facts({ references, values: new Map(values) }))) return undefined;
      next.set(path, kept);
      return { path, ...kept.report };
    },
    keep(path, bytes, house, article, wanted, facts, { path: _, ...report }) {
      // What bears a date to come may be judged otherwise when it has come.
      if (liesAhead(article, now)) return;
      next.set(path, {
        text: hash(bytes),
        house: houseHash(house),
        facts: factsHash(facts),
        wanted: { references: wanted.references, values: [...wanted.values] },
        at: now,
        report,
      });
    },
    write() {
      // Another run may have checked other articles; those that nobody has reviewed for long may be gone.
      for (const [path, kept] of known) if (!seen.has(path) && now - kept.at < MONTHS) next.set(path, kept);
      return writeWhole(location, Buffer.from(JSON.stringify({ program, articles: Object.fromEntries(next) })))?.detail;
    },
  };
}

function readKept(location: string, program: string): ReadonlyMap<string, Kept> {
  try {
    const read = readBytes(location, longest);
    if (read === undefined || 'refused' in read) return new Map();
    const kept = JSON.parse(Buffer.from(read.bytes).toString('utf8'));
    return kept.program === program ? new Map(Object.entries<Kept>(kept.articles)) : new Map();
  } catch {
    return new Map();
  }
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

/** The moment aside: see {@link liesAhead}. */
function factsHash({ now: _, ...facts }: Facts): string {
  return hash(JSON.stringify(facts, plainMaps));
}

function plainMaps(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
