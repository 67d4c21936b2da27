import type { LocalizedData } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { type HouseFault, houseFault } from './house-fault.ts';
import type { HouseMessage } from './house-messages.ts';
import { readHouseYaml } from './house-yaml.ts';

/** What is wrong with the newsroom's own page, before it has a place in the house file. */
interface UnplacedFault {
  readonly code: HouseMessage;
  /** The setting under `page.slots`, or under `page`; absent: `page.html`. */
  readonly slot?: string;
  readonly setting?: string;
  readonly data: LocalizedData;
}

/**
 * The faults of the newsroom's own page at the settings that name it.
 *
 * @param text the house file's
 */
export function placePageFaults(text: string, faults: readonly UnplacedFault[]): readonly HouseFault[] {
  if (faults.length === 0) return [];
  const { entries } = readHouseYaml(text);
  const page = entries.find(({ key }) => key === 'page');
  const html = entryOf(page?.value, 'html') ?? page;
  const slots = entryOf(page?.value, 'slots');
  return faults.flatMap(({ code, slot, setting, data }) => {
    const named = setting === undefined ? undefined : entryOf(page?.value, setting);
    const entry = named ?? (slot === undefined ? undefined : (entryOf(slots?.value, slot) ?? slots)) ?? html;
    return entry ? [houseFault(code, entry.value.kind === 'null' ? entry.keyAt : entry.value.at, data)] : [];
  });
}

function entryOf(value: Value | undefined, name: string) {
  return value?.kind === 'map' ? value.entries.find(({ key }) => key === name) : undefined;
}
