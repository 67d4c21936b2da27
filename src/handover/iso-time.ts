import { clockOf, isNoDate, momentOf, offsetIn, offsetText, readDate } from '../model/written-date.ts';

/**
 * A date of the front matter as ISO 8601 with the offset that its time zone has then: `2026-06-02T08:45:10+08:00`. A
 * date without a time stays one (`2026-06-02`). `undefined` for what is no date.
 *
 * @param timeZone IANA name of the house's time zone, in which a time without an offset is meant; absent: a time keeps
 * the offset that it has, and is UTC without one
 */
export function isoTime(raw: string, timeZone: string | undefined): string | undefined {
  const date = readDate(raw.trim());
  if (isNoDate(date)) return undefined;
  const clock = clockOf(date, timeZone);
  if (date.time === undefined) return clock;
  const own = (date.offset ?? 0) * 60_000;
  const east = timeZone === undefined ? own : offsetIn(momentOf(date, timeZone), timeZone);
  return clock.replace(' ', 'T') + (date.time.second === undefined ? ':00' : '') + offsetText(east);
}
