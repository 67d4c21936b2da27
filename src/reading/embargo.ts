import type { Place } from '../model/prose.ts';
import { dayOf, isNoDate, momentOf, readDate } from '../model/written-date.ts';
import { givenDate } from './dates.ts';
import type { Reading } from './reading.ts';

/** A bound of when an article may be read. */
interface Bound {
  /** Milliseconds since the epoch. */
  readonly moment: number;
  /** As readers see it, by the clocks of the house. */
  readonly text: string;
  /** ISO 8601, as it is handed on: always a moment, for what takes one. */
  readonly iso: string;
  /** The field as the article names it. */
  readonly key: string;
  readonly at: Place;
}

/** A day, in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * When an article may first be read (`embargo`, 解禁), or until when it may stand (`expires`, 下线). An embargo that is a
 * day alone ends as the day begins, and what expires on a day stands until the day is over. `undefined` where nothing
 * is said, or what is said is no date.
 */
export function boundOf(reading: Reading, role: 'embargo' | 'expires'): Bound | undefined {
  const entry = reading.entry(role);
  if (entry?.value.kind !== 'scalar') return undefined;
  const raw = entry.value.prose.rendered.trim();
  const date = readDate(raw);
  const given = givenDate(raw, reading.house);
  if (isNoDate(date) || given === undefined) return undefined;
  const { timeZone } = reading.house;
  const start = momentOf(date, timeZone);
  const isDay = date.time === undefined;
  const moment = isDay && role === 'expires' ? start + DAY : start;
  const iso = isDay ? (givenDate(`${dayOf(date)} 00:00:00`, reading.house)?.iso ?? given.iso) : given.iso;
  return { moment, text: given.text, iso, key: entry.key, at: entry.value.at };
}

/** The embargo that an article is still under at a moment (milliseconds since the epoch); `undefined` where it is under none. */
export function embargoAt(reading: Reading, now: number): Bound | undefined {
  const embargo = boundOf(reading, 'embargo');
  return embargo !== undefined && Number.isFinite(now) && embargo.moment > now ? embargo : undefined;
}

/**
 * When something else is so of an article though nobody writes: its embargo ends, it expires, the time that it is dated
 * to has come. Milliseconds since the epoch.
 */
export function momentsOf(reading: Reading): readonly number[] {
  const bounds = (['embargo', 'expires'] as const).flatMap((role) => boundOf(reading, role)?.moment ?? []);
  const published = reading.entry('published')?.value;
  const date = published?.kind === 'scalar' ? readDate(published.prose.rendered.trim()) : undefined;
  return date === undefined || isNoDate(date) ? bounds : [...bounds, momentOf(date, reading.house.timeZone)];
}
