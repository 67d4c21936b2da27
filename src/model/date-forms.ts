import {
  clockIn,
  dayOf,
  isNoDate,
  momentOf,
  offsetIn,
  offsetText,
  plainDate,
  readDate,
  timeOf,
  type WrittenDate,
} from './written-date.ts';

/** The forms that a house may say it writes a moment in, each by the example of one moment in Shanghai. */
export const dateForms = [
  '2024-06-01 10:53',
  '2024-06-01 10:53:16',
  '2024-06-01 10:53:16 +0800',
  '2024-06-01 10:53:16 +08:00',
  '2024-06-01T10:53:16',
  '2024-06-01T10:53+08:00',
  '2024-06-01T10:53:16+08:00',
  '2024-06-01T02:53:16Z',
  '2024/06/01',
  '2024/06/01 10:53',
  '2024/06/01 10:53:16',
  '2024/6/1',
  '2024/6/1 10:53',
  '2024/6/1 10:53:16',
  '2024.06.01',
  '2024.06.01 10:53',
  '2024.6.1',
  '2024年6月1日',
  '2024年6月1日 10:53',
  '20240601',
] as const;

export type DateForm = (typeof dateForms)[number];

/** How a form writes a day, where that is not with hyphens, as programs have it. */
const dayOfForm = /^\d{4}([/.年]|)(\d{1,2})([/.月]|)\d{1,2}(日?)/;

/** Whether a form writes days otherwise than with hyphens: what programs read of it is a text. */
export const hasOwnDay = (form: DateForm | undefined): boolean => form !== undefined && dayOfForm.test(form);

/** A day that is written `2024-06-01` as a form writes it, what stands behind it left alone. */
export function withDay(text: string, form: DateForm | undefined): string {
  const [, first, model = '', second, last] = dayOfForm.exec(form ?? '') ?? [];
  if (first === undefined) return text;
  const plain = (number: string): string => (model.startsWith('0') ? number : number.replace(/^0/, ''));
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-');
  return `${year}${first}${plain(month)}${second}${plain(day)}${last}${text.slice(10)}`;
}

/** A date as the house writes it, and whether that is the very same to whoever reads it. */
interface DateInForm {
  /** `undefined` where it cannot be told: the house has not said in which time zone it lives. */
  readonly text: string | undefined;
  /** What makes it another value: an offset to be added or dropped, the clock to be moved, seconds to be added. */
  readonly change?: 'offset-missing' | 'offset-unwanted' | 'not-utc' | 'seconds-missing';
}

/**
 * A date in the form of the house: signs and blanks as the form has them, its wall clock and offset as they are. Where
 * the form asks for more, the change is named, since programs then read another moment or another kind of value.
 * `undefined` where the house does not care and programs read it as it is.
 *
 * @param form absent: any form that programs read, so that only signs are put right
 * @param timeZone where the house is, an IANA name
 */
export function inForm(
  date: WrittenDate,
  form: DateForm | undefined,
  timeZone: string | undefined,
): DateInForm | undefined {
  const model = form === undefined ? undefined : readDate(form);
  if (form === undefined && date.worded) return undefined;
  if (form !== undefined && hasOwnDay(form) && !date.time) return { text: withDay(dayOf(date), form) };
  if (model === undefined || isNoDate(model) || !date.time) return date.normal ? undefined : { text: plainDate(date) };
  const { zone, joint } = model.notation;
  const { time, offset } = date;
  const short = model.time?.second !== undefined && time.second === undefined;
  const exact = short ? { ...date, time: { ...time, second: 0 } } : date;
  const text = (behind: string): string => withDay(`${dayOf(exact)}${joint}${timeOf(exact)}${behind}`, form);
  if (offset === undefined && zone !== '') {
    if (timeZone === undefined) return { text: undefined, change: 'offset-missing' };
    const moment = momentOf(date, timeZone);
    const behind = zoneLike(zone, offsetIn(moment, timeZone));
    return { text: zone === 'Z' ? clockLike(exact, moment, 0, joint, zone) : text(behind), change: 'offset-missing' };
  }
  if (offset !== undefined && zone === '') {
    const moment = momentOf(date, timeZone);
    const local = timeZone && withDay(clockLike(exact, moment, offsetIn(moment, timeZone), joint, ''), form);
    return { text: local, change: 'offset-unwanted' };
  }
  if (zone === 'Z' && offset !== undefined && offset !== 0)
    return { text: clockLike(exact, momentOf(date, timeZone), 0, joint, zone), change: 'not-utc' };
  // Z is an offset like any other, and says so in every form.
  const own = offset === undefined ? '' : date.notation.zone.endsWith('Z') ? 'Z' : zoneLike(zone, offset * 60_000);
  return { text: text(own), ...(short && { change: 'seconds-missing' as const }) };
}

/** An offset (milliseconds east of UTC) written like one of a form. */
function zoneLike(zone: string, offset: number): string {
  if (zone === 'Z') return zone;
  return (zone.startsWith(' ') ? ' ' : '') + offsetText(offset, zone.includes(':') ? ':' : '');
}

/** A moment on the clock of an offset (milliseconds east of UTC), as exact as `date` is. */
function clockLike({ time }: WrittenDate, moment: number, offset: number, joint: string, zone: string): string {
  const clock = clockIn(moment + offset, 'UTC');
  const second = time?.second === undefined ? clock.slice(0, 16) : clock;
  return second.replace(' ', joint) + (time?.fraction === undefined ? '' : `.${time.fraction}`) + zone;
}

/**
 * A moment as the house writes it where it stamps one. Without a form `2024-06-01 10:53`.
 *
 * @param moment milliseconds since the epoch
 */
export function stamp(moment: number, form: DateForm | undefined, timeZone: string | undefined): string {
  const model = readDate(form ?? dateForms[0]);
  if (isNoDate(model)) return clockIn(moment, timeZone).slice(0, 16);
  const { joint, zone } = model.notation;
  const offset = zone === 'Z' ? 0 : offsetIn(moment, timeZone);
  const text = clockLike(model, moment, offset, joint, zone === '' ? '' : zoneLike(zone, offset));
  return withDay(model.time ? text : text.slice(0, 10), form);
}

/** Another moment (milliseconds since the epoch) written as a date is: as exact, on the same clock. */
export function stampLike(date: WrittenDate, moment: number, timeZone: string | undefined): string {
  if (!date.time) return clockIn(moment, timeZone).slice(0, 10);
  const offset = date.offset === undefined ? offsetIn(moment, timeZone) : date.offset * 60_000;
  const { joint, zone } = date.notation;
  return clockLike({ ...date, time: { ...date.time, fraction: undefined } }, moment, offset, joint, zone);
}
