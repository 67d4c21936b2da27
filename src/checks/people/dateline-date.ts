import type { Article } from '../../model/article.ts';
import { isNoDate, readDate } from '../../model/written-date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as the dateline writes it; the year is often left out. */
interface DatelineDate {
  readonly text: string;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** The date of the article's dateline; `undefined` when it has none, or only the day of a month. */
export function datelineDate({ furniture }: Article): DatelineDate | undefined {
  const text = furniture.bylines[0]?.byline.date?.text.trim();
  if (text === undefined) return undefined;
  const full = readDate(text);
  if (!isNoDate(full)) return { text, year: full.year, month: full.month, day: full.day };
  const chinese = /^(?:(\d{4})年)?\s?(\d{1,2})月\s?(\d{1,2})[日号]/.exec(text.normalize('NFKC'));
  if (chinese)
    return {
      text,
      year: chinese[1] ? Number(chinese[1]) : undefined,
      month: Number(chinese[2]),
      day: Number(chinese[3]),
    };
  const english = /^([a-z]{3})[a-z]{0,6}\.? (\d{1,2})(?:, (\d{4}))?$/i.exec(text);
  const month = months.indexOf(english?.[1]?.toLowerCase() ?? '') + 1;
  return english && month > 0
    ? { text, year: english[3] ? Number(english[3]) : undefined, month, day: Number(english[2]) }
    : undefined;
}

/** Half a year in milliseconds: a dateline without a year that seems to lie further ahead is of the year before. */
const halfYear = 183 * 86_400_000;

/** Whether a day lies before the dateline's: an article is not published before what it reports from. */
export function isBeforeDateline(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  dateline: DatelineDate,
): boolean {
  const published = Date.UTC(year, month - 1, day);
  const ahead = Date.UTC(dateline.year ?? year, dateline.month - 1, dateline.day) - published;
  return ahead > 0 && (dateline.year !== undefined || ahead < halfYear);
}
