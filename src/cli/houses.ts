import { dirname, resolve } from 'node:path';
import { decode } from '../disk/decode.ts';
import { disk, readBytes } from '../disk/disk.ts';
import { pathOf, uriOf } from '../disk/place.ts';
import { staffFile, termsFile } from '../newsroom/files.ts';
import { type HouseFaults, type HouseInForce, type Houses, houses } from '../newsroom/houses.ts';
import { ownPages } from '../newsroom/own-pages.ts';
import { logoFindings } from '../newsroom/site.ts';
import { nameOf } from '../newsroom/uri.ts';
import { UsageError } from './messages.ts';
import type { Note } from './report.ts';
import type { Run } from './run.ts';
import { showUri } from './shown-path.ts';

/** The houses of a run; each file is read once. */
export interface HousesOfRun extends Houses {
  /** The house for the files of a folder (absolute path). */
  ofFolder(folder: string): Promise<HouseInForce>;
  /** The same, for what nobody can do without knowing the house. Throws {@link UsageError} when it cannot be read. */
  required(folder: string): Promise<HouseInForce>;
  /** What was found of the house and staff files read so far: those with findings, or that are not UTF-8. */
  told(): readonly HouseFaults[];
}

/**
 * The houses of a run: those that are found, or the one that `--house` names. Throws {@link UsageError} when that file
 * cannot be read.
 *
 * @param pages whether the saved pages of houses are read, too, and what is wrong with them is told
 */
export function housesOf({ io, say, values }: Run, pages = false): HousesOfRun {
  const named = values.house === undefined ? undefined : resolve(io.cwd, values.house);
  if (named !== undefined) requireHouse(named, say);
  const told = new Map<string, HouseFaults>();
  const own = ownPages(disk);
  const cwd = uriOf(io.cwd);
  const known = houses({
    world: disk,
    // Whoever runs a command in a folder trusts it.
    opened: { folders: () => [cwd], isTrusted: () => true },
    ...(named === undefined ? {} : { named: uriOf(named) }),
    without: () => '',
    report: (faults) => void told.set(faults.file, faults),
    ...(pages
      ? {
          pageFindings: async (house, file, text) => [
            ...(await own.findings({ house, file }, text)),
            ...(await logoFindings(disk, house, file, text)),
          ],
        }
      : {}),
  });
  return {
    ...known,
    ofFolder: (folder) => known.of(`${uriOf(folder)}/`),
    async required(folder) {
      const inForce = await known.of(`${uriOf(folder)}/`);
      const faulty = [...told.values()].find(
        ({ file, refused }) => refused && ![staffFile, termsFile].includes(nameOf(file)),
      );
      if (inForce.isUnknown && faulty?.refused) {
        const detail = say(faulty.refused);
        throw new UsageError(`${showUri(faulty.file, io.cwd)}: ${say('unreadable', { detail })}`);
      }
      return inForce;
    },
    told: () => [...told.values()].filter(({ findings, isGuessed }) => findings.length > 0 || isGuessed === true),
  };
}

/** The folder of the house in force as a path; `undefined` where it has none. */
export function rootOf({ root }: HouseInForce): string | undefined {
  return root === undefined ? undefined : pathOf(root);
}

/** The folder of a house's file as a path, wherever it lies. */
export function folderOf({ file }: HouseInForce): string | undefined {
  const path = file === undefined ? undefined : pathOf(file);
  return path === undefined ? undefined : dirname(path);
}

/** What was noticed about house and staff files besides what is in them. */
export function notesOnHouses(known: HousesOfRun, { io, say }: Run): readonly Note[] {
  return known.told().flatMap(({ file, refused, isGuessed }): readonly Note[] => {
    const path = showUri(file, io.cwd);
    if (isGuessed) return [{ path, code: 'encoding-gb18030', message: say('encoding-gb18030'), failed: false }];
    if (refused === undefined) return [];
    const name = nameOf(file);
    const sentence = name === staffFile ? 'staff-unknown' : name === termsFile ? 'terms-unknown' : 'house-unknown';
    return [{ path, code: 'unreadable', message: say(sentence, { detail: say(refused) }), failed: true }];
  });
}

function requireHouse(path: string, say: Run['say']): void {
  const read = readBytes(path);
  if (read === undefined) throw new UsageError(say('not-found', { path }));
  const refused = 'refused' in read ? read.refused : decode(read.bytes).kind === 'text' ? undefined : 'not-text';
  if (refused !== undefined) throw new UsageError(say('house-not-found', { path, detail: say(refused) }));
}
