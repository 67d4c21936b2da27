import { monthOf } from './english-months.ts';

/** The parts of a date that names its month. Month and day count from 1; nothing of it has been held to a calendar. */
interface WordedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time?: { readonly hour: number; readonly minute: number; readonly second?: number };
  /** Minutes east of UTC where the text says so beyond doubt: CST is Chicago's or Shanghai's. */
  readonly offset?: number;
  /** The offset with the blank before it, ` +0800`; empty without one. */
  readonly zone: string;
}

const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? {1,2})?';
const clock = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d{1,9})?)?(?: ?(?<half>[ap])\\.?m\\.?)?';
const zone =
  '(?: {0,2}(?:(?:gmt|utc)(?=[+-]))?(?<zone>z|utc|gmt|[+-]\\d{2}:?\\d{2}|[a-z]{2,5}))?(?: \\([a-z ]{2,40}\\))?';
const later = `(?:,?(?: at)? {1,2}${clock}${zone})?`;
const forms: readonly RegExp[] = [
  // June 1, 2024; Saturday, June 1, 2024 at 9:00 AM; Sat Jun 01 2024 09:00:00 GMT+0800 (China Standard Time)
  `${weekday}${month} {1,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?,? {1,2}(?<year>\\d{4})${later}`,
  // 1 June 2024; Sat, 01 Jun 2024 09:00:00 +0800; 01 Jun 24 09:00 GMT
  `${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -]${month},?[ -](?<year>\\d{4}|\\d{2}(?=.*:))${later}`,
  // Sat Jun  1 09:00:00 2024; Sat Jun 1 09:00:00 CST 2024; Sat Jun 01 09:00:00 +0800 2024
  `${weekday}${month} {1,2}(?<day>\\d{1,2}) ${clock}${zone} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'));

/**
 * The parts of a date as English, mail (RFC 5322), HTTP and programs write it: `June 1, 2024`, `1 June 2024`,
 * `Sat, 01 Jun 2024 09:00:00 +0800`. `undefined` for anything else, a month alone included.
 *
 * What reads them: JavaScript's `Date` (gray-matter's generators), Ruby's `Time.parse` (Jekyll) and dateutil (Pelican) all
 * of them; Hugo those of mail and Unix, and `01 Jun 2024`.
 */
export function partsOfWorded(text: string): WordedDate | undefined {
  if (text.length > 60 || !/[a-z]{3}/i.test(text) || !/\d/.test(text)) return undefined;
  for (const form of forms) {
    const found = form.exec(text)?.groups;
    if (found) return partsOf(found);
  }
  return undefined;
}

function partsOf(found: Readonly<Record<string, string | undefined>>): WordedDate | undefined {
  const { year = '', month: named = '', day = '', hour, minute, second, half, zone: said } = found;
  const said12 = Number(hour);
  if (half !== undefined && (said12 < 1 || said12 > 12)) return undefined;
  const at = half === undefined ? said12 : (said12 % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const offset = said === undefined ? undefined : offsetOf(said);
  return {
    year: year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year),
    month: monthOf(named),
    day: Number(day),
    ...(hour !== undefined && {
      time: { hour: at, minute: Number(minute), ...(second !== undefined && { second: Number(second) }) },
    }),
    ...(offset !== undefined && { offset }),
    zone: offset === undefined || said === undefined ? '' : ` ${/^[a-z]/i.test(said) ? '+0000' : said}`,
  };
}

function offsetOf(zone: string): number | undefined {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
