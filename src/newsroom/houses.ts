import type { House } from '../house/house.ts';
import type { Resolved } from '../house/load.ts';
import { type Colleague, joinStaff } from '../house/staff.ts';
import { joinTerms, type Term } from '../house/terms.ts';
import type { Finding } from '../model/finding.ts';
import { type LineStarts, lineStarts } from '../model/range.ts';
import { houseFileOf, isHouseFile, staffFile } from './files.ts';
import { houseFinder, type Opened, owningFolder, wider } from './find-house.ts';
import type { LeftOut } from './ignore.ts';
import { inLanguageOf } from './in-language.ts';
import { inPlaceOf } from './in-place.ts';
import { builtInHouse, loadHouse, loadStaff, loadTerms, refusedFindings, unheldIn } from './load-house.ts';
import {
  type Beside,
  type Companion,
  extendedBy,
  type HouseRead,
  isMadeOf,
  makeHouse,
  readFiles,
  textIn,
} from './read-house.ts';
import { readings } from './readings.ts';
import { siteRootsOf } from './site-roots.ts';
import { nameOf, plainUri } from './uri.ts';
import type { Answer, FileText, Refusal, World } from './world.ts';

/** The house that holds for a document. The same object until something about it changes, however often it is read. */
export interface HouseInForce {
  readonly house: House;
  /**
   * The uri of the folder that holds `copydesk.yml`; `undefined` when a built-in house applies, or one that was named
   * and lies elsewhere.
   */
  readonly root: string | undefined;
  /** The uri of its house file. */
  readonly file: string | undefined;
  /** The file has faults now, so the last good one (or a built-in house) is in force. */
  readonly faulty: boolean;
  /** The file is there and could never be read: nobody knows which house holds, so that nothing may be judged by one. */
  readonly isUnknown: boolean;
  /** The folders of the house file and of those that it extends, nearest first: each may hold templates. */
  readonly folders: readonly string[];
  /** The staff files that its people come from, nearest first. */
  readonly staffFiles: readonly string[];
  /** Files that are no articles. */
  readonly leftOut: LeftOut | undefined;
  /** Uris of the folders whose files the site serves from its root; absent: nobody has said. */
  readonly siteRoots?: readonly string[];
}

/** The faults of a house or staff file, at their places in its text. */
export interface HouseFaults {
  readonly file: string;
  readonly text: string;
  readonly lines: LineStarts;
  readonly findings: readonly Finding[];
  /** It is there and cannot be read. */
  readonly refused?: Refusal;
  /** It was read as GB18030, which nothing marks. */
  readonly isGuessed?: true;
}

/** A house file that was read, with those that it extends. */
interface KnownHouse {
  readonly file: string;
  readonly folder: string;
  readonly companions: readonly Companion[];
}

/** Houses by document, kept until a file changes. */
export interface Houses {
  /** Never throws; without a house file the one of the settings, or the default, applies. */
  of(uri: string | undefined): Promise<HouseInForce>;
  /** The uri of the house file that holds for a document; `undefined` where there is none. Looked up once a folder. */
  fileFor(uri: string): Promise<string | undefined>;
  /** The folder that references of a document may not leave: the newsroom as a whole, or the opened folder if wider. */
  limitOf(uri: string): Promise<string | undefined>;
  /** A house file above the opened folder that would hold if the folder were trusted. */
  unreadAbove(uri: string): Promise<string | undefined>;
  /** Reads a house file (or the one beside a staff file) anew, as when its text was edited. */
  load(file: string): Promise<HouseInForce>;
  /**
   * What would hold for the articles of a house file with another text, people and all; `undefined` where that has
   * faults. `file` need not be there yet.
   */
  tried(file: string, text: string): Promise<House | undefined>;
  /** What can be made of a house file as it is now; `undefined` when there is no such file. */
  resolved(file: string): Promise<Resolved | undefined>;
  /** Something changed: a house or staff file came, went or was edited (`file`), or settings or folders did. */
  changed(file?: string): void;
  /** A house file with its staff file and all that it extends, as they were last read. */
  partsOf(file: string): readonly string[];
  /** The faults that a house or staff file had when it was last read. */
  faults(file: string): HouseFaults | undefined;
  /** The house files read so far, those that others extend included. */
  known(): readonly KnownHouse[];
  /** Whether a house file that was read extends this one, there or not. */
  isBase(uri: string): boolean;
  /** Whether a document is a house file, a base or a staff file. */
  concerns(uri: string): boolean;
}

/** What houses are read from and for. */
interface HouseSources {
  /** Open documents go before their files. */
  readonly world: World;
  readonly opened: Opened;
  /** The uri of a house file that holds for every document, wherever it lies. */
  readonly named?: string;
  /** The id of the house of ours that holds where there is no house file, and on which one rests that extends none. */
  without(uri: string | undefined): Answer<string>;
  /** Told about the faults of a house or staff file each time that it is read. */
  report?(faults: HouseFaults): void;
  /** What is wrong with the saved page of a house, at its place in the house file. */
  pageFindings?(house: House, file: string, text: string): Promise<readonly Finding[]>;
}

type Texts = Map<string, Answer<FileText | undefined>>;

export function houses({ world, opened, named, without, report, pageFindings }: HouseSources): Houses {
  const finder = houseFinder(world, opened);
  const loaded = new Map<string, Loaded>();
  /** What was made of each file last, also when it is to be read anew: it holds on where nothing about it is otherwise. */
  const lastMade = new Map<string, Loaded>();
  const reading = readings<Loaded | undefined>();
  const faults = new Map<string, HouseFaults>();
  const builtIn = new Map<string, HouseInForce>();
  const lastGood = new Map<string, Loaded>();
  /** By staff file: the people that it last listed without a fault. */
  const lastStaff = new Map<string, readonly Colleague[]>();
  /** By file of terms: those that it last listed without a fault. */
  const lastTerms = new Map<string, readonly Term[]>();
  /** By house file, those that extend it. */
  const extending = new Map<string, Set<string>>();
  /** How often each file was told to have changed, and all of them. */
  const changes = new Map<string, number>();
  let changesOfAll = 0;
  const epochOf = (file: string): number => (changes.get(file) ?? 0) + changesOfAll;

  const find = async (uri: string | undefined): Promise<string | undefined> => named ?? (await finder.find(uri)).file;

  async function fallback(uri: string | undefined): Promise<HouseInForce> {
    const id = await without(uri);
    const nothing = { root: undefined, file: undefined, faulty: false, isUnknown: false, leftOut: undefined };
    const known = builtIn.get(id) ?? { house: builtInHouse(id), ...nothing, folders: [], staffFiles: [] };
    builtIn.set(id, known);
    return known;
  }

  function tell(file: string, read: FileText | undefined, findings: readonly Finding[]): void {
    const text = textIn(read);
    const found: HouseFaults = {
      file,
      text,
      lines: lineStarts(text),
      findings,
      ...(read && 'refused' in read ? { refused: read.refused } : {}),
      ...(read && 'isGuessed' in read ? { isGuessed: true } : {}),
    };
    faults.set(file, found);
    report?.(found);
  }

  /**
   * What a list beside a house file says: while it is faulty, what it last said without a fault. `undefined` where there
   * is none, `unknown` when it cannot be read.
   */
  function listed<T>(
    { uri, read }: Beside,
    last: Map<string, readonly T[]>,
    load: (text: string) => { readonly items: readonly T[]; readonly findings: readonly Finding[] },
  ): readonly T[] | 'unknown' | undefined {
    if (read === undefined) {
      last.delete(uri);
      if (faults.has(uri)) tell(uri, undefined, []);
      return undefined;
    }
    if ('refused' in read) {
      tell(uri, read, refusedFindings(read.refused));
      return last.get(uri) ?? 'unknown';
    }
    const { items, findings } = load(read.text);
    tell(uri, read, findings);
    if (findings.length > 0) return last.get(uri) ?? items;
    last.set(uri, items);
    return items;
  }

  /** The people of a staff file; `unknown`: then nobody is a stranger. */
  const peopleOf = (beside: Beside): readonly Colleague[] | 'unknown' | undefined =>
    listed(beside, lastStaff, (text) => {
      const { people, findings } = loadStaff(text);
      return { items: people, findings };
    });

  /** The terms of a file of terms, tried out on the house beside it; of one that cannot be read, none. */
  function termsOf(beside: Beside, house: House): readonly Term[] | undefined {
    const found = listed(beside, lastTerms, (text) => {
      const { terms, findings } = loadTerms(text, house);
      return { items: terms, findings };
    });
    return found === 'unknown' ? undefined : found;
  }

  const topOf = async (file: string): Promise<string | undefined> =>
    wider((await finder.find(file)).top, owningFolder(opened.folders(), file));

  /** Whether what a file extends comes to extend the file itself. */
  async function leadsBack(file: string, first: string, texts: Texts): Promise<boolean> {
    const passed = new Set<string>();
    for (let at: string | undefined = first; at !== undefined && at !== 'missing' && !passed.has(at); ) {
      if (at === file) return true;
      passed.add(at);
      const read: Answer<FileText | undefined> = texts.get(at) ?? world.readText(at);
      texts.set(at, read);
      at = extendedBy(at, textIn(await read), await topOf(at));
    }
    return false;
  }

  /** The house file that a file extends, read with what it extends in turn. */
  async function baseOf(file: string, text: string, texts: Texts): Promise<Loaded | Baseless | undefined> {
    const base = extendedBy(file, text, await topOf(file));
    for (const others of extending.values()) others.delete(file);
    if (base === undefined || base === 'missing') return base;
    extending.set(base, (extending.get(base) ?? new Set()).add(file));
    if (await leadsBack(file, base, texts)) return 'circle';
    const known = loaded.get(base) ?? (await load(base, texts));
    // While it is faulty the last good one holds, as for its own articles.
    return known === undefined ? 'missing' : known.inForce.faulty ? (lastGood.get(base) ?? known) : known;
  }

  /** Reads a house file and keeps what came of it; `undefined` when there is no such file. */
  async function load(file: string, texts: Texts = new Map()): Promise<Loaded | undefined> {
    for (;;) {
      const epoch = epochOf(file);
      const keep = await readHouse(file, texts);
      // What was read before it changed again would undo the change: it is read once more.
      if (epoch === epochOf(file)) return keep();
      texts.clear();
    }
  }

  /** What is known of a house file, which is read once for all that ask. */
  const kept = (file: string): Answer<Loaded | undefined> =>
    loaded.get(file) ?? reading(file, epochOf(file), () => load(file));

  /** Reads a house file with its surroundings. What is returned changes what is known of it, and waits for nothing. */
  async function readHouse(file: string, texts: Texts): Promise<() => Loaded | undefined> {
    const files = await readFiles(world, file);
    if (files === undefined) {
      return () => {
        loaded.delete(file);
        lastMade.delete(file);
        tell(file, undefined, []);
        return undefined;
      };
    }
    const base = await baseOf(file, textIn(files.read), texts);
    const below = await without(file);
    const known = lastMade.get(file);
    const isSame = known?.base === base && known?.made.without === below && (await isMadeOf(known.made, files));
    const made = isSame
      ? known.made
      : await makeHouse(world, file, files, typeof base === 'object' ? base.made.resolved : base, below);
    const inPage = (await pageFindings?.(made.salvaged, file, textIn(files.read))) ?? [];
    return () => {
      const kept = known?.made === made ? known : keepHouse(made, base);
      loaded.set(file, kept);
      // Of a list with faults it is not known who is on it.
      const isListSound = !kept.isStaffUnknown && (faults.get(files.staff.uri)?.findings.length ?? 0) === 0;
      const unheld = isListSound ? unheldIn(textIn(files.read), kept.inForce.house) : [];
      tell(file, files.read, [...made.findings, ...unheld, ...inPage]);
      return kept;
    };
  }

  function keepHouse(made: HouseRead, base: Loaded['base']): Loaded {
    const { file, folder, house, salvaged, staff } = made;
    const own = peopleOf(staff);
    const above = typeof base === 'object' ? base : undefined;
    const isStaffUnknown = own === 'unknown' || above?.isStaffUnknown === true;
    const people = own === 'unknown' || isStaffUnknown ? undefined : joinStaff(own, above?.inForce.house.staff);
    const last = lastGood.get(file);
    const good = house ?? last?.plain ?? salvaged;
    const listedTerms = termsOf(made.terms, good);
    // What a house file says of itself goes before the list beside it, and both before those above.
    const terms = joinTerms(joinTerms(good.terms, listedTerms), above?.inForce.house.terms);
    const inForce: HouseInForce = {
      house: people || terms ? { ...good, ...(people ? { staff: people } : {}), ...(terms ? { terms } : {}) } : good,
      root: file === named ? undefined : folder,
      file,
      faulty: house === undefined,
      isUnknown: ('refused' in made.read && last === undefined) || above?.inForce.isUnknown === true,
      folders: [folder, ...(above?.inForce.folders ?? [])],
      staffFiles: [...(own === undefined ? [] : [staff.uri]), ...(above?.inForce.staffFiles ?? [])],
      leftOut: file === named ? undefined : made.leftOut,
      ...(good.static && good.static.length > 0 ? { siteRoots: siteRootsOf(good, folder) } : {}),
    };
    const kept: Loaded = { made, base, inForce, plain: good, isStaffUnknown };
    lastMade.set(file, kept);
    if (house !== undefined) lastGood.set(file, kept);
    return kept;
  }

  function partsOf(file: string): readonly string[] {
    const parts: string[] = [];
    for (let at: string | undefined = file; at !== undefined && !parts.includes(at); ) {
      const known = loaded.get(at);
      parts.push(at, ...(known ? [known.made.staff.uri, known.made.terms.uri] : []));
      at = typeof known?.base === 'object' ? known.base.made.file : undefined;
    }
    return parts;
  }

  function isBase(uri: string): boolean {
    const plain = plainUri(uri);
    return [...extending].some(([base, others]) => others.size > 0 && plainUri(base) === plain);
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
      const found = await kept(file);
      return found ? inPlaceOf(inLanguageOf(found.inForce, uri), uri) : fallback(file);
    },
    fileFor: find,
    limitOf: topOf,
    unreadAbove: async (uri) => (await finder.find(uri)).unread,
    async load(file) {
      const uri = houseFileOf(file);
      const known = await load(uri);
      // A list without a house beside it is read for its own faults.
      if (known === undefined && uri !== file) {
        const beside = { uri: file, read: await world.readText(file) };
        if (nameOf(file) === staffFile) peopleOf(beside);
        else termsOf(beside, (await fallback(uri)).house);
      }
      return known?.inForce ?? fallback(uri);
    },
    async tried(file, text) {
      const base = extendedBy(file, text, await topOf(file));
      const below =
        base === undefined || base === 'missing' ? base : (loaded.get(base) ?? (await load(base)))?.made.resolved;
      const { house } = loadHouse(
        text,
        nameOf(file),
        below ?? (base === undefined ? undefined : 'missing'),
        await without(file),
      );
      // People, terms and schema are not the file's own.
      return house && { ...loaded.get(file)?.inForce.house, ...house };
    },
    resolved: async (file) => (await kept(file))?.made.resolved,
    changed(file) {
      finder.changed();
      if (file === undefined) {
        loaded.clear();
        changesOfAll++;
      } else forget(houseFileOf(file));
    },
    partsOf,
    faults: (file) => faults.get(file),
    isBase,
    concerns: (uri) => isHouseFile(uri) || isBase(uri),
    known: () => [...loaded.values()].map(({ made: { file, folder, companions } }) => ({ file, folder, companions })),
  };
}

type Baseless = 'missing' | 'circle';

/** A house file that was read. */
interface Loaded {
  readonly made: HouseRead;
  /** The house file that it extends. */
  readonly base: Loaded | Baseless | undefined;
  readonly inForce: HouseInForce;
  /** Its house without people. */
  readonly plain: House;
  /** A staff file among those that its people come from cannot be read. */
  readonly isStaffUnknown: boolean;
}
