import type { ArticleValues } from '../engine/newsroom-values.ts';
import { isNoDate, offsetIn, readDate } from '../model/written-date.ts';

/** An article as the generator of its site sees it. */
export interface SitePage {
  /** From the site's folder, with `/`. */
  readonly path: string;
  readonly values: ArticleValues;
}

/** The addresses that a site gives an article, as far as they can be told: none where anything is in doubt. */
export type SiteAddresses = (page: SitePage) => readonly string[];

/** What a part of a pattern (`title` of `:title`) stands for; `undefined` where that cannot be told. */
export type Parts = (name: string) => string | undefined;

/** Parts by which one article can be told from another. */
const telling =
  /:(?:title|slug\w*|slugorfilename|filename|contentbasename|slugorcontentbasename|name|path|post_title)\b/;

/**
 * The address that a pattern makes; `undefined` where a part of it cannot be told, or where many articles would have the
 * same one.
 */
export function filled(pattern: string, parts: Parts): string | undefined {
  if (!telling.test(pattern) || pattern.length > 400) return undefined;
  let isKnown = true;
  const address = pattern.replace(/:([a-z_]+)(\[)?/gi, (_whole, name: string, slice: string | undefined) => {
    const part = slice === undefined ? parts(name) : undefined;
    if (part === undefined) isKnown = false;
    return part ?? '';
  });
  return isKnown ? address.replace(/\/{2,}/g, '/') : undefined;
}

/** The first thing that an article says under a key; `undefined` for nothing. */
export function firstOf(values: ArticleValues, key: string): string | undefined {
  const text = values.get(key)?.[0]?.trim();
  return text === '' ? undefined : text;
}

/**
 * What clocks may show at a date, in the UTC fields of each: as it is written, and moved to where the site is built.
 * Which of them a generator prints hangs on the machine.
 *
 * @param timeZone the site's own; `undefined` where its settings do not say
 */
export function clocksOf(written: string | undefined, timeZone: string | undefined): readonly Date[] {
  const date = written === undefined ? undefined : readDate(written);
  if (date === undefined || isNoDate(date)) return [];
  const { hour = 0, minute = 0, second = 0 } = date.time ?? {};
  const wall = Date.UTC(date.year, date.month - 1, date.day, hour, minute, second);
  if (date.time === undefined) return [new Date(wall)];
  const moment = wall - (date.offset ?? 0) * 60_000;
  const shown = timeZone === undefined ? [] : [moment + offsetIn(moment, timeZone)];
  return [...new Set([wall, moment, ...shown])].map((one) => new Date(one));
}

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A number with noughts before it. */
export function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** What Jekyll, Hexo and Hugo name alike of a date; months and days in English, as all of them print them. */
export function partOfClock(clock: Date, name: string): string | undefined {
  const [month, day] = [clock.getUTCMonth(), clock.getUTCDate()];
  switch (name) {
    case 'year':
      return padded(clock.getUTCFullYear(), 4);
    case 'short_year':
      return padded(clock.getUTCFullYear() % 100, 2);
    case 'month':
      return padded(month + 1, 2);
    case 'i_month':
      return String(month + 1);
    case 'monthname':
    case 'long_month':
      return months[month];
    case 'short_month':
      return months[month]?.slice(0, 3);
    case 'day':
      return padded(day, 2);
    case 'i_day':
      return String(day);
    case 'weekdayname':
    case 'long_day':
      return days[clock.getUTCDay()];
    case 'short_day':
      return days[clock.getUTCDay()]?.slice(0, 3);
    case 'hour':
      return padded(clock.getUTCHours(), 2);
    case 'minute':
      return padded(clock.getUTCMinutes(), 2);
    case 'second':
      return padded(clock.getUTCSeconds(), 2);
    default:
      return undefined;
  }
}

/** The day of the year, from 1. */
export function dayOfYear(clock: Date): number {
  return Math.floor((clock.getTime() - Date.UTC(clock.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** Addresses with and without what a site that lies in a folder of its own puts before each. */
export function under(prefixes: readonly (string | undefined)[], address: string): readonly string[] {
  const steps = prefixes.map((prefix) => (prefix ?? '').replace(/^\/+|\/+$/g, '')).filter((prefix) => prefix !== '');
  return [address, ...[...new Set(steps)].map((step) => `/${step}/${address.replace(/^\//, '')}`)];
}

/** The path of an address: `/blog/` of `https://haizhou.example/blog/`. */
export function pathOfUrl(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^[a-z]+:\/\/[^/]*(\/[^?#]*)/i.exec(url)?.[1];
}
