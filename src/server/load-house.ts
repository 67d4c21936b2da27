import { houseFindings } from '../checks/house-file.ts';
import { checks } from '../checks/index.ts';
import type { House } from '../house/house.ts';
import { houseIds, resolveHouse, shippedHouse } from '../house/load.ts';
import { readStaff } from '../house/staff.ts';
import type { Finding } from '../model/finding.ts';

/** What came of a newsroom's files. */
export interface LoadedHouse {
  /** `undefined` when the house file has faults. */
  readonly house: House | undefined;
  /** What can be made of it without its faulty settings, for when there is no last good house. */
  readonly salvaged: House;
  /** The faults of the house file, at their places in its text. */
  readonly findings: readonly Finding[];
  /** The faults of the staff file, at their places in its text. */
  readonly staffFindings: readonly Finding[];
}

/** Reads a house file, and the staff file beside it where there is one. Never throws. */
export function loadHouse(text: string, name: string, staffText: string | undefined): LoadedHouse {
  const { house, salvaged, faults } = resolveHouse({ text, name }, checks);
  const staff = staffText === undefined ? undefined : readStaff(staffText);
  const staffed = (one: House): House => (staff ? { ...one, staff: staff.people } : one);
  return {
    house: house && staffed(house),
    salvaged: staffed(salvaged),
    findings: houseFindings(faults),
    staffFindings: staff ? houseFindings(staff.faults) : [],
  };
}

/** A house that we ship; the default one for an id that we do not know. */
export function builtInHouse(id: string): House {
  return shippedHouse(houseIds.includes(id) ? id : (houseIds[0] ?? ''));
}
