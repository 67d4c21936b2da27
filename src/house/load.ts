import shipped from 'copydesk:houses';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { buildHouse } from './build.ts';
import { fieldFaults } from './field-faults.ts';
import type { FileNotes } from './file-notes.ts';
import type { House } from './house.ts';
import type { HouseCase } from './house-case.ts';
import { type HouseFault, houseFault, unknownWord } from './house-fault.ts';
import { readHouseYaml } from './house-yaml.ts';
import type { KnownCheck } from './known-checks.ts';
import { houseWithoutFile, plainGivingWay } from './plain-ground.ts';
import { houseSettings } from './settings.ts';
import { signoffFaults } from './signoff-faults.ts';
import { fromPlain, leaf, merge, type Tree, under } from './tree.ts';
import { readSettings } from './validate.ts';

/** Ids of the houses that we ship. */
export const houseIds: readonly string[] = Object.keys(shipped);

/** A newsroom's own house file. */
export interface HouseSource {
  /** The decoded text. */
  readonly text: string;
  /** What the file is called where values are said to come from it; `copydesk.yml` when absent. */
  readonly name?: string;
  /**
   * What came of the house file that this one extends, where {@link extendedFile} names one: `missing` when there is
   * no such file, `circle` when it extends this one in turn.
   */
  readonly base?: Resolved | 'missing' | 'circle';
  /** The id of the house that it rests on where it names none; {@link houseWithoutFile} when absent or not ours. */
  readonly without?: string;
}

/** What came of a house file. */
export interface Resolved {
  /** The house; `undefined` when the file has faults that cannot be passed over, and the last good house stays in force. */
  readonly house: House | undefined;
  /** What can be made of the file without its faulty settings, for whoever has no last good house. */
  readonly salvaged: House;
  /** In the order of the file; empty for a house of ours. */
  readonly faults: readonly HouseFault[];
  /** The settings that the house is made of, each with who said it. */
  readonly tree: Tree;
  /** Those that the file inherits; `undefined` where it starts from nothing. */
  readonly inherited: Tree | undefined;
  /** The bylines and credits that the file gives as examples, to be tried out on the house; those of a base are not. */
  readonly cases: readonly HouseCase[];
}

/**
 * Resolves a newsroom's house file on top of the house that it extends, where it names none of the one that holds
 * without a file, or the plain house when there is no file. Never throws.
 *
 * Maps are merged key by key, inherited keys first and in their order; lists and everything else are replaced;
 * `off` takes an inherited field, template or block away.
 *
 * @param checks the checks that the file may speak of, which the house layer may not import
 */
export function resolveHouse(source: HouseSource | undefined, checks: readonly KnownCheck[]): Resolved {
  if (source === undefined) {
    const house = shippedHouse(houseWithoutFile);
    const { tree } = shippedTree(houseWithoutFile);
    return { house, salvaged: house, faults: [], tree, inherited: undefined, cases: [] };
  }
  const notes: FileNotes = { origin: source.name ?? 'copydesk.yml', checks, faults: [], cases: [] };
  const { tree, inherited, bases } = readHouse(source, notes);
  const house = buildHouse(tree, bases);
  const faults = notes.faults.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return {
    house: faults.every(({ passedOver }) => passedOver !== undefined) ? house : undefined,
    salvaged: house,
    faults,
    tree,
    inherited,
    cases: notes.cases,
  };
}

/**
 * One of the houses that we ship, as it stands.
 *
 * @throws RangeError for an id that is not in {@link houseIds}
 */
export function shippedHouse(id: string): House {
  if (!Object.hasOwn(shipped, id)) throw new RangeError(`no house ${JSON.stringify(id)}`);
  const { tree, bases } = shippedTree(id);
  return buildHouse(tree, bases.slice(1));
}

/** A shipped house laid on the houses that it extends; `bases` are their ids and its own, nearest first. */
function shippedTree(id: string): { tree: Tree; bases: readonly string[] } {
  const own = fromPlain(shipped[id]?.(), id);
  const base = leaf(under(own, 'extends'));
  if (typeof base !== 'string' || !Object.hasOwn(shipped, base)) return { tree: own, bases: [id] };
  const below = shippedTree(base);
  return { tree: merge(withoutIdentity(below.tree), own), bases: [id, ...below.bases] };
}

/**
 * The path of the house file that a house file extends, as written (`../copydesk.yml`); `undefined` where it extends
 * one of ours, or nothing.
 */
export function extendedFile(text: string): string | undefined {
  const named = readHouseYaml(text).entries.find(({ key }) => key === 'extends')?.value;
  const said = named && textOf(named);
  return said !== undefined && isFile(said) ? said : undefined;
}

const isFile = (named: string): boolean => /\.ya?ml$/i.test(named) && !Object.hasOwn(shipped, named);

interface Below {
  readonly tree: Tree | undefined;
  /** Ids of the houses that it is made of, nearest first. */
  readonly bases: readonly string[];
}

function readHouse(
  { text, base, without }: HouseSource,
  notes: FileNotes,
): Below & { readonly tree: Tree; readonly inherited: Tree | undefined } {
  const { entries, faults } = readHouseYaml(text);
  notes.faults.push(...faults);
  const named = entries.find(({ key }) => key === 'extends')?.value;
  const ground = without !== undefined && Object.hasOwn(shipped, without) ? without : houseWithoutFile;
  const below = (named && fromFile(named, base, notes, ground)) ?? fromOurs(named, notes, ground);
  const inherited = withoutIdentity(below.tree);
  const before = notes.faults.length;
  const own = readSettings(houseSettings, entries, below.tree, notes);
  const tree = merge(plainGivingWay(inherited, own, notes.checks), own);
  notes.faults.push(...fieldFaults(entries, tree), ...signoffFaults(entries, tree));
  // Where the YAML itself is broken, what it seems to say is not worth a second fault.
  const broken = new Set(faults.map(({ at }) => entryAt(entries, at.start)));
  broken.delete(undefined);
  const said = notes.faults.splice(before);
  notes.faults.push(...said.filter(({ at }) => !broken.has(entryAt(entries, at.start))));
  return { tree, inherited, bases: below.bases };
}

/** The entry on whose lines an offset lies, among entries in written order; by halves, for there may be thousands. */
function entryAt(entries: readonly Entry[], offset: number): Entry | undefined {
  let from = 0;
  for (let to = entries.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((entries[middle]?.lines.start ?? 0) <= offset) from = middle + 1;
    else to = middle;
  }
  const entry = entries[from - 1];
  return entry !== undefined && offset < entry.lines.end ? entry : undefined;
}

/** The house file that another one extends; `undefined` where it names none that can be used. */
function fromFile(named: Value, base: HouseSource['base'], notes: FileNotes, ground: string): Below | undefined {
  const path = textOf(named);
  if (path === undefined || !isFile(path)) return undefined;
  if (base === undefined || typeof base === 'string') {
    notes.faults.push(houseFault(base === 'circle' ? 'house-circle' : 'house-missing', named.at, { actual: path }));
    return { ...shippedTree(ground) };
  }
  const { id, extends: bases } = base.salvaged;
  return { tree: seenFrom(base.tree, path), bases: [id, ...bases] };
}

function fromOurs(named: Value | undefined, notes: FileNotes, ground: string): Below {
  const id = (named && textOf(named)) ?? ground;
  const known = Object.hasOwn(shipped, id);
  if (named?.kind === 'scalar' && !known && id !== 'none' && !isFile(id)) {
    notes.faults.push(unknownWord('unknown-house', named.at, id, [...houseIds, 'none']));
  } else if (named?.kind === 'null') notes.faults.push(houseFault('expected-text', named.at, { key: 'extends' }));
  const start = known ? id : id === 'none' ? undefined : ground;
  return start === undefined ? { tree: undefined, bases: [] } : shippedTree(start);
}

/** The settings of a house file as a file elsewhere sees them: what other files said has a path from there. */
function seenFrom(tree: Tree, path: string): Tree {
  if (tree.kind === 'removed') return tree;
  if (tree.kind === 'leaf') {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return isFile(tree.origin) ? { ...tree, origin: folder + tree.origin } : tree;
  }
  return { kind: 'branch', entries: new Map([...tree.entries].map(([key, part]) => [key, seenFrom(part, path)])) };
}

/** A newsroom has an id of its own: that of the house it extends is not inherited, nor what is said about it. */
function withoutIdentity(tree: Tree | undefined): Tree | undefined {
  if (tree?.kind !== 'branch') return tree;
  return { kind: 'branch', entries: new Map([...tree.entries].filter(([key]) => key !== 'id' && key !== 'about')) };
}
