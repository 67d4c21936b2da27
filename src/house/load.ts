import { readYamlBlock } from '../model/read-yaml-block.ts';
import { buildHouse } from './build.ts';
import type { HouseCase } from './cases.ts';
import { fieldFaults } from './field-faults.ts';
import type { House } from './house.ts';
import { type HouseFault, houseFault, unknownWord } from './house-fault.ts';
import type { KnownCheck } from './known-checks.ts';
import { type Reading, textOf } from './reading.ts';
import { houseSettings } from './settings.ts';
import trees from './shipped.json';
import { fromPlain, leaf, merge, type PlainTree, type Tree, under } from './tree.ts';
import { readSettings } from './validate.ts';

const shipped: Readonly<Record<string, PlainTree>> = trees;

/** Ids of the houses that we ship; the first applies where no newsroom says otherwise. */
export const houseIds: readonly string[] = Object.keys(shipped);

const defaultId = houseIds[0] ?? 'none';

/** A newsroom's own house file. */
export interface HouseSource {
  /** The decoded text. */
  readonly text: string;
  /** What the file is called where values are said to come from it; `copydesk.yml` when absent. */
  readonly name?: string;
}

/** What came of a house file. */
export interface Resolved {
  /** The house; `undefined` when the file has faults, and the last good house stays in force. */
  readonly house: House | undefined;
  /** What can be made of the file without its faulty settings, for whoever has no last good house. */
  readonly salvaged: House;
  /** In the order of the file; empty for a house of ours. */
  readonly faults: readonly HouseFault[];
  /** The bylines and credits that the file gives as examples, to be tried out on the house; those of a base are not. */
  readonly cases: readonly HouseCase[];
}

/**
 * Resolves a newsroom's house file on top of the house that it extends (the default one unless it says otherwise),
 * or the default house when there is no file. Never throws.
 *
 * Maps are merged key by key, inherited keys first and in their order; lists and everything else are replaced;
 * `off` takes an inherited field, template or block away.
 *
 * @param checks the checks that the file may speak of, which the house layer may not import
 */
export function resolveHouse(source: HouseSource | undefined, checks: readonly KnownCheck[]): Resolved {
  if (source === undefined) {
    const house = shippedHouse(defaultId);
    return { house, salvaged: house, faults: [], cases: [] };
  }
  const reading: Reading = { origin: source.name ?? 'copydesk.yml', checks, faults: [], cases: [] };
  const { tree, bases } = readHouse(source.text, reading);
  const house = buildHouse(tree, bases);
  const faults = reading.faults.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return { house: faults.length === 0 ? house : undefined, salvaged: house, faults, cases: reading.cases };
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
  const own = fromPlain(shipped[id], id);
  const base = leaf(under(own, 'extends'));
  if (typeof base !== 'string' || !Object.hasOwn(shipped, base)) return { tree: own, bases: [id] };
  const below = shippedTree(base);
  return { tree: merge(withoutIdentity(below.tree), own), bases: [id, ...below.bases] };
}

function readHouse(text: string, reading: Reading): { tree: Tree; bases: readonly string[] } {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const { entries, faults } = readYamlBlock(text, { start: first, end: text.length });
  reading.faults.push(...faults);
  const named = entries.find(({ key }) => key === 'extends')?.value;
  const id = (named && textOf(named)) ?? defaultId;
  const known = Object.hasOwn(shipped, id);
  if (named?.kind === 'scalar' && !known && id !== 'none') {
    reading.faults.push(unknownWord('unknown-house', named.at, id, [...houseIds, 'none']));
  } else if (named?.kind === 'null') reading.faults.push(houseFault('expected-text', named.at, { key: 'extends' }));
  // A house that does not exist was meant to be some house: the default one is nearer than none.
  const start = known ? id : id === 'none' ? undefined : defaultId;
  const below = start === undefined ? { tree: undefined, bases: [] } : shippedTree(start);
  const before = reading.faults.length;
  const own = readSettings(houseSettings, entries, below.tree, reading);
  const tree = merge(withoutIdentity(below.tree), own);
  reading.faults.push(...fieldFaults(entries, tree));
  // Where the YAML itself is broken, what it seems to say is not worth a second fault.
  const broken = entries.filter(({ lines }) =>
    faults.some(({ at }) => at.start >= lines.start && at.start < lines.end),
  );
  const said = reading.faults.splice(before);
  reading.faults.push(
    ...said.filter(({ at }) => !broken.some(({ lines }) => at.start >= lines.start && at.start < lines.end)),
  );
  return { tree, bases: below.bases };
}

/** A newsroom has an id of its own: that of the house it extends is not inherited, nor what is said about it. */
function withoutIdentity(tree: Tree | undefined): Tree | undefined {
  if (tree?.kind !== 'branch') return tree;
  return { kind: 'branch', entries: new Map([...tree.entries].filter(([key]) => key !== 'id' && key !== 'about')) };
}
