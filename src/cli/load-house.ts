import { houseFindings } from '../checks/house-file.ts';
import { checks } from '../checks/index.ts';
import { faultsOf } from '../engine/house-cases.ts';
import type { House } from '../house/house.ts';
import { type HouseSource, houseIds, type Resolved, resolveHouse, shippedHouse } from '../house/load.ts';
import { readStaff } from '../house/staff.ts';
import type { Finding } from '../model/finding.ts';

/** What came of a house file's text. */
export interface LoadedHouse {
  /** The house, without what is faulty in it. */
  readonly house: House;
  /** Its faults, at their places in the text. */
  readonly findings: readonly Finding[];
  /** The faults of the staff file, at their places in its text. */
  readonly staffFindings: readonly Finding[];
  readonly resolved: Resolved;
}

/**
 * Reads a house file on top of the one that it extends (`base`), and the staff file beside it where there is one
 * (`staffText`). Never throws.
 *
 * @param name what the house file is called where settings are said to come from it
 */
export function loadHouse(
  text: string,
  name: string,
  staffText: string | undefined,
  base?: HouseSource['base'],
): LoadedHouse {
  const resolved = resolveHouse({ text, name, ...(base === undefined ? {} : { base }) }, checks);
  const { salvaged } = resolved;
  const staff = staffText === undefined ? undefined : readStaff(staffText);
  return {
    house: staff ? { ...salvaged, staff: staff.people } : salvaged,
    findings: houseFindings(faultsOf(resolved)),
    resolved,
    staffFindings: houseFindings(staff?.faults ?? []),
  };
}

/** The house that applies where no newsroom says otherwise. */
export function defaultHouse(): House {
  return shippedHouse(houseIds[0] ?? '');
}
