import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import { clockOf, dayOf, isNoDate, offsetText, readDate, timeOf } from '../model/written-date.ts';

/** A date for `<time>`: what is read by people, and what is read by machines. */
export interface ShownDate {
  readonly text: string;
  /** `datetime` of HTML; absent when the date could not be read. */
  readonly machine?: string;
}

/**
 * A date of the front matter as the house's page prints it: in the house's time zone where it has said it (a time
 * without an offset is in it already), `2026-03-09 10:20:05` on a Chinese page and `9 March 2026, 10:20` on an English
 * one. What is not a date is printed as written: the checks say what is wrong with it.
 */
export function showDate(raw: string, house: House): ShownDate {
  const date = readDate(raw.trim());
  if (isNoDate(date)) return { text: raw.trim() };
  const { time, offset } = date;
  const clock = clockOf(date, house.timeZone);
  const wall = Date.parse(`${clock.replace(' ', 'T')}Z`);
  const text = inWords(wall, time !== undefined, time?.second !== undefined, house.language);
  if (time === undefined) return { text, machine: dayOf(date) };
  const zone = offset === undefined ? '' : offset === 0 ? 'Z' : offsetText(offset * 60_000);
  return { text, machine: `${dayOf(date)}T${timeOf(date)}${zone}` };
}

/** @param wall what the clock shows, as if it were UTC: milliseconds since the epoch */
function inWords(wall: number, time: boolean, seconds: boolean, language: string): string {
  const timeZone = 'UTC';
  const chinese = isChineseHouse({ language });
  const clock: Intl.DateTimeFormatOptions = time ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {};
  if (!chinese) {
    const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
    // British English writes the day first, as wires do; the house's own language otherwise.
    const locale = language === 'en' ? 'en-GB' : language;
    const parts = [new Intl.DateTimeFormat(locale, { ...day, timeZone }).format(wall)];
    if (time) parts.push(new Intl.DateTimeFormat(locale, { ...clock, timeZone }).format(wall));
    return parts.join(', ');
  }
  const shown = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...clock,
    ...(seconds ? { second: '2-digit' } : {}),
    timeZone,
  });
  // Swedish numbers are ISO 8601's: 2026-03-09 10:20:05.
  return shown.format(wall);
}
