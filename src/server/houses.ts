import ignore, { type Ignore } from 'ignore';
import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import { extendedFile, type Resolved } from '../house/load.ts';
import { type Colleague, joinStaff } from '../house/staff.ts';
import { withSchema } from '../house/with-schema.ts';
import type { Finding } from '../model/finding.ts';
import { type LineStarts, lineStarts } from '../model/range.ts';
import { folderFrom, joinUri, nameOf, parentUri, relativePath, resolveUri } from '../newsroom/uri.ts';
import { filesThere, readText, type World } from '../newsroom/world.ts';
import { builtInHouse, loadHouse, loadStaff } from './load-house.ts';
import type { OwnPages } from './own-pages.ts';
import type { SettingsSource } from './settings.ts';

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
  return nameOf(uri) === staffFile && folder !== undefined ? joinUri(folder, houseFile) : uri;
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
  /** The folders of the house file and of those that it extends, nearest first: each may hold templates. */
  readonly folders: readonly string[];
  /** The staff files that its people come from, nearest first. */
  readonly staffFiles: readonly string[];
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
  /** What can be made of a house file as it is now; `undefined` when there is no such file. */
  resolved(file: string): Promise<Resolved | undefined>;
  /** Something changed: a house or staff file came, went or was edited (`file`), or settings or folders did. */
  changed(file?: string): void;
  /** Whether a house file that was read extends this one. */
  isBase(uri: string): boolean;
  /** Whether a document is a house file, a base or a staff file. */
  concerns(uri: string): boolean;
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
  const loaded = new Map<string, Loaded>();
  const faults = new Map<string, HouseFaults>();
  const builtIn = new Map<string, HouseInForce>();
  const lastGood = new Map<string, Loaded>();
  /** By staff file: the people that it last listed without a fault. */
  const lastStaff = new Map<string, readonly Colleague[]>();
  /** By house file, those that extend it. */
  const extending = new Map<string, Set<string>>();
  /** How often each file was told to have changed, and all of them. */
  const changes = new Map<string, number>();
  let changesOfAll = 0;
  const epochOf = (file: string): number => (changes.get(file) ?? 0) + changesOfAll;

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
    const there = await filesThere(world, list);
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
    const nowhere = { root: undefined, file: undefined, faulty: false, folders: [], staffFiles: [] };
    const known = builtIn.get(id) ?? { house: builtInHouse(id), ...nowhere };
    builtIn.set(id, known);
    return known;
  }

  function tell(file: string, text: string, findings: readonly Finding[]): void {
    const found = { file, text, lines: lineStarts(text), findings };
    faults.set(file, found);
    report(found);
  }

  const read = async (uri: string): Promise<string | undefined> => openText(uri) ?? (await readText(world, uri));

  /** The people of a staff file: while it is faulty, those whom it last listed without a fault. */
  function peopleOf(staffAt: string, text: string | undefined): readonly Colleague[] | undefined {
    if (text === undefined) {
      lastStaff.delete(staffAt);
      if (faults.has(staffAt)) tell(staffAt, '', []);
      return undefined;
    }
    const { people, findings } = loadStaff(text);
    tell(staffAt, text, findings);
    if (findings.length > 0) return lastStaff.get(staffAt) ?? people;
    lastStaff.set(staffAt, people);
    return people;
  }

  /** The uri of the house file that a file extends; `undefined` where it extends none that lies in the workspace. */
  function extendedBy(file: string, text: string): string | undefined {
    const path = extendedFile(text);
    const root = parentUri(file);
    return path === undefined || root === undefined
      ? undefined
      : resolveUri(root, owningFolder(folders(), file) ?? root, path);
  }

  /** Whether what a file extends comes to extend the file itself. */
  async function leadsBack(file: string, first: string): Promise<boolean> {
    let at: string | undefined = first;
    for (let steps = 0; at !== undefined && steps < maxDepth; steps++) {
      if (at === file) return true;
      const text: string | undefined = await read(at);
      at = text === undefined ? undefined : extendedBy(at, text);
    }
    return false;
  }

  /** The house file that a file extends, read with what it extends in turn. */
  async function baseOf(file: string, text: string): Promise<Loaded | Baseless | undefined> {
    if (extendedFile(text) === undefined) return undefined;
    const base = extendedBy(file, text);
    if (base === undefined) return 'missing';
    extending.set(base, (extending.get(base) ?? new Set()).add(file));
    if (await leadsBack(file, base)) return 'circle';
    const known = loaded.get(base) ?? (await load(base));
    // While it is faulty the last good one holds, as for its own articles.
    return known === undefined ? 'missing' : known.inForce.faulty ? (lastGood.get(base) ?? known) : known;
  }

  /** Reads a house file and keeps what came of it; `undefined` when there is no such file. */
  async function load(file: string): Promise<Loaded | undefined> {
    for (;;) {
      const epoch = epochOf(file);
      const keep = await readHouse(file);
      // What was read before it changed again would undo the change: it is read once more.
      if (epoch === epochOf(file)) return keep();
    }
  }

  /** Reads a house file with its surroundings. What is returned changes what is known of it, and waits for nothing. */
  async function readHouse(file: string): Promise<() => Loaded | undefined> {
    const root = parentUri(file);
    const staffAt = root === undefined ? undefined : joinUri(root, staffFile);
    const [text, staff] = await Promise.all([read(file), staffAt === undefined ? undefined : read(staffAt)]);
    if (text === undefined) {
      return () => {
        loaded.delete(file);
        tell(file, '', []);
        return undefined;
      };
    }
    const base = await baseOf(file, text);
    const known = loaded.get(file);
    if (known?.text === text && known.staff === staff && known.base === base && !known.inForce.house.schema)
      return () => known;
    const parsed = loadHouse(text, houseFile, typeof base === 'object' ? base.resolved : base);
    const { frontMatterSchema: path, schemaFolder } = parsed.salvaged;
    const from = root && folderFrom(root, schemaFolder);
    const schemaText =
      path === undefined || from === undefined ? undefined : await read(joinUri(from, ...path.split('/')));
    const { house: salvaged, faults: inSchema } = withSchema(parsed.salvaged, text, schemaText);
    const inPage = (await ownPages?.findings({ house: salvaged, root }, text)) ?? [];
    return () => {
      tell(file, text, [...parsed.findings, ...houseFindings(inSchema), ...inPage]);
      const own = staffAt === undefined ? undefined : peopleOf(staffAt, staff);
      const house = parsed.house && salvaged;
      const above = typeof base === 'object' ? base.inForce : undefined;
      const people = joinStaff(own, above?.house.staff);
      const good = house ?? lastGood.get(file)?.plain ?? salvaged;
      const inForce: HouseInForce = {
        house: people ? { ...good, staff: people } : good,
        root,
        file,
        faulty: house === undefined,
        folders: [...(root === undefined ? [] : [root]), ...(above?.folders ?? [])],
        staffFiles: [...(own && staffAt !== undefined ? [staffAt] : []), ...(above?.staffFiles ?? [])],
      };
      const made: Loaded = { text, staff, base, inForce, plain: good, resolved: parsed.resolved };
      loaded.set(file, made);
      if (house !== undefined) lastGood.set(file, made);
      return made;
    };
  }

  /** Forgets a house file and those that extend it. */
  function forget(file: string, done: ReadonlySet<string> = new Set()): void {
    if (done.has(file)) return;
    changes.set(file, (changes.get(file) ?? 0) + 1);
    loaded.delete(file);
    for (const other of extending.get(file) ?? []) forget(other, new Set([...done, file]));
  }

  return {
    async of(uri) {
      const file = await find(uri);
      if (file === undefined) return fallback(uri);
      return (loaded.get(file) ?? (await load(file)))?.inForce ?? fallback(file);
    },
    fileFor: find,
    async load(file) {
      const uri = houseFileOf(file);
      return (await load(uri))?.inForce ?? fallback(uri);
    },
    resolved: async (file) => (loaded.get(file) ?? (await load(file)))?.resolved,
    changed(file) {
      found.clear();
      if (file === undefined) {
        builtIn.clear();
        loaded.clear();
        changesOfAll++;
      } else forget(houseFileOf(file));
    },
    isBase: (uri) => (extending.get(uri)?.size ?? 0) > 0,
    concerns: (uri) => isHouseFile(uri) || (extending.get(uri)?.size ?? 0) > 0,
    faults: (file) => faults.get(file),
  };
}

type Baseless = 'missing' | 'circle';

/** A house file that was read. */
interface Loaded {
  readonly text: string;
  readonly staff: string | undefined;
  /** The house file that it extends. */
  readonly base: Loaded | Baseless | undefined;
  readonly inForce: HouseInForce;
  /** Its house without people. */
  readonly plain: House;
  readonly resolved: Resolved;
}
