import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import gitignore from 'ignore';
import { houseFindings } from '../checks/house-file.ts';
import { type Decoded, decode } from '../disk/decode.ts';
import type { House } from '../house/house.ts';
import { houseFault } from '../house/house-fault.ts';
import { extendedFile, type Resolved } from '../house/load.ts';
import { joinStaff } from '../house/staff.ts';
import { withSchema } from '../house/with-schema.ts';
import type { Finding } from '../model/finding.ts';
import { lineStarts } from '../model/range.ts';
import { defaultHouse, loadHouse } from './load-house.ts';
import { type Say, UsageError } from './messages.ts';
import { ownPageFindings } from './own-page.ts';

/** The name of the file in which a newsroom keeps its house style. */
export const houseFile = 'copydesk.yml';

/** The name of the list of people, beside the house file. */
export const staffFile = 'staff.yml';

/** The house that holds for an article. */
export interface HouseAt {
  readonly house: House;
  /** Absolute path of its file; `undefined` for a house of ours. */
  readonly file: string | undefined;
  /** The folder that holds the file: references of an article may not leave it. */
  readonly root: string | undefined;
  /** The folders of that file and of those that it extends, nearest first: each may hold templates. */
  readonly folders: readonly string[];
  /** Whether the house says that a file is no article (`ignore:`). Path from `root`, with `/`. */
  readonly ignores: (path: string) => boolean;
}

/** A house or staff file with its faults. */
export interface HouseFaults {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly number[];
  readonly findings: readonly Finding[];
}

/** The houses of a run; each file is read once. */
export interface Houses {
  /** The house for the files of a folder (absolute path): that of the nearest `copydesk.yml`, going up. */
  ofFolder(folder: string): HouseAt;
  /** Absolute paths of the house files read so far, those that others extend included. */
  files(): readonly string[];
  /** The house and staff files read so far that have findings. */
  faults(): readonly HouseFaults[];
  /** The house and staff files read so far that are not UTF-8. */
  otherwiseEncoded(): readonly string[];
  /** Reads the saved pages of the house files read so far; what is wrong joins their faults. */
  checkPages(): Promise<void>;
}

/** A house file that was read. */
interface Loaded {
  readonly at: HouseAt;
  readonly resolved: Resolved;
}

/** How long a chain of house files that extend one another may be. */
const longestChain = 16;

/**
 * @param named absolute path of the house file that the user named, which then holds for every article
 * Throws {@link UsageError} when that file cannot be read.
 */
export function houses(named: string | undefined, say: Say): Houses {
  const byFolder = new Map<string, HouseAt>();
  const loaded = new Map<string, Loaded>();
  const faults: HouseFaults[] = [];
  const others: string[] = [];
  const read: { readonly file: string; readonly text: string; readonly house: House }[] = [];

  const note = (path: string, text: string, found: readonly Finding[]): void => {
    if (found.length > 0) faults.push({ path, text, lines: lineStarts(text), findings: found });
  };

  /** The text of a house or staff file. One that is there and cannot be read is a finding, never as if it were not. */
  const textOf = (path: string): string | undefined => {
    const decoded = decodeFile(path);
    if (decoded?.kind === 'text') {
      if (decoded.encoding === 'gb18030') others.push(path);
      return decoded.text;
    }
    if (decoded) note(path, '', houseFindings([houseFault('unreadable', { start: 0, end: 0, from: 0, to: 0 })]));
    return decoded && '';
  };

  const load = (file: string, text: string): Loaded => {
    const folder = dirname(file);
    const staffPath = join(folder, staffFile);
    const staffText = textOf(staffPath);
    const base = baseOf(file, text);
    const found = loadHouse(text, basename(file), staffText, typeof base === 'object' ? base.resolved : base);
    const { house: own, faults: inSchema } = withSchema(found.house, text, schemaOf(found.house, folder));
    const above = typeof base === 'object' ? base.at : undefined;
    const staff = joinStaff(own.staff, above?.house.staff);
    const house = staff ? { ...own, staff } : own;
    note(file, text, [...found.findings, ...houseFindings(inSchema)]);
    read.push({ file, text, house });
    note(staffPath, staffText ?? '', found.staffFindings);
    const folders = [folder, ...(above?.folders ?? [])];
    const at: HouseAt = { house, file, root: folder, folders, ignores: matcher(house.ignore ?? []) };
    const made = { at, resolved: found.resolved };
    loaded.set(file, made);
    return made;
  };

  /** The house file that a file extends. What lies outside the newsroom is not looked at. */
  const extendedBy = (file: string, text: string): string | undefined => {
    const path = extendedFile(text);
    if (path === undefined || path.includes('\0')) return undefined;
    const top = topOf(dirname(file));
    const base = resolve(dirname(file), path);
    return base.startsWith(top + (top.endsWith(sep) ? '' : sep)) ? base : undefined;
  };

  const leadsBack = (file: string, first: string): boolean => {
    let at: string | undefined = first;
    for (let steps = 0; at !== undefined && steps < longestChain; steps++) {
      if (at === file) return true;
      const text: string | undefined = readText(at);
      at = text === undefined ? undefined : extendedBy(at, text);
    }
    return at !== undefined;
  };

  const baseOf = (file: string, text: string): Loaded | 'missing' | 'circle' | undefined => {
    if (extendedFile(text) === undefined) return undefined;
    const base = extendedBy(file, text);
    if (base === undefined) return 'missing';
    if (leadsBack(file, base)) return 'circle';
    const known = loaded.get(base);
    const baseText = known ? undefined : textOf(base);
    return known ?? (baseText === undefined ? 'missing' : load(base, baseText));
  };

  const checkPages = async (): Promise<void> => {
    for (const { file, text, house } of read.splice(0)) {
      const found = await ownPageFindings(house, file, text);
      const at = faults.findIndex(({ path }) => path === file);
      const before = faults[at];
      if (found.length === 0) continue;
      if (before) faults[at] = { ...before, findings: [...before.findings, ...found] };
      else faults.push({ path: file, text, lines: lineStarts(text), findings: found });
    }
  };

  let withoutFile: HouseAt | undefined;
  const shipped = (): HouseAt => {
    withoutFile ??= { house: defaultHouse(), file: undefined, root: undefined, folders: [], ignores: () => false };
    return withoutFile;
  };

  const find = (folder: string): HouseAt => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const file = join(folder, houseFile);
    const before = loaded.get(file);
    const text = before ? undefined : textOf(file);
    const above = dirname(folder);
    const found = before?.at ?? (text !== undefined ? load(file, text).at : above !== folder ? find(above) : shipped());
    byFolder.set(folder, found);
    return found;
  };

  const common = {
    files: () => [...loaded.keys()],
    faults: () => faults,
    otherwiseEncoded: () => others,
    checkPages,
  };
  if (named === undefined) return { ofFolder: find, ...common };
  // A house from elsewhere says nothing of where these articles may reach, nor which files are none.
  const only = { ...load(named, readNamed(named, say)).at, root: undefined, ignores: () => false };
  return { ofFolder: () => only, ...common };
}

/** The folder of the outermost house file at or above a folder, or the folder itself: the newsroom as a whole. */
function topOf(folder: string): string {
  let top = folder;
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, houseFile))) top = here;
    if (here === dirname(here)) return top;
  }
}

/** The JSON Schema that a house names for its front matter; the setting cannot lead out of the folder. */
function schemaOf({ frontMatterSchema: path, schemaFolder = '.' }: House, folder: string): string | undefined {
  return path === undefined ? undefined : readText(join(folder, schemaFolder, path));
}

/** Whether a path is left out by patterns as in `.gitignore`. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = gitignore().add([...patterns]);
  return (path) => path !== '' && !path.startsWith('../') && rules.ignores(path);
}

function readNamed(path: string, say: Say): string {
  try {
    const decoded = decode(readFileSync(path));
    if (decoded.kind === 'text') return decoded.text;
    throw new UsageError(say('house-not-found', { path, detail: decoded.kind }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      say('house-not-found', { path, detail: error instanceof Error ? error.message : String(error) }),
    );
  }
}

function readText(path: string): string | undefined {
  const decoded = decodeFile(path);
  return decoded?.kind === 'text' ? decoded.text : undefined;
}

/** A file as text, or why it is none; `undefined` when there is no such file. */
function decodeFile(path: string): Decoded | undefined {
  try {
    return decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
