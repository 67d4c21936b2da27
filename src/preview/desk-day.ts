/** What day it is, as the rows' dates have it. */
interface DayClock {
  /** The day on which a moment falls, such as `2026-06-18`. */
  dayOf(moment: number): string;
  /** Goes by another time zone from now on; `undefined`: by the machine's. Returns whether it is another one. */
  goBy(timeZone: string | undefined): boolean;
}

/** A clock of a time zone; by the machine's where that is none or unknown. */
export function dayClock(first?: string): DayClock {
  let zone = first;
  let clock = dayFormat(first) ?? dayFormat(undefined);
  return {
    // Swedish writes 2026-06-18.
    dayOf: (moment) => clock?.format(moment) ?? '',
    goBy(timeZone) {
      if (timeZone === zone) return false;
      zone = timeZone;
      clock = dayFormat(timeZone) ?? dayFormat(undefined);
      return true;
    },
  };
}

function dayFormat(timeZone: string | undefined): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch {
    return undefined;
  }
}
