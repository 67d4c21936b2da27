import type { House } from '../house/house.ts';

/** ISO 8601 as YAML allows it: a date, perhaps a time to the minute or second, perhaps an offset from UTC. */
const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?[ \t]*(Z|z|[+-]\d{1,2}(?::?\d{2})?)?)?$/;

/** A date for `<time>`: what is read by people, and what is read by machines. */
export interface ShownDate {
  readonly text: string;
  /** `datetime` of HTML; absent when the date could not be read. */
  readonly machine?: string;
}

/**
 * A date of the front matter as the house's page prints it: in the house's time zone (a time without an offset is
 * in it already), `2026-03-09 10:20:05` on a Chinese page and `9 March 2026, 10:20` on an English one. What is not
 * a date is printed as written: the checks say what is wrong with it.
 */
export function showDate(raw: string, house: House): ShownDate {
  const match = written.exec(raw.trim());
  if (match === null) return { text: raw.trim() };
  const [, year = '', month = '', day = '', hour, minute, second, offset] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time =
    hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute ?? '00'}${second ? `:${second}` : ''}`;
  const local = time === undefined ? date : `${date}T${time}`;
  const utc = Date.parse(`${local}${time === undefined ? '' : isoOffset(offset)}`);
  if (Number.isNaN(utc)) return { text: raw.trim() };
  const machine = offset === undefined ? local : `${local}${isoOffset(offset)}`;
  const place = offset === undefined ? 'UTC' : house.timeZone;
  return { text: inWords(utc, place, time !== undefined, second !== undefined, house.language), machine };
}

function isoOffset(offset: string | undefined): string {
  if (offset === undefined || offset === 'Z' || offset === 'z') return 'Z';
  const digits = offset.slice(1).replace(':', '');
  const [hours, minutes] = digits.length <= 2 ? [digits, '00'] : [digits.slice(0, -2), digits.slice(-2)];
  return `${offset.charAt(0)}${hours.padStart(2, '0')}:${minutes}`;
}

function inWords(utc: number, timeZone: string, time: boolean, seconds: boolean, language: string): string {
  const chinese = language.toLowerCase().startsWith('zh');
  const clock: Intl.DateTimeFormatOptions = time ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {};
  if (!chinese) {
    const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
    // British English writes the day first, as wires do; the house's own language otherwise.
    const locale = language === 'en' ? 'en-GB' : language;
    const parts = [new Intl.DateTimeFormat(locale, { ...day, timeZone }).format(utc)];
    if (time) parts.push(new Intl.DateTimeFormat(locale, { ...clock, timeZone }).format(utc));
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
  return shown.format(utc);
}
