import ignore, { type Ignore } from 'ignore';
import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import type { Colleague } from '../house/staff.ts';
import { withSchema } from '../house/with-schema.ts';
import type { Finding } from '../model/finding.ts';
import { type LineStarts, lineStarts } from '../model/range.ts';
import { builtInHouse, loadHouse, loadStaff } from './load-house.ts';
import type { OwnPages } from './own-pages.ts';
import type { SettingsSource } from './settings.ts';
import { joinUri, nameOf, parentUri, relativePath } from './uri.ts';
import type { World } from './world.ts';

export const houseFile = 'copydesk.yml';

/** The newsroom's list of people, beside its house file. */
export const staffFile = 'staff.yml';

/** Whether a uri names a house file or a staff file. */
export function isHouseFile(uri: string): boolean {
  const name = nameOf(uri);
  return name === houseFile || name === staffFile;
}

/** The house file that a house or staff file belongs to. */
function houseFileOf(uri: string): string {
  const folder = parentUri(uri);
  return nameOf(uri) === houseFile || folder === undefined ? uri : joinUri(folder, houseFile);
}

const ignoring = new WeakMap<House, Ignore>();

/** Whether the house says that a file is no article. `path`: from the folder of the house file, with `/`. */
export function ignores(house: House, path: string): boolean {
  if (!house.ignore || house.ignore.length === 0) return false;
  const rules = ignoring.get(house) ?? ignore().add([...house.ignore]);
  ignoring.set(house, rules);
  return ignore.isPathValid(path) && rules.ignores(path);
}

/** The house that holds for a document. The same object until something about it changes. */
export interface HouseInForce {
  readonly house: House;
  /** The uri of the folder that holds `copydesk.yml`; `undefined` when a built-in house applies. */
  readonly root: string | undefined;
  /** The uri of its `copydesk.yml`. */
  readonly file: string | undefined;
  /** The file has faults now, so the last good one (or a built-in house) is in force. */
  readonly faulty: boolean;
}

/** The faults of a house file, at their places in its text. */
export interface HouseFaults {
  readonly file: string;
  readonly text: string;
  readonly lines: LineStarts;
  readonly findings: readonly Finding[];
}

/** Houses by document, kept until a file changes. */
export interface Houses {
  /** Never throws; without a house file the one of the settings, or the default, applies. */
  of(uri: string | undefined): Promise<HouseInForce>;
  /** The uri of the house file that holds for a document; `undefined` where there is none. Looked up once a folder. */
  fileFor(uri: string): Promise<string | undefined>;
  /** Reads a house file (or the one beside a staff file) anew, as when its text was edited. */
  load(file: string): Promise<HouseInForce>;
  /** Something changed: a house or staff file came, went or was edited (`file`), or settings or folders did. */
  changed(file?: string): void;
  /** The faults that a house or staff file had when it was last read. */
  faults(file: string): HouseFaults | undefined;
}

/** The workspace folder that holds a document: the innermost, where one folder lies in another. */
export function owningFolder(folders: readonly string[], uri: string): string | undefined {
  return folders.filter((folder) => relativePath(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
}

/** How deep a document may lie under its house file when it is in no workspace folder. */
const maxDepth = 16;

/**
 * @param openText the text of an open document, which goes before the file
 * @param folders uris of the workspace folders
 * @param report told about the faults of a house file each time that it is read
 */
export function houses(
  world: World,
  settings: SettingsSource,
  openText: (uri: string) => string | undefined,
  folders: () => readonly string[],
  report: (faults: HouseFaults) => void,
  ownPages?: OwnPages,
): Houses {
  const found = new Map<string, Promise<string | undefined>>();
  const loaded = new Map<
    string,
    { readonly text: string; readonly staff: string | undefined; readonly inForce: HouseInForce }
  >();
  const faults = new Map<string, HouseFaults>();
  const builtIn = new Map<string, HouseInForce>();
  const lastGood = new Map<string, House>();
  /** By the house file, as the houses are. */
  const lastStaff = new Map<string, readonly Colleague[]>();

  function candidates(uri: string): readonly string[] {
    const owner = owningFolder(folders(), uri);
    const up: string[] = [];
    let folder = uri.endsWith('/') || folders().includes(uri) ? uri : parentUri(uri);
    while (folder !== undefined && up.length < maxDepth) {
      up.push(joinUri(folder, houseFile));
      if (owner !== undefined && folder.length <= owner.length) break;
      folder = parentUri(folder);
    }
    return up;
  }

  async function nearest(list: readonly string[]): Promise<string | undefined> {
    const there = await world.exists(list);
    // Not the open documents: an editor keeps one for a while after its file was deleted.
    return list.find((_file, index) => there[index] === true);
  }

  function find(uri: string | undefined): Promise<string | undefined> {
    const places = uri === undefined ? [] : candidates(uri);
    // A new document has no folder yet: the newsroom that is open is the one that it is written for.
    const list = places.length > 0 ? places : folders().map((folder) => joinUri(folder, houseFile));
    const key = list[0] ?? '';
    const known = found.get(key) ?? nearest(list);
    found.set(key, known);
    return known;
  }

  async function fallback(uri: string | undefined): Promise<HouseInForce> {
    const id = (await settings.of(uri)).house ?? '';
    const known = builtIn.get(id) ?? { house: builtInHouse(id), root: undefined, file: undefined, faulty: false };
    builtIn.set(id, known);
    return known;
  }

  function tell(file: string, text: string, findings: readonly Finding[]): void {
    const found = { file, text, lines: lineStarts(text), findings };
    faults.set(file, found);
    report(found);
  }

  /** The people of the staff file beside a house file: while it is faulty, those whom it last listed without a fault. */
  function peopleOf(file: string, staffAt: string, text: string | undefined): readonly Colleague[] | undefined {
    if (text === undefined) {
      lastStaff.delete(file);
      if (faults.has(staffAt)) tell(staffAt, '', []);
      return undefined;
    }
    const { people, findings } = loadStaff(text);
    tell(staffAt, text, findings);
    if (findings.length > 0) return lastStaff.get(file) ?? people;
    lastStaff.set(file, people);
    return people;
  }

  async function load(file: string): Promise<HouseInForce> {
    const root = parentUri(file);
    const staffAt = root === undefined ? undefined : joinUri(root, staffFile);
    const read = async (uri: string) => openText(uri) ?? (await world.readFile(uri));
    const [text, staff] = await Promise.all([read(file), staffAt === undefined ? undefined : read(staffAt)]);
    if (text === undefined) {
      loaded.delete(file);
      tell(file, '', []);
      return fallback(file);
    }
    const known = loaded.get(file);
    if (known?.text === text && known.staff === staff && known.inForce.house.schema === undefined) return known.inForce;
    const parsed = loadHouse(text, houseFile);
    const path = parsed.salvaged.frontMatterSchema;
    const schemaText =
      path === undefined || root === undefined ? undefined : await read(joinUri(root, ...path.split('/')));
    const { house: salvaged, faults: inSchema } = withSchema(parsed.salvaged, text, schemaText);
    const house = parsed.house && salvaged;
    const findings = [...parsed.findings, ...houseFindings(inSchema)];
    const inPage = (await ownPages?.findings({ house: salvaged, root }, text)) ?? [];
    tell(file, text, [...findings, ...inPage]);
    if (house !== undefined) lastGood.set(file, house);
    const people = staffAt === undefined ? undefined : peopleOf(file, staffAt, staff);
    const good = house ?? lastGood.get(file) ?? salvaged;
    const inForce = { house: people ? { ...good, staff: people } : good, root, file, faulty: house === undefined };
    loaded.set(file, { text, staff, inForce });
    return inForce;
  }

  return {
    async of(uri) {
      const file = await find(uri);
      if (file === undefined) return fallback(uri);
      return loaded.get(file)?.inForce ?? load(file);
    },
    fileFor: find,
    load: (file) => load(houseFileOf(file)),
    changed(file) {
      found.clear();
      if (file === undefined) {
        builtIn.clear();
        loaded.clear();
      } else loaded.delete(houseFileOf(file));
    },
    faults: (file) => faults.get(file),
  };
}
