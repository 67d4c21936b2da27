import { type DateForm, dateForms, hasOwnDay, inForm } from '../model/date-forms.ts';
import { isNoDate, momentOf, offsetIn, plainDate, readDate, type WrittenDate } from '../model/written-date.ts';
import type { SeenField } from './field-seen.ts';
import { nearlyAll, share } from './tally.ts';

/** How the dates of a field are written. */
interface SeenDates {
  /** Days without a time. */
  readonly days: number;
  readonly times: number;
  /** The form that nearly all moments have; `undefined` where there is none. */
  readonly form: DateForm | undefined;
  /** How many have it. */
  readonly inForm: number;
  /** Files whose moment is written otherwise. */
  readonly otherwise: readonly string[];
  readonly offsets: boolean;
  readonly timeZone: string | undefined;
}

/** What a form is by how it is put together: `T`, seconds, `+08:00`. */
function shapeOf({ time, notation }: WrittenDate): string {
  const zone = notation.zone.replace(/[+-]\d{1,2}/, '+').replace(/\d{2}$/, '0');
  return `${notation.joint}${time?.second === undefined ? '' : ':s'}${zone}`;
}

const forms: ReadonlyMap<string, DateForm> = new Map(
  dateForms.flatMap((form) => {
    if (hasOwnDay(form)) return [];
    const read = readDate(form);
    return isNoDate(read) ? [] : [[shapeOf(read), form] as const];
  }),
);

const ownDays: readonly DateForm[] = dateForms.filter(hasOwnDay);

/** Whether a date says of its time what a form says: nothing, minutes, or seconds. */
function isAsExact({ time }: WrittenDate, form: DateForm): boolean {
  const model = readDate(form);
  if (isNoDate(model)) return false;
  return (
    (time === undefined) === (model.time === undefined) &&
    (time?.second === undefined) === (model.time?.second === undefined)
  );
}

/** The form that a date is written in to the last sign; `2024-06-01 9:05` is in none. */
function formOf(date: WrittenDate, text: string): DateForm | undefined {
  return plainDate(date) === text ? forms.get(shapeOf(date)) : undefined;
}

const kept = new WeakMap<SeenField, SeenDates>();

/** How a field writes its dates. */
export function seeDates(field: SeenField): SeenDates {
  const known = kept.get(field) ?? look(field);
  kept.set(field, known);
  return known;
}

function look({ written }: SeenField): SeenDates {
  const counts = new Map<DateForm, number>();
  const times = written.filter(({ date }) => date.time !== undefined);
  const own = ownForm(written);
  if (own !== undefined) return own;
  for (const { date, text } of times) {
    const form = formOf(date, text);
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [form, inForm = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const isRule = form !== undefined && times.length >= 3 && share(inForm, times.length) >= nearlyAll;
  return {
    days: written.length - times.length,
    times: times.length,
    form: isRule ? form : undefined,
    inForm: isRule ? inForm : 0,
    otherwise: isRule
      ? times.filter(({ date, text }) => formOf(date, text) !== form).map(({ file }) => file)
      : written.filter(({ date }) => !date.normal && !date.worded).map(({ file }) => file),
    offsets: times.some(({ date }) => date.offset !== undefined && date.offset !== 0),
    timeZone: zoneOf(times.map(({ date }) => date)),
  };
}

/** How dates are written of which nearly all, days too, are in one form that has no hyphens. */
function ownForm(written: SeenField['written']): SeenDates | undefined {
  const odd = written.filter(({ date }) => !date.normal);
  if (odd.length < 3 || share(odd.length, written.length) < nearlyAll) return undefined;
  // `2024/10/12` is in the form with noughts and in the one without.
  const isIn = (form: DateForm, { date, text }: SeenField['written'][number]): boolean =>
    isAsExact(date, form) && inForm(date, form, undefined)?.text === text;
  const form = ownDays.find((one) => share(odd.filter((date) => isIn(one, date)).length, written.length) >= nearlyAll);
  if (form === undefined) return undefined;
  const others = written.filter((date) => !isIn(form, date));
  const days = written.filter(({ date }) => date.time === undefined).length;
  return {
    days,
    times: written.length - days,
    form,
    inForm: written.length - others.length,
    otherwise: others.map(({ file }) => file),
    offsets: false,
    timeZone: undefined,
  };
}

/** Moments that are asked for their zone. */
const mostMoments = 30;

/** Zones by how likely a newsroom is in one; each is tried on the moments that bear an offset. */
const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'America/Los_Angeles',
  'America/Chicago',
  'America/Denver',
  'America/Halifax',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'Europe/Moscow',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Asia/Jakarta',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'Africa/Lagos',
  'Africa/Johannesburg',
];

/** Whether the clock of a zone shows most of the offsets that a field writes. */
export function showsOffsets({ written }: SeenField, zone: string): boolean {
  const some = sampled(written.filter(({ date }) => date.time !== undefined).map(({ date }) => date));
  return share(some.filter((date) => shows(date, zone)).length, some.length) >= 0.5;
}

const shows = (date: WrittenDate, zone: string): boolean =>
  offsetIn(momentOf(date, undefined), zone) === (date.offset ?? 0) * 60_000;

/** A few of the moments that bear an offset: the clocks of a zone are dear to ask for, and some of every season tell. */
function sampled(dates: readonly WrittenDate[]): readonly WrittenDate[] {
  const offset = dates.filter((date) => date.offset !== undefined);
  const step = Math.max(1, offset.length / mostMoments);
  return offset.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** The zone whose clock shows the offsets that were written; `undefined` where none does. */
function zoneOf(dates: readonly WrittenDate[]): string | undefined {
  const offset = dates.filter((date) => date.offset !== undefined);
  if (offset.length === 0 || offset.every((date) => date.offset === 0)) return undefined;
  const some = sampled(dates);
  const fits = (zone: string): number => some.filter((date) => shows(date, zone)).length;
  const [best] = zones.map((zone) => ({ zone, fitting: fits(zone) })).sort((a, b) => b.fitting - a.fitting);
  const [only, another] = new Set(offset.map((date) => date.offset));
  if (another === undefined && best !== undefined && best.fitting < some.length)
    // A clock that stays in winter all year.
    return zones.find((zone) => winterOf(zone) === (only ?? 0) * 60_000);
  // Clocks of generators often stay in winter for a while: most is enough.
  return best !== undefined && share(best.fitting, some.length) >= 0.5 ? best.zone : undefined;
}

/** How far a zone's clock is from UTC when no summer time holds. Milliseconds. */
const winterOf = (zone: string): number => Math.min(...[0, 6].map((month) => offsetIn(Date.UTC(2024, month, 1), zone)));
