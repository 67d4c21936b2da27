import { houseFindings } from '../checks/house-file.ts';
import { checks } from '../checks/index.ts';
import type { House } from '../house/house.ts';
import { houseIds, resolveHouse, shippedHouse } from '../house/load.ts';
import type { Finding } from '../model/finding.ts';

/** What came of a house file's text. */
export interface LoadedHouse {
  /** The house, without what is faulty in it. */
  readonly house: House;
  /** Its faults, at their places in the text. */
  readonly findings: readonly Finding[];
}

/** Reads a house file. `name`: what it is called where settings are said to come from it. Never throws. */
export function loadHouse(text: string, name: string): LoadedHouse {
  const { salvaged, faults } = resolveHouse({ text, name }, checks);
  return { house: salvaged, findings: houseFindings(faults) };
}

/** The house that applies where no newsroom says otherwise. */
export function defaultHouse(): House {
  return shippedHouse(houseIds[0] ?? '');
}
