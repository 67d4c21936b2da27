import { formatsBy } from './date-formats.ts';
import { partsOfWorded } from './worded-date.ts';

/** How the parts of a written date are put together, as far as it is a matter of taste. */
interface DateNotation {
  /** Between day and time. */
  readonly joint: ' ' | 'T';
  /** What stands behind the time, with the blank before it: `Z`, `+08:00`, ` +0800`; empty without an offset. */
  readonly zone: string;
}

/** A date as somebody wrote it: its wall clock, and its offset where it has one. Month and day count from 1. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `undefined` for a date without a time. */
  readonly time?: {
    readonly hour: number;
    readonly minute: number;
    /** As written; `undefined`: not given. */
    readonly second?: number;
    /** The digits behind the second's point, as written. */
    readonly fraction?: string;
  };
  /** Minutes east of UTC where the text says so; `undefined`: the house's own time. */
  readonly offset?: number;
  readonly notation: DateNotation;
  /**
   * Written as programs read it: `2024-06-01`, `2024-06-01 10:53`, `2024-06-01T10:53:16`, the last two with an offset
   * in any form that YAML or RFC 3339 has.
   */
  readonly normal: boolean;
  /** Written with the name of its month, as generators and mail programs read it: `June 1, 2024`. */
  readonly worded?: true;
}

/** Why a text is no date: it cannot be read as one, or no calendar has that day or time. */
export interface NoDate {
  readonly fault: 'unreadable' | 'no-such-month' | 'no-such-day' | 'no-such-time';
  /** The month's last day, for `no-such-day`. */
  readonly last?: number;
}

const NORMAL = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?$/;
/** YAML's timestamps, and Jekyll's, with an offset: a program that reads one must find it as it was. */
const OFFSET_NORMAL =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?[ \t]*(?:[Zz]|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)$/;
const DATE =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})| ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]|(\d{2})(\d{2}))/;
/** A date in a line of other words, as sites print it, with or without a time. */
export const dateInLine =
  /\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[T \u00A0\u3000]{0,4}\d{1,2}:\d{2}(?::\d{2})?)?/;
const CLOCK =
  /^(?:(上午|凌晨|早上|下午|晚上) ?)?(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?| ?[时時点點](?: ?(\d{1,2}) ?分(?: ?(\d{1,2}) ?秒)?)?)/;
const OFFSET = /^(?:Z|UTC|GMT|([+-])(\d{1,2})(?:(:?)(\d{2}))?)$/i;

/** The farthest from UTC that a clock on earth is, in minutes. */
const FARTHEST = 14 * 60;

/** Full-width digits, marks and blanks as ASCII, and the year's hyphens whatever dash they are written with. */
function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2002-\u200a]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
}

/**
 * Reads a date: `2024-06-01 10:53:16`, `2024/6/1 10:53`, `2024.6.1`, `2024年6月1日10时53分`, `20240601`, ISO 8601 with
 * or without an offset, in full-width characters too, and what names its month in English. What it says stays what it says: nothing is moved into another
 * zone, and 24:00 is no time. Linear in the length of `text`.
 */
export function readDate(text: string): WrittenDate | NoDate {
  const unreadable: NoDate = { fault: 'unreadable' };
  if (text.length > 60) return unreadable;
  const plain = folded(text);
  const date = DATE.exec(plain);
  if (!date) return readWorded(plain) ?? unreadable;
  const [whole, year = '', ...rest] = date;
  const [month, day] = rest.filter((part) => part !== undefined).map(Number);
  if (month === undefined || day === undefined) return unreadable;
  const behind = plain.slice(whole.length);
  const joint = /^[ \t]*T?[ \t]*/i.exec(behind)?.[0] ?? '';
  const written = readClock(behind.slice(joint.length));
  if (written === undefined) return unreadable;
  // `20240601` with digits behind it is a number and no date.
  if (written.time && joint === '' && !/[日号號]$/.test(whole)) return unreadable;
  if (month < 1 || month > 12) return { fault: 'no-such-month' };
  const last = lastDay(Number(year), month);
  if (day < 1 || day > last) return { fault: 'no-such-day', last };
  const { time, offset, zone } = written;
  if (time && (time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 59)) return { fault: 'no-such-time' };
  return {
    year: Number(year),
    month,
    day,
    ...(time && { time }),
    ...(offset !== undefined && { offset }),
    notation: { joint: /T/i.test(joint) ? 'T' : ' ', zone },
    normal: offset === undefined ? NORMAL.test(text) : OFFSET_NORMAL.test(text),
  };
}

/** `June 1, 2024`, `Sat, 01 Jun 2024 09:00:00 +0800`; `undefined` for what names no month. */
function readWorded(plain: string): WrittenDate | NoDate | undefined {
  const parts = partsOfWorded(plain);
  if (parts === undefined) return undefined;
  const { year, month, day, time, offset, zone } = parts;
  const last = lastDay(year, month);
  if (day < 1 || day > last) return { fault: 'no-such-day', last };
  if (time && (time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 59)) return { fault: 'no-such-time' };
  return {
    year,
    month,
    day,
    ...(time && { time }),
    ...(offset !== undefined && { offset }),
    notation: { joint: ' ', zone },
    normal: false,
    worded: true,
  };
}

/** The last day of a month, which counts from 1; the years 0 to 99 are those of the calendar, not of the century. */
export function lastDay(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

interface ReadClock {
  readonly time?: NonNullable<WrittenDate['time']>;
  readonly offset?: number;
  readonly zone: string;
}

/** What stands behind the date: nothing, or a time, perhaps with an offset; `undefined` for anything else. */
function readClock(text: string): ReadClock | undefined {
  if (text === '') return { zone: '' };
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  const [whole, half, said = '', minute, second, fraction, chineseMinute, chineseSecond] = clock;
  const hour = hourOf(Number(said), half);
  if (hour === undefined) return undefined;
  const seconds = second ?? chineseSecond;
  const time = {
    hour,
    minute: Number(minute ?? chineseMinute ?? 0),
    ...(seconds !== undefined && { second: Number(seconds) }),
    ...(fraction !== undefined && { fraction }),
  };
  const rest = text.slice(whole.length);
  if (rest.trim() === '') return { time, zone: '' };
  const offset = readOffset(rest.trim());
  return offset && { time, offset: offset.minutes, zone: (/^[ \t]/.test(rest) ? ' ' : '') + offset.written };
}

/** The hour of a day of 24 hours; `undefined` where half a day and hour do not go together. */
function hourOf(said: number, half: string | undefined): number | undefined {
  if (half === undefined) return said;
  const afternoon = half === '下午' || half === '晚上';
  if (said > 12) return afternoon ? said : undefined;
  if (said === 12) return half === '下午' ? 12 : undefined;
  return afternoon ? said + 12 : said;
}

/** An offset in minutes, and as it is written: `-5` as `-05:00`, all else as it stands. */
function readOffset(text: string): { readonly minutes: number; readonly written: string } | undefined {
  const offset = OFFSET.exec(text);
  if (!offset) return undefined;
  const [whole, sign, hours, colon = '', rest] = offset;
  if (sign === undefined || hours === undefined) return { minutes: 0, written: whole.toUpperCase() };
  const minutes = Number(hours) * 60 + Number(rest ?? 0);
  if (minutes > FARTHEST || Number(rest ?? 0) > 59) return undefined;
  const written =
    rest === undefined && hours.length === 2
      ? whole
      : `${sign}${hours.padStart(2, '0')}${rest === undefined ? ':00' : `${colon}${rest}`}`;
  return { minutes: sign === '-' ? -minutes : minutes, written };
}

/** Whether reading a date found none. */
export function isNoDate(read: WrittenDate | NoDate): read is NoDate {
  return 'fault' in read;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day alone: `2024-06-01`. */
export function dayOf({ year, month, day }: WrittenDate): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The time of day alone, as exact as it was written: `10:53`, `10:53:16`, `10:53:16.250`; empty for a day. */
export function timeOf({ time }: WrittenDate): string {
  if (!time) return '';
  const second = time.second === undefined ? '' : `:${two(time.second)}`;
  return `${two(time.hour)}:${two(time.minute)}${second}${time.fraction === undefined ? '' : `.${time.fraction}`}`;
}

/** Written as programs read it, in its own notation: nothing of what it says is moved, added or dropped. */
export function plainDate(date: WrittenDate): string {
  if (!date.time) return dayOf(date);
  return `${dayOf(date)}${date.notation.joint}${timeOf(date)}${date.notation.zone}`;
}

/**
 * The wall clock as somebody in `timeZone` (an IANA name) reads it: `2024-06-01`, `2024-06-01 10:53`, seconds only when
 * they were written. Only a time with an offset moves, and only where the zone is known.
 */
export function clockOf(date: WrittenDate, timeZone: string | undefined): string {
  if (!date.time) return dayOf(date);
  if (date.offset === undefined || timeZone === undefined)
    return `${dayOf(date)} ${timeOf({ ...date, time: wholeSecond(date.time) })}`;
  const shown = clockIn(momentOf(date, timeZone), timeZone);
  return date.time.second === undefined ? shown.slice(0, 16) : shown;
}

const wholeSecond = ({ hour, minute, second }: NonNullable<WrittenDate['time']>): NonNullable<WrittenDate['time']> => ({
  hour,
  minute,
  ...(second !== undefined && { second }),
});

/**
 * The moment that a date says, in milliseconds since the epoch; of a day its beginning. What has no offset is meant
 * in `timeZone`, UTC where that is not known.
 */
export function momentOf(date: WrittenDate, timeZone: string | undefined): number {
  const { hour = 0, minute = 0, second = 0, fraction = '' } = date.time ?? {};
  const wall = new Date(0);
  wall.setUTCFullYear(date.year, date.month - 1, date.day);
  wall.setUTCHours(hour, minute, second, Number(fraction.slice(0, 3).padEnd(3, '0')));
  const moment = wall.getTime();
  if (date.offset !== undefined) return moment - date.offset * 60_000;
  // The offset depends on the moment and the moment on the offset; the second guess is right but for a lost hour.
  const guess = moment - offsetIn(moment, timeZone);
  return moment - offsetIn(guess, timeZone);
}

/** Milliseconds that a zone is east of UTC at a moment. */
export function offsetIn(moment: number, timeZone: string | undefined): number {
  const known = settledOffset(moment, timeZone ?? 'UTC');
  if (known !== undefined) return known;
  const shown = Date.parse(`${clockIn(moment, timeZone).replace(' ', 'T')}Z`);
  return Number.isNaN(shown) ? 0 : shown - Math.floor(moment / 1000) * 1000;
}

/** An offset in milliseconds as ISO 8601 writes it: `+08:00`. */
export function offsetText(offset: number, colon = ':'): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

/** A moment (milliseconds since the epoch) as `2024-06-01 10:53:16` in a time zone; UTC where the zone is unknown. */
export function clockIn(moment: number, timeZone: string | undefined): string {
  const zone = timeZone ?? 'UTC';
  const known = settledOffset(moment, zone);
  if (known === undefined) return clockOfZone(zone).format(moment);
  return new Date(moment + known).toISOString().slice(0, 19).replace('T', ' ');
}

const HOUR = 3_600_000;

/**
 * Hours east of UTC of zones whose clocks have not been moved since {@link settledSince}. What they show is arithmetic:
 * the platform reads its tables for its first answer, which is a tenth of a run on one article.
 */
const settled: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['Asia/Shanghai', 8],
  ['Asia/Hong_Kong', 8],
  ['Asia/Macau', 8],
  ['Asia/Taipei', 8],
  ['Asia/Singapore', 8],
]);
/** China's last summer time ended in 1991. */
const settledSince = Date.UTC(1992, 0);
/** Years of more than four digits are written otherwise. */
const settledUntil = Date.UTC(9999, 11);

/** `undefined` where the platform has to be asked. */
function settledOffset(moment: number, zone: string): number | undefined {
  const hours = moment >= settledSince && moment < settledUntil ? settled.get(zone) : undefined;
  return hours === undefined ? undefined : hours * HOUR;
}

const clockOfZone = formatsBy((zone) => {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  const clock = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { ...options, timeZone });
  try {
    return clock(zone);
  } catch {
    return clock('UTC');
  }
});
