/** A moment as the clock of a newsroom shows it. */
export interface Moment {
  /** `2024-06-01` */
  readonly date: string;
  /** `10:53` */
  readonly time: string;
  /** `10:53:16` */
  readonly seconds: string;
  readonly year: string;
  /** 01 to 12. */
  readonly month: string;
  /** 01 to 31. */
  readonly day: string;
  /** Offset from UTC, such as `+08:00`. */
  readonly offset: string;
}

/**
 * Reads a clock in `timeZone` (an IANA name). A zone that nobody said or the platform does not know is taken as UTC, and so is
 * a moment that is no number: a template must not fail over a house file's typing error.
 *
 * @param now milliseconds since the epoch
 */
export function momentIn(now: number, timeZone: string | undefined): Moment {
  const when = soundMoment(now);
  const parts = new Map<string, string>();
  for (const part of formatterFor(timeZone).formatToParts(when)) parts.set(part.type, part.value);
  const get = (type: string) => parts.get(type) ?? '';
  const year = get('year').padStart(4, '0');
  const offset = get('timeZoneName').replace(/^GMT/, '').replace('−', '-');
  return {
    date: `${year}-${get('month')}-${get('day')}`,
    time: `${get('hour')}:${get('minute')}`,
    seconds: `${get('hour')}:${get('minute')}:${get('second')}`,
    year,
    month: get('month'),
    day: get('day'),
    offset: offset === '' ? '+00:00' : offset,
  };
}

/** The moment itself, where it is one that a date can have; else the epoch. Milliseconds since then. */
export const soundMoment = (now: number): number => (Number.isFinite(now) && Math.abs(now) <= 8.64e15 ? now : 0);

function formatterFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: timeZone ?? 'UTC' });
  } catch (fault) {
    if (fault instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    throw fault;
  }
}
