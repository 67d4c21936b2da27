import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { formatsBy } from '../model/date-formats.ts';
import { type PrintedDay, readPrintedDay } from '../model/printed-date.ts';
import { clockOf, isNoDate, momentOf, offsetIn, offsetText, readDate } from '../model/written-date.ts';

/** A date that an article gives, as it is shown and as it is handed on. */
export interface GivenDate {
  /** As the page prints it, by the clocks of the house: `2026-03-09 10:20:05`, or `9 March 2026, 10:20` in English. */
  readonly text: string;
  /** The day alone, printed likewise. */
  readonly day: string;
  /**
   * ISO 8601: a moment with the offset that the house's time zone has then, `2026-06-02T08:45:10+08:00`, or a day alone.
   * Where the house has not said its zone, a time keeps the offset that it has, and is UTC without one.
   */
  readonly iso: string;
}

/**
 * Reads a date of the front matter, however it is written. A time without an offset is in the house's time zone
 * already; one with an offset is a moment, and is moved there. `undefined` for what is no date: it is printed as it
 * is written, and checks say what is wrong with it.
 */
export function givenDate(raw: string, house: Pick<House, 'timeZone' | 'language'>): GivenDate | undefined {
  const date = readDate(raw.trim());
  if (isNoDate(date)) return undefined;
  const clock = clockOf(date, house.timeZone);
  const [numbers = '', time] = clock.split(' ');
  const chinese = isChineseHouse(house);
  const day = chinese ? numbers : dayInWords(numbers, house.language);
  return {
    text: chinese ? clock : [day, ...(time === undefined ? [] : [time.slice(0, 5)])].join(', '),
    day,
    iso:
      time === undefined
        ? numbers
        : `${numbers}T${time.length > 5 ? time : `${time}:00`}${offsetText(eastOf(date, house.timeZone))}`,
  };
}

/**
 * The day that the name of a file begins with, as `2026-03-09`: `2026-03-09-title.md` and `2026-3-9-title.md`, as
 * generators of sites have it, and `20260309.md`, as desks do.
 */
export function dayInName(name: string): string | undefined {
  const [, year, month = '', day = ''] =
    /^((?:19|20)\d\d)(?:-(\d\d?)-(\d\d?)(?!\d))/.exec(name) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(name) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  // 20261345 is a number; 31 June is no day.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** The day of a dateline, with its text. */
export interface DatelineDay extends PrintedDay {
  readonly text: string;
}

/** The day that the article's first dateline names. */
export function datelineDay({ furniture }: Article): DatelineDay | undefined {
  const text = furniture.bylines[0]?.byline.date?.text.trim();
  const day = text === undefined ? undefined : readPrintedDay(text);
  return text === undefined || day === undefined ? undefined : { text, ...day };
}

/** Milliseconds that a date's clock is east of UTC. */
function eastOf(date: Parameters<typeof momentOf>[0], timeZone: string | undefined): number {
  if (timeZone === undefined) return (date.offset ?? 0) * 60_000;
  return offsetIn(momentOf(date, timeZone), timeZone);
}

/** `9 March 2026`, in the words of a language (BCP 47). */
function dayInWords(day: string, language: string): string {
  // British English writes the day first, as wires do; the house's own language otherwise.
  return daysIn(language === 'en' ? 'en-GB' : language).format(Date.parse(`${day}T00:00:00Z`));
}

const daysIn = formatsBy(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
