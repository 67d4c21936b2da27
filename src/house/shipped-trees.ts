import { readYamlBlock } from '../model/front-matter/read-yaml-block.ts';
import chinaReport from './china-report.yml';
import chinese from './chinese.yml';
import cnsHalfWidth from './cns-half-width.yml';
import type { FileNotes } from './file-notes.ts';
import type { HouseCase } from './house-case.ts';
import type { HouseFault } from './house-fault.ts';
import type { KnownCheck } from './known-checks.ts';
import magazine from './magazine.yml';
import peoplePaper from './people-paper.yml';
import plain from './plain.yml';
import { houseSettings } from './settings.ts';
import { merge, type PlainTree, type Tree, toPlain } from './tree.ts';
import { readSettings } from './validate.ts';
import wire from './wire.yml';
import xinhuaWire from './xinhua-wire.yml';
import ycwbColon from './ycwb-colon.yml';

/** The house files that we ship, by id. */
export const houseTexts: Readonly<Record<string, string>> = {
  'china-report': chinaReport,
  chinese,
  'xinhua-wire': xinhuaWire,
  'people-paper': peoplePaper,
  'cns-half-width': cnsHalfWidth,
  'ycwb-colon': ycwbColon,
  magazine,
  wire,
  plain,
};

/** A house file of ours as it was read. */
interface ShippedFile {
  readonly own: Tree;
  /** `own` on what it extends. */
  readonly whole: Tree;
  readonly cases: readonly HouseCase[];
  readonly faults: readonly HouseFault[];
}

function readShipped(id: string, checks: readonly KnownCheck[]): ShippedFile {
  const text = houseTexts[id] ?? '';
  const notes: FileNotes = { origin: id, checks, faults: [], cases: [] };
  const block = readYamlBlock(text, { start: 0, end: text.length });
  notes.faults.push(...block.faults);
  const named = block.entries.find(({ key }) => key === 'extends')?.value;
  const base = named?.kind === 'scalar' ? readShipped(String(named.value), checks).whole : undefined;
  const own = readSettings(houseSettings, block.entries, base, notes);
  return { own, whole: merge(base, own), cases: notes.cases, faults: notes.faults };
}

/**
 * What `shipped.json` must hold: our own house files, read like any newsroom's. They are read when they change and
 * not each time that Copydesk starts, since that would take longer than checking an article; a test compares the
 * two, and `UPDATE=1` rewrites the file.
 */
export function shippedTrees(checks: readonly KnownCheck[]): {
  readonly trees: Readonly<Record<string, PlainTree>>;
  readonly faults: readonly HouseFault[];
} {
  const read = Object.keys(houseTexts).map((id) => [id, readShipped(id, checks)] as const);
  return {
    trees: Object.fromEntries(read.map(([id, { own }]) => [id, toPlain(own)])),
    faults: read.flatMap(([, { faults }]) => faults),
  };
}

/** The cases of one of our house files. */
export function shippedCases(id: string, checks: readonly KnownCheck[]): readonly HouseCase[] {
  return readShipped(id, checks).cases;
}
