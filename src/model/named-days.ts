import { ENGLISH_MONTH, monthOf } from './english-months.ts';
import { isChineseProse, keptByText } from './kept.ts';
import { matchesOf } from './matches.ts';

/** A day of the week where it stands in a text, `[from, to)` in UTF-16 units; Sunday is 0. */
export interface NamedWeekday {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** A day that a text names, `[from, to)` in UTF-16 units. Month and day are as written: no calendar need have them. */
export interface NamedDay {
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** What is said to be its day of the week; absent where nothing is, or where several days share it. */
  readonly weekday?: NamedWeekday;
}

const nothing: readonly NamedDay[] = [];
const WEEKDAYS = '日一二三四五六';
/** 周 alone is a family name, too: what follows must end the word. */
const AFTER_ZHOU = '(?=[（(）)，。、；：！？\\s]|$|[上中下]午|[早晚]|凌晨|清晨|傍晚)';
const WEEKDAY = `(?:(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日]${AFTER_ZHOU})`;
/** Behind the day of the week stand others: which day is which cannot be said. */
const ALONE = '(?!\\s?[至到—–～~、和及与-]\\s?(?:下?周|星期|礼拜|[一二三四五六日天](?!\\p{Script=Han})))';
/** 6月31号楼 is a house, 3月5号文件 a document. */
const DAY_ENDS = '(?:日|号(?![楼门院桌棚馆文机井车座洞厅坑船舰仓库矿店台位令型]|展[位台]))';

const MONTH_AND_DAY = /(\d{1,2}) ?月 ?(\d{1,2})/g;
/** 1.6月 and 3-6月 begin otherwise, and so does a year of another era. */
const NO_MONTH_BEHIND = /[\d年.．/—–～~-] ?$/;
const YEAR_BEFORE = /(?<!\d)(\d{4}) ?年 ?$/;
/** 日 behind 6月18, and 、19日 or 至20日. */
const DAYS_BEHIND = new RegExp(`^((?: ?[日号]? ?[至到—–～~、和-] ?\\d{1,2})*) ?${DAY_ENDS}`);
const WEEKDAY_BEFORE = new RegExp(`(?<![每逐隔至到—–～~、和及与-])(${WEEKDAY})\\s?[（(，,]\\s?$`);
const WEEKDAY_BEHIND = new RegExp(`^([，,]?\\s?[（(]?(?:[本上下这]|今天)?[是为]?)(${WEEKDAY})${ALONE}`, 'u');
/** Days by a calendar that is not the common one: 农历, 藏历, 回历. */
const OTHER_CALENDAR = /(?:农历|阴历|旧历|夏历|[藏傣彝佛回]历|儒略历|俄历|闰)[^，。；！？\n]{0,12}$/;
/** How far what belongs to a day reaches on either side of its month, in UTF-16 units. */
const NEAR = 24;

/**
 * The days that a Chinese text names in figures, in order; each of 6月18日、19日 is one. Linear in the length of `text`:
 * it is searched for months, and what stands around one is read where there is one.
 */
function chineseDays(text: string): readonly NamedDay[] {
  let named: NamedDay[] | undefined;
  for (const { 0: actual, 1: month, 2: first = '', index } of matchesOf(text, MONTH_AND_DAY)) {
    const before = text.slice(Math.max(0, index - NEAR), index);
    const year = YEAR_BEFORE.exec(before);
    if ((year === null && NO_MONTH_BEHIND.test(before)) || OTHER_CALENDAR.test(before)) continue;
    const behind = index + actual.length;
    const days = DAYS_BEHIND.exec(text.slice(behind, behind + 2 * NEAR));
    if (days === null) continue;
    const from = index - (year?.[0].length ?? 0);
    const date = { ...(year !== null && { year: Number(year[1]) }), month: Number(month) };
    const others = days[1] ?? '';
    const end = (since: number): number => since + (/^ ?[日号]/.exec(text.slice(since, since + 2))?.[0].length ?? 0);
    const weekday = others === '' ? weekdayBeside(text, from, behind + days[0].length) : undefined;
    named ??= [];
    named.push({ from, to: end(behind), ...date, day: Number(first), ...(weekday && { weekday }) });
    for (const { 0: day, index: at } of matchesOf(others, /\d+/g)) {
      const start = behind + at;
      named.push({ from: start, to: end(start + day.length), ...date, day: Number(day) });
    }
  }
  return named ?? nothing;
}

/** The day of the week right before or behind the day at `[from, to)`. */
function weekdayBeside(text: string, from: number, to: number): NamedWeekday | undefined {
  const before = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, from - NEAR), from));
  if (before?.[1] !== undefined) return namedWeekday(before[1], from - before[0].length);
  const behind = WEEKDAY_BEHIND.exec(text.slice(to, to + NEAR));
  return behind?.[2] === undefined ? undefined : namedWeekday(behind[2], to + (behind[1] ?? '').length);
}

function namedWeekday(word: string, from: number): NamedWeekday {
  return { from, to: from + word.length, number: Math.max(0, WEEKDAYS.indexOf(word.slice(-1))) };
}

const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** In full, or short with its full stop: the Sun is a newspaper, and people wed. */
const ENGLISH_WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.)';
const ENGLISH_DAY = `(?:(${ENGLISH_MONTH}) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${ENGLISH_MONTH}))(?![\\d:]|[.,]\\d)(?:,? (\\d{4})\\b)?`;
/** Right before a day without its full stop, too: Sat 6 June, Fri, Oct 2. The Sun is a newspaper. */
const WEEKDAY_BEFORE_DAY = `(?:${ENGLISH_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|(?<![Tt]he )Sun)(?=,? (?:\\d|[A-Z])))`;
const ENGLISH = new RegExp(
  `\\b(?:(${WEEKDAY_BEFORE_DAY}),? (?:the )?)?\\b${ENGLISH_DAY}(?:,? \\(?(${ENGLISH_WEEKDAY})(?!['’]| [A-Z]|\\w))?`,
  'g',
);
/** A cheaper question, to which the answer is no in most paragraphs. */
const MONTH_BEGINS = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** Before a day of the week: there are several, and which day is which cannot be said. */
const SEVERAL_BEFORE = /(?:\b(?:and|through|thru|to|or|until|till|every|each) |[-–—,/] ?)$/;
const SEVERAL_BEHIND = /^ ?(?:[-–—/&]|(?:and|to|or|through|thru) (?:[A-Z]\w+\.? )?\d)/;

/** The days that an English text names by their month, in order. Linear in the length of `text`. */
const englishDays = (text: string): readonly NamedDay[] =>
  (MONTH_BEGINS.test(text) ? matchesOf(text, ENGLISH) : []).map((match) => {
    const [actual, before, monthFirst, dayAfter, dayFirst, monthAfter, year, behind] = match;
    const word = before ?? behind;
    const to = match.index + actual.length;
    const several =
      SEVERAL_BEHIND.test(text.slice(to, to + 24)) ||
      SEVERAL_BEFORE.test(text.slice(Math.max(0, match.index - 9), match.index));
    const wordAt = before === undefined ? to - (behind?.length ?? 0) : match.index;
    const from = match.index + (before === undefined ? 0 : actual.search(/(?<=[ ,])[A-Z\d]/));
    const ends = behind === undefined ? to : from + text.slice(from, wordAt).replace(/[,( ]+$/, '').length;
    const weekday = word === undefined ? 0 : ENGLISH_WEEKDAYS.indexOf(word.slice(0, 3));
    return {
      from,
      to: ends,
      ...(year !== undefined && { year: Number(year) }),
      month: monthOf(monthFirst ?? monthAfter ?? ''),
      day: Number(dayAfter ?? dayFirst),
      ...(word !== undefined && !several && { weekday: { from: wordAt, to: wordAt + word.length, number: weekday } }),
    };
  });

/** The days that a text names, by its language, in order. */
export const daysIn = keptByText((text, prose) => (isChineseProse(prose) ? chineseDays(text) : englishDays(text)));

/** Whether a text names a year, in figures or as the one before or after. Linear in the length of `text`. */
export function namesYear(text: string): boolean {
  return /\d{4}|[去前明后]年|上年|\b(?:last|next) year\b/.test(text);
}
