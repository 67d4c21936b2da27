import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../disk/decode.ts';
import { readBytes } from '../disk/disk.ts';
import { pathOf } from '../disk/place.ts';
import { isSettled, stampAt, stampOf } from '../disk/stamp.ts';
import { type Trace, traceOf } from '../engine/traces.ts';
import { hashOf } from '../model/hash.ts';
import { relativePath } from '../newsroom/uri.ts';
import { cachesOf, keepBytes, readKept } from './code-cache.ts';
import type { Io } from './io.ts';
import { packTraces, type StampedTrace, unpackTraces } from './packed-traces.ts';

/** What the articles of newsrooms have that others may have, as earlier runs read it. */
export interface KeptTraces {
  /**
   * What an article of a newsroom has: taken over where nobody has written to its file since, else read. `undefined`
   * where it cannot be.
   */
  traceOf(uri: string, root: string): Trace | undefined;
  /** Keeps what was read for the next run, where it is enough to be worth it. Never throws. */
  write(): void;
}

/** Fewer files are read in less time than it takes to keep what they have. */
const worthKeeping = 32;

interface Newsroom {
  readonly name: string;
  /** What was kept, by path from the newsroom's folder, until it is asked for. */
  readonly known: Map<string, StampedTrace>;
  /** What holds now, by uri, which others keep as well: of articles that are gone nothing is kept. */
  readonly next: Map<string, StampedTrace>;
  /** How many were read. */
  read: number;
}

/**
 * Reading a thousand articles for what they share with one took longer than judging that one. What they have is kept in
 * the user's own cache, a file for each newsroom; `undefined` where the user has none or wants none.
 *
 * @param now when the run began, in milliseconds since the epoch
 * @param step is told of each article that is asked for
 */
export function keptTraces(
  { env }: Pick<Io, 'env'>,
  now: number,
  step: () => void = () => undefined,
): KeptTraces | undefined {
  const caches = cachesOf({ platform: process.platform, env, home: env.HOME ?? '' });
  // Another program may read an article otherwise.
  const program = stampAt(fileURLToPath(import.meta.url));
  if (caches === undefined || program === undefined) return undefined;
  const folder = join(caches, 'copydesk', 'newsrooms');
  const newsrooms = new Map<string, Newsroom>();

  const newsroomAt = (root: string): Newsroom => {
    const found = newsrooms.get(root);
    if (found !== undefined) return found;
    const name = `${hashOf(root).toString(36)}.json`;
    const known = unpackTraces(readKept(folder, name), { program, root });
    const made = { name, known, next: new Map<string, StampedTrace>(), read: 0 };
    newsrooms.set(root, made);
    return made;
  };

  return {
    traceOf(uri, root) {
      const path = pathOf(uri);
      const inside = relativePath(root, uri);
      if (path === undefined || inside === undefined) return undefined;
      step();
      const newsroom = newsroomAt(root);
      const kept = newsroom.known.get(inside) ?? newsroom.next.get(uri);
      newsroom.known.delete(inside);
      if (kept !== undefined && kept.stamp === numbered(stampAt(path))) {
        newsroom.next.set(uri, kept);
        return kept;
      }
      const file = readBytes(path);
      const decoded = file && 'bytes' in file ? decode(file.bytes) : undefined;
      if (file === undefined || 'refused' in file || decoded?.kind !== 'text') return undefined;
      newsroom.read++;
      const trace = traceOf(decoded.text);
      if (!isSettled(file.stat, now)) return trace;
      const stamped = { ...trace, stamp: numbered(stampOf(file.stat)) };
      newsroom.next.set(uri, stamped);
      return stamped;
    },
    write() {
      for (const [root, { name, next, read }] of newsrooms) {
        // Few that were written to are read again each time: keeping all of them takes as long as reading some dozens.
        if (read < worthKeeping || next.size < worthKeeping || read * 64 < next.size) continue;
        keepBytes(folder, name, packTraces(insideOf(next, root), { program, root }));
      }
    },
  };
}

/** A stamp in few bytes; no file has the one of nothing. */
const numbered = (stamp: string | undefined): number => (stamp === undefined ? -1 : hashOf(stamp));

/** Traces by path from the newsroom's folder, as often as they are gone through. */
function insideOf(traces: ReadonlyMap<string, StampedTrace>, root: string): Iterable<readonly [string, StampedTrace]> {
  return {
    *[Symbol.iterator]() {
      for (const [uri, trace] of traces) yield [relativePath(root, uri) ?? uri, trace] as const;
    },
  };
}
