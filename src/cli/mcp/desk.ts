import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Desk } from '../../agents/tools.ts';
import { decode } from '../../disk/decode.ts';
import { disk, readBytes } from '../../disk/disk.ts';
import { pathOf, uriOf } from '../../disk/place.ts';
import { newsroomIndex } from '../../newsroom/newsroom-index.ts';
import { isInside } from '../../newsroom/world.ts';
import { housesOf } from '../houses.ts';
import { whyNotWritten } from '../not-written.ts';
import { rewriteArticle } from '../rewrite-article.ts';
import type { Run } from '../run.ts';
import { writeNew } from '../write-file.ts';

/**
 * The newsroom in a folder of the disk, as it is now: made anew for each call, so that nothing of it is stale.
 *
 * @param root the folder that nothing is read or written outside of; absolute
 */
export function deskOnDisk(run: Run, root: string, signal: AbortSignal): Desk {
  const { io, locale, say, values } = run;
  const folder = uriOf(root);
  const houses = housesOf({ ...run, io: { ...io, cwd: root } }, true);

  /** Links may have been changed since the path was looked at. */
  async function stillInside(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    return path !== undefined && (await isInside(disk, uri, folder)) ? path : undefined;
  }

  return {
    world: disk,
    houses,
    index: newsroomIndex(disk, { keys: () => [], text: () => undefined }, houses.fileFor),
    folders: [folder],
    locale,
    now: io.now,
    absolute: (path) => (isAbsolute(path) ? uriOf(underItsName(resolve(path), root)) : undefined),
    async turn() {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      signal.throwIfAborted();
    },
    mayWrite: values.write === true,
    async replace(uri, before, after) {
      const path = await stillInside(uri);
      const read = path === undefined ? undefined : readBytes(path);
      if (path === undefined || read === undefined || 'refused' in read) return say('write-changed');
      const { bytes } = read;
      const decoded = decode(bytes);
      if (decoded.kind !== 'text' || decoded.text !== before) return say('write-changed');
      return rewriteArticle({ ...decoded, shown: path, path, bytes }, after, { say })?.message;
    },
    async create(uri, text) {
      const path = pathOf(uri);
      if (path === undefined) return uri;
      const failed = writeNew(path, Buffer.from(text));
      return failed?.kind === 'changed' ? 'taken' : failed && whyNotWritten(failed, say);
    },
  };
}

/** A path by the name that the folder was opened under, where it goes through another name of it: a link to it, or past one. */
function underItsName(path: string, root: string): string {
  const top = realOf(root);
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    if (at === root) return path;
    if (realOf(at) === top) return join(root, relative(at, path));
  }
  return path;
}

/** Where a path leads in the end; itself where nothing is there. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
