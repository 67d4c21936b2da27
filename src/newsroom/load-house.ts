import { houseFindings } from '../checks/house-file.ts';
import { rules } from '../checks/index.ts';
import { faultsOf } from '../engine/house-cases.ts';
import { termFaults } from '../engine/term-cases.ts';
import type { House } from '../house/house.ts';
import { houseFault } from '../house/house-fault.ts';
import { readHouseYaml } from '../house/house-yaml.ts';
import { type HouseSource, houseIds, type Resolved, resolveHouse, shippedHouse } from '../house/load.ts';
import { houseWithoutFile } from '../house/plain-ground.ts';
import { unheldSigners } from '../house/signers.ts';
import { type Colleague, readStaff } from '../house/staff.ts';
import { readTerms, type Term } from '../house/terms.ts';
import type { Finding } from '../model/finding.ts';
import type { Refusal } from './world.ts';

/** What came of a house file. */
interface LoadedHouse {
  /** `undefined` when the house file has faults. */
  readonly house: House | undefined;
  /** What can be made of it without its faulty settings, for when there is no last good house. */
  readonly salvaged: House;
  /** The faults of the house file, at their places in its text. */
  readonly findings: readonly Finding[];
  readonly resolved: Resolved;
}

/**
 * Reads a house file on top of the one that it extends (`base`). Never throws.
 *
 * @param name what the file is called where settings are said to come from it
 * @param without the id of the house that it rests on where it extends none
 */
export function loadHouse(text: string, name: string, base: HouseSource['base'], without: string): LoadedHouse {
  const resolved = resolveHouse({ text, name, without, ...(base === undefined ? {} : { base }) }, rules);
  const { house, salvaged } = resolved;
  // A case that fails says that the file is not what was meant, but it can be read: the house is in force.
  return { house, salvaged, findings: houseFindings(faultsOf(resolved)), resolved };
}

/** What came of a staff file: the people that could be read, and its faults at their places in its text. */
interface LoadedStaff {
  readonly people: readonly Colleague[];
  readonly findings: readonly Finding[];
}

/** Reads a staff file. Never throws. */
export function loadStaff(text: string): LoadedStaff {
  const { people, faults } = readStaff(text);
  return { people, findings: houseFindings(faults) };
}

/** What came of a file of terms: those that could be read, and its faults at their places in its text. */
interface LoadedTerms {
  readonly terms: readonly Term[];
  readonly findings: readonly Finding[];
}

/** Reads a file of terms, and tries its cases out. Never throws. */
export function loadTerms(text: string, house: House): LoadedTerms {
  const { terms, faults } = readTerms(text);
  return { terms, findings: houseFindings(faults.length > 0 ? faults : termFaults(terms, house)) };
}

/** That a house or staff file is there and cannot be read, at its start. */
export function refusedFindings(refused: Refusal): readonly Finding[] {
  const code = refused === 'not-text' ? 'unreadable' : refused === 'too-long' ? 'file-too-long' : refused;
  return houseFindings([houseFault(code, { start: 0, end: 0, from: 0, to: 0 })]);
}

/** The steps of a house's own file that anybody may sign, since it is not known who is meant. */
export function unheldIn(text: string, house: House): readonly Finding[] {
  if (house.signoff.steps.length === 0) return [];
  return houseFindings([...unheldSigners(readHouseYaml(text).entries, house)]);
}

/** A house that we ship; the plain one for an id that we do not know. */
export function builtInHouse(id: string): House {
  return shippedHouse(houseIds.includes(id) ? id : houseWithoutFile);
}
