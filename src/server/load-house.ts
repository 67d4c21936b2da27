import { checks } from '../checks/index.ts';
import type { House } from '../house/house.ts';
import { houseIds, resolveHouse, shippedHouse } from '../house/load.ts';
import type { Finding } from '../model/finding.ts';

/** What came of a house file's text. */
export interface LoadedHouse {
  /** `undefined` when the text has faults. */
  readonly house: House | undefined;
  /** What can be made of it without its faulty settings, for when there is no last good house. */
  readonly salvaged: House;
  /** Its faults, at their places in the text. */
  readonly findings: readonly Finding[];
}

export function loadHouse(text: string): LoadedHouse {
  const { house, salvaged, faults } = resolveHouse({ text }, checks);
  const findings = faults.map((fault): Finding => ({
    check: 'house-file', severity: 'error', at: fault.at, fixes: [],
    message: { en: `${fault.code} ${JSON.stringify(fault.data)}`, zh: `${fault.code} ${JSON.stringify(fault.data)}` },
  }));
  return { house, salvaged, findings };
}

/** A house that we ship; the default one for an id that we do not know. */
export function builtInHouse(id: string): House {
  return shippedHouse(houseIds.includes(id) ? id : (houseIds[0] ?? ''));
}
