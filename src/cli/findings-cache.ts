import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBytes } from '../disk/disk.ts';
import { pathOf } from '../disk/place.ts';
import { stampAt } from '../disk/stamp.ts';
import { packedValues } from '../engine/packed-values.ts';
import type { Trace } from '../engine/traces.ts';
import { cachesOf } from './code-cache.ts';
import type { Io } from './io.ts';
import { DAY, hash, type Kept } from './kept-findings.ts';
import { showPath } from './shown-path.ts';
import { type NotWritten, writeWhole } from './write-file.ts';

/** Findings of earlier runs, by the path of the article as reports show it. */
export interface FindingsCache {
  /** What was found in an article when it was last reviewed; whether that still holds, a `Keeper` says. */
  known(path: string): Kept | undefined;
  /** What is kept of an article for questions of others, where its text is still the same: it is read at most. */
  traceOf(uri: string): Trace | undefined;
  /** The article was looked at. @param kept what the next run may take over; `same`: what is known of it */
  seen(path: string, kept: Kept | 'same' | undefined): void;
  /** Writes what is known for the next run. Returns why it could not; never throws. */
  write(): NotWritten | undefined;
}

/** How long articles are remembered that no run looked at, in milliseconds. */
const MONTHS = 90 * DAY;

/** How a file of kept findings begins; what begins otherwise is somebody's own, and stays. */
const begins = /^(?:\{\s*"program":|$)/;

/** Whether a file may be written over: it is not there, is empty, or was written by a run before. */
export function mayKeepFindings(location: string): boolean {
  const head = readBytes(location, headLength, true);
  return head === undefined || 'refused' in head || begins.test(Buffer.from(head.bytes).toString('utf8'));
}

/** Bytes that tell a file of kept findings. */
const headLength = 100;

/** More than any newsroom's cache; a file that is larger is not ours. Bytes. */
const longest = 512 * 1024 * 1024;

/** Where findings are kept when nothing is said: in the user's cache, a file for each folder that was checked. */
export function usualLocation({ env, cwd }: Io): string | undefined {
  const caches = cachesOf({ platform: process.platform, env, home: env.HOME ?? homedir() });
  return caches && join(caches, 'copydesk', 'findings', `${hash(cwd)}.json`);
}

/**
 * The cache in a file; empty where there is none, or none that this program wrote. Never throws.
 *
 * @param cwd the folder from which reports show paths
 */
export function findingsCache(location: string, now: number, cwd: string): FindingsCache {
  const program = hash(readFileSync(fileURLToPath(import.meta.url)));
  const known = readKept(location, program);
  const next = new Map<string, Kept>();
  const seen = new Set<string>();
  return {
    known: (path) => known.get(path),
    traceOf(uri) {
      const path = pathOf(uri);
      const kept = path === undefined ? undefined : known.get(showPath(path, cwd));
      if (path === undefined || kept?.wanted.trace === undefined) return undefined;
      if (kept.stamp === undefined || stampAt(path) !== kept.stamp) {
        const read = readBytes(path);
        if (read === undefined || 'refused' in read || hash(read.bytes) !== kept.text) return undefined;
      }
      return { ...kept.wanted.trace, values: packedValues(new Map(kept.wanted.values)) };
    },
    seen(path, kept) {
      seen.add(path);
      const now = kept === 'same' ? known.get(path) : kept;
      if (now !== undefined) next.set(path, now);
    },
    write() {
      // Another run may have checked other articles; those that nobody has reviewed for long may be gone.
      for (const [path, kept] of known) if (!seen.has(path) && now - kept.at < MONTHS) next.set(path, kept);
      return writeWhole(location, Buffer.from(JSON.stringify({ program, articles: Object.fromEntries(next) })));
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
