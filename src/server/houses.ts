import type { House } from '../house/house.ts';
import type { Finding } from '../model/finding.ts';
import { type LineStarts, lineStarts } from '../model/range.ts';
import { builtInHouse, loadHouse } from './load-house.ts';
import type { SettingsSource } from './settings.ts';
import { joinUri, nameOf, parentUri, relativePath } from './uri.ts';
import type { World } from './world.ts';

export const houseFile = 'copydesk.yml';

/** Whether a uri names a house file. */
export function isHouseFile(uri: string): boolean {
  return nameOf(uri) === houseFile;
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
  readonly lines: LineStarts;
  readonly findings: readonly Finding[];
}

/** Houses by document, kept until a file changes. */
export interface Houses {
  /** Never throws; without a house file the one of the settings, or the default, applies. */
  of(uri: string | undefined): Promise<HouseInForce>;
  /** Reads a house file anew, as when its text was edited. */
  load(file: string): Promise<HouseInForce>;
  /** Something changed: a house file came, went or was edited (`file`), or settings or folders did. */
  changed(file?: string): void;
}

/** The workspace folder that holds a document: the innermost, where one folder lies in another. */
export function owningFolder(folders: readonly string[], uri: string): string | undefined {
  return folders
    .filter((folder) => relativePath(folder, uri) !== undefined)
    .sort((a, b) => b.length - a.length)[0];
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
): Houses {
  const found = new Map<string, Promise<string | undefined>>();
  const loaded = new Map<string, { readonly text: string; readonly inForce: HouseInForce }>();
  const builtIn = new Map<string, HouseInForce>();
  const lastGood = new Map<string, House>();

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

  async function load(file: string): Promise<HouseInForce> {
    const text = openText(file) ?? (await world.readFile(file));
    const root = parentUri(file);
    if (text === undefined) {
      loaded.delete(file);
      report({ file, lines: [0], findings: [] });
      return fallback(file);
    }
    const known = loaded.get(file);
    if (known?.text === text) return known.inForce;
    const { house, salvaged, findings } = loadHouse(text);
    report({ file, lines: lineStarts(text), findings });
    if (house !== undefined) lastGood.set(file, house);
    const base = house ?? lastGood.get(file) ?? salvaged;
    const inForce = { house: base, root, file, faulty: house === undefined };
    // The same house again (a comment was edited, a fault came or went) keeps what was reviewed under it.
    const same = known !== undefined && known.inForce.house === base && known.inForce.faulty === inForce.faulty;
    const kept = same ? known.inForce : inForce;
    loaded.set(file, { text, inForce: kept });
    return kept;
  }

  return {
    async of(uri) {
      const file = await find(uri);
      if (file === undefined) return fallback(uri);
      return loaded.get(file)?.inForce ?? load(file);
    },
    load,
    changed(file) {
      found.clear();
      if (file === undefined) builtIn.clear();
      else loaded.delete(file);
    },
  };
}
