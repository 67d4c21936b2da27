import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import gitignore from 'ignore';
import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import { withSchema } from '../house/with-schema.ts';
import type { Finding } from '../model/finding.ts';
import { lineStarts } from '../model/range.ts';
import { decode } from './decode.ts';
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
  /** The house and staff files read so far that have findings. */
  faults(): readonly HouseFaults[];
  /** Reads the saved pages of the house files read so far; what is wrong joins their faults. */
  checkPages(): Promise<void>;
}

/**
 * @param named absolute path of the house file that the user named, which then holds for every article
 * Throws {@link UsageError} when that file cannot be read.
 */
export function houses(named: string | undefined, say: Say): Houses {
  const byFolder = new Map<string, HouseAt>();
  const faults: HouseFaults[] = [];
  const read: { readonly file: string; readonly text: string; readonly house: House }[] = [];

  const load = (file: string, text: string): HouseAt => {
    const staffPath = join(dirname(file), staffFile);
    const staffText = readText(staffPath);
    const loaded = loadHouse(text, basename(file), staffText);
    const { staffFindings } = loaded;
    const { house, faults: inSchema } = withSchema(loaded.house, text, schemaOf(loaded.house, dirname(file)));
    const findings = [...loaded.findings, ...houseFindings(inSchema)];
    const note = (path: string, faulty: string, found: readonly Finding[]): void => {
      if (found.length > 0) faults.push({ path, text: faulty, lines: lineStarts(faulty), findings: found });
    };
    note(file, text, findings);
    read.push({ file, text, house });
    note(staffPath, staffText ?? '', staffFindings);
    return { house, file, root: dirname(file), ignores: matcher(house.ignore ?? []) };
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
    withoutFile ??= { house: defaultHouse(), file: undefined, root: undefined, ignores: () => false };
    return withoutFile;
  };

  const find = (folder: string): HouseAt => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const file = join(folder, houseFile);
    const text = readText(file);
    const above = dirname(folder);
    const found = text !== undefined ? load(file, text) : above !== folder ? find(above) : shipped();
    byFolder.set(folder, found);
    return found;
  };

  if (named === undefined) return { ofFolder: find, faults: () => faults, checkPages };
  // A house from elsewhere says nothing of where these articles may reach, nor which files are none.
  const only = { ...load(named, readNamed(named, say)), root: undefined, ignores: () => false };
  return { ofFolder: () => only, faults: () => faults, checkPages };
}

/** The JSON Schema that a house names for its front matter; the setting cannot lead out of the folder. */
function schemaOf({ frontMatterSchema: path }: House, folder: string): string | undefined {
  return path === undefined ? undefined : readText(join(folder, path));
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
  try {
    const decoded = decode(readFileSync(path));
    return decoded.kind === 'text' ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}
