import { monthOf } from './english-months.ts';
import { isNoDate, readDate } from './written-date.ts';

/** A day as prose has it; the year is often left out. Month and day count from 1. */
export interface PrintedDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** A date where it stands in a line, `[from, to)` in UTF-16 units, with its clock as far as it is printed. */
interface PrintedDate {
  readonly from: number;
  readonly to: number;
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly hour?: string;
  readonly minute?: string;
  readonly second?: string;
}

/**
 * Reads the day that a dateline names: a date in full, or `6月1日`, `June 1`, `Sept. 3, 2026`. `undefined` for anything
 * else, the day of a month alone included.
 */
export function readPrintedDay(text: string): PrintedDay | undefined {
  const full = readDate(text);
  if (!isNoDate(full)) return { year: full.year, month: full.month, day: full.day };
  const chinese = /^(?:(\d{4})年)?\s?(\d{1,2})月\s?(\d{1,2})[日号]/.exec(text.normalize('NFKC'));
  if (chinese) return printed(chinese[1], Number(chinese[2]), chinese[3]);
  const english = /^([a-z]{3}[a-z]{0,6})\.? (\d{1,2})(?:, (\d{4}))?$/i.exec(text);
  const month = monthOf(english?.[1] ?? '');
  return english && month > 0 ? printed(english[3], month, english[2]) : undefined;
}

function printed(year: string | undefined, month: number, day: string | undefined): PrintedDay {
  return { ...(year === undefined ? {} : { year: Number(year) }), month, day: Number(day) };
}

const FIGURES =
  /(?<![\d.])(?<year>\d{4}) ?[-/.年] ?(?<month>\d{1,2}) ?[-/.月] ?(?<day>\d{1,2})(?: ?日)?(?:[ T]*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?(?!\d)/;
const AMERICAN =
  /\b(?<month>[A-Z][a-z]{2,8})\.? (?<day>\d{1,2}), (?<year>\d{4})(?:,? (?:at )?(?<hour>\d{1,2}):(?<minute>\d{2}))?/;
const BRITISH =
  /\b(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2,8})\.? (?<year>\d{4})(?:,? (?:at )?(?<hour>\d{1,2}):(?<minute>\d{2}))?/;

/**
 * The first date in full of a line whose width is folded: in figures, else with the English name of its month. A day or
 * hour that no calendar has is none. Linear in the length of the line.
 */
export function findDate(line: string): PrintedDate | undefined {
  const found = FIGURES.exec(line) ?? AMERICAN.exec(line) ?? BRITISH.exec(line);
  if (found === null) return undefined;
  const { year = '', month: name = '', day = '', hour, minute, second } = found.groups ?? {};
  const month = /^\d/.test(name) ? Number(name) : monthOf(name);
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return {
    from: found.index,
    to: found.index + found[0].length,
    year,
    month,
    day: Number(day),
    ...(hour === undefined || Number(hour) > 23 ? {} : { hour, minute: minute ?? '00' }),
    ...(second === undefined ? {} : { second }),
  };
}
