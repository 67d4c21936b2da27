/** A date as somebody wrote it; month and day count from 1. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `undefined` for a date without a time. */
  readonly time?: {
    readonly hour: number;
    readonly minute: number /** As written; `undefined`: not given. */;
    readonly second?: number;
  };
  /** Minutes east of UTC where the text says so; `undefined`: the house's own time. */
  readonly offset?: number;
  /** Written as the house writes it: `2024-06-01`, `2024-06-01 10:53` or `2024-06-01 10:53:16`. */
  readonly normal: boolean;
}

/** Why a text is no date: it cannot be read as one, or no calendar has that day or time. */
export interface NoDate {
  readonly fault: 'unreadable' | 'no-such-month' | 'no-such-day' | 'no-such-time';
  /** The month's last day, for `no-such-day`. */
  readonly last?: number;
}

const NORMAL = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const DATE =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))/;
const CLOCK = /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?|时(?:(\d{1,2})分(?:(\d{1,2})秒)?)?)/;
const OFFSET = /^(?:Z|([+-])(\d{1,2})(?::?(\d{2}))?)$/i;

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
 * or without an offset, in full-width characters too. Linear in the length of `text`.
 */
export function readDate(text: string): WrittenDate | NoDate {
  const unreadable: NoDate = { fault: 'unreadable' };
  if (text.length > 60) return unreadable;
  const plain = folded(text);
  const date = DATE.exec(plain);
  if (!date) return unreadable;
  const [whole, year = '', ...rest] = date;
  const [month, day] = rest.filter((part) => part !== undefined).map(Number);
  if (month === undefined || day === undefined) return unreadable;
  const behind = plain.slice(whole.length);
  const clock = /^(?:[ ]*T|[ ]*)/i.exec(behind)?.[0] ?? '';
  const written = readClock(behind.slice(clock.length));
  if (written === undefined) return unreadable;
  // `20240601` with digits behind it is a number and no date.
  if (written.time && clock === '' && !whole.endsWith('日')) return unreadable;
  if (month < 1 || month > 12) return { fault: 'no-such-month' };
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (day < 1 || day > last) return { fault: 'no-such-day', last };
  const { time } = written;
  if (time && (time.hour > 23 || time.minute > 59 || (time.second ?? 0) > 59)) return { fault: 'no-such-time' };
  return { year: Number(year), month, day, ...written, normal: NORMAL.test(text) };
}

/** What stands behind the date: nothing, or a time, perhaps with an offset; `undefined` for anything else. */
function readClock(text: string): Pick<WrittenDate, 'time' | 'offset'> | undefined {
  if (text === '') return {};
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  const [whole, hour, minute, second, chineseMinute, chineseSecond] = clock;
  const seconds = second ?? chineseSecond;
  const time = {
    hour: Number(hour),
    minute: Number(minute ?? chineseMinute ?? 0),
    ...(seconds === undefined ? {} : { second: Number(seconds) }),
  };
  const rest = text.slice(whole.length).trim();
  if (rest === '') return { time };
  const offset = OFFSET.exec(rest);
  if (!offset) return undefined;
  const minutes = Number(offset[2] ?? 0) * 60 + Number(offset[3] ?? 0);
  return { time, offset: offset[1] === '-' ? -minutes : minutes };
}

/** Whether reading a date found none. */
export function isNoDate(read: WrittenDate | NoDate): read is NoDate {
  return 'fault' in read;
}

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * A date as the house writes it: `2024-06-01`, `2024-06-01 10:53`; seconds only when they were written. A time with
 * an offset is moved into `timeZone` (an IANA name). A date without a time never moves.
 */
export function normalDate(date: WrittenDate, timeZone: string): string {
  const { year, month, day, time, offset } = date;
  if (!time) return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const second = time.second === undefined ? '' : `:${two(time.second)}`;
  if (offset === undefined)
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)} ${two(time.hour)}:${two(time.minute)}${second}`;
  const moment = Date.UTC(year, month - 1, day, time.hour, time.minute, time.second ?? 0) - offset * 60_000;
  const shown = clockIn(moment, timeZone);
  return time.second === undefined ? shown.slice(0, 16) : shown;
}

/** A moment (milliseconds since the epoch) as `2024-06-01 10:53:16` in a time zone; UTC where the zone is unknown. */
export function clockIn(moment: number, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  const format = (zone: string): string =>
    new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone }).format(moment);
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
