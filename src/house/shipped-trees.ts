import { readYamlBlock } from '../model/read-yaml-block.ts';
import chinaReport from './china-report.yml';
import type { HouseFault } from './house-fault.ts';
import type { KnownCheck } from './known-checks.ts';
import type { Reading } from './reading.ts';
import { houseSettings } from './settings.ts';
import { type PlainTree, toPlain } from './tree.ts';
import { readSettings } from './validate.ts';
import wire from './wire.yml';

/** The house files that we ship, by id; the first is the one that applies where no newsroom says otherwise. */
const texts: Readonly<Record<string, string>> = { 'china-report': chinaReport, wire };

/**
 * What `shipped.json` must hold: our own house files, read like any newsroom's. They are read when they change and
 * not each time that Copydesk starts, since that would take longer than checking an article; a test compares the
 * two, and `UPDATE=1` rewrites the file.
 */
export function shippedTrees(checks: readonly KnownCheck[]): {
  trees: Readonly<Record<string, PlainTree>>;
  faults: readonly HouseFault[];
} {
  const faults: HouseFault[] = [];
  const trees = Object.entries(texts).map(([id, text]) => {
    const reading: Reading = { origin: id, checks, faults };
    const block = readYamlBlock(text, { start: 0, end: text.length });
    faults.push(...block.faults);
    return [id, toPlain(readSettings(houseSettings, block.entries, undefined, reading))];
  });
  return { trees: Object.fromEntries(trees), faults };
}
