import { clockIn, isNoDate, normalDate, readDate } from '../model/written-date.ts';

/**
 * A date of the front matter as ISO 8601 with the offset that its time zone has then: `2026-06-02T08:45:10+08:00`. A
 * date without a time stays one (`2026-06-02`). `undefined` for what is no date.
 *
 * @param timeZone IANA name of the house's time zone, in which a time without an offset is meant
 */
export function isoTime(raw: string, timeZone: string): string | undefined {
  const date = readDate(raw.trim());
  if (isNoDate(date)) return undefined;
  const clock = normalDate(date, timeZone);
  if (date.time === undefined) return clock;
  const wall = clock.replace(' ', 'T') + (date.time.second === undefined ? ':00' : '');
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // The offset depends on the moment and the moment on the offset; the second guess is right but for a lost hour.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return wall + written(offsetAt(guess, timeZone));
}

/** Milliseconds east of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const shown = Date.parse(`${clockIn(moment, timeZone).replace(' ', 'T')}Z`);
  return Number.isNaN(shown) ? 0 : shown - Math.floor(moment / 1000) * 1000;
}

function written(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
