import { ENGLISH_MONTH } from './english-months.ts';
import { isChineseProse, keptByText } from './kept.ts';
import { matchesOf } from './matches.ts';
import { monthOf } from './printed-date.ts';

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

const nothing: readonly RegExpExecArray[] = [];
const WEEKDAYS = '日一二三四五六';
/** 周 alone is a family name, too: what follows must end the word. */
const AFTER_ZHOU = '(?=[（(）)，。、；：！？\\s]|$|[上中下]午|[早晚]|凌晨|清晨|傍晚)';
const WEEKDAY = `(?:(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日]${AFTER_ZHOU})`;
/** Behind the day of the week stand others: which day is which cannot be said. */
const ALONE = '(?!\\s?[至到—–～~、和及与-]\\s?(?:下?周|星期|礼拜|[一二三四五六日天](?!\\p{Script=Han})))';
/** 6月31号楼 is a house, 3月5号文件 a document. */
const DAY_ENDS = '(?:日|号(?![楼门院桌棚馆文机井车座洞厅坑船舰仓库矿店台位令型]|展[位台]))';
/** 6月18日, and 、19日 or 至20日 behind it. A year of another era, a lunar month and 1.6月 begin otherwise. */
const DAY = `(?:(?<!\\d)(\\d{4}) ?年 ?|(?<![\\d年.．/—–～~-] ?))(\\d{1,2}) ?月 ?(\\d{1,2})((?: ?[日号]? ?[至到—–～~、和-] ?\\d{1,2})*) ?${DAY_ENDS}`;
const CHINESE = new RegExp(
  `(?:(?<![每逐隔至到—–～~、和及与-])(${WEEKDAY})\\s?[（(，,]\\s?)?${DAY}(?:[，,]?\\s?[（(]?(?:[本上下这]|今天)?[是为]?(${WEEKDAY})${ALONE})?`,
  'gu',
);

/** Days by a calendar that is not the common one: 农历, 藏历, 回历. */
const OTHER_CALENDAR = /(?:农历|阴历|旧历|夏历|[藏傣彝佛回]历|儒略历|俄历|闰)[^，。；！？\n]{0,12}$/;

/** The days that a Chinese text names in figures, in order; each of 6月18日、19日 is one. Linear in the length of `text`. */
const chineseDays = (text: string): readonly NamedDay[] =>
  (/\d ?月 ?\d/.test(text) ? matchesOf(text, CHINESE) : nothing).flatMap((match) => {
    const [actual, before, year, month = '', first = '', others = '', behind] = match;
    if (OTHER_CALENDAR.test(text.slice(Math.max(0, match.index - 20), match.index))) return [];
    const from = match.index + (before === undefined ? 0 : actual.indexOf(year ?? month, before.length));
    const date = { ...(year !== undefined && { year: Number(year) }), month: Number(month) };
    const dayAt = text.indexOf('月', from) + 1;
    const at = text.indexOf(first, dayAt);
    const end = (since: number): number => since + (/^ ?[日号]/.exec(text.slice(since))?.[0].length ?? 0);
    const word = before ?? behind;
    const wordAt = before === undefined ? match.index + actual.length - (behind?.length ?? 0) : match.index;
    const weekday = others === '' && word !== undefined ? { weekday: namedWeekday(word, wordAt) } : {};
    const named: NamedDay[] = [{ from, to: end(at + first.length), ...date, day: Number(first), ...weekday }];
    for (const { 0: day, index } of matchesOf(others, /\d+/g)) {
      const start = at + first.length + index;
      named.push({ from: start, to: end(start + day.length), ...date, day: Number(day) });
    }
    return named;
  });

function namedWeekday(word: string, from: number): NamedWeekday {
  return { from, to: from + word.length, number: Math.max(0, WEEKDAYS.indexOf(word.slice(-1))) };
}

const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** In full, or short with its full stop: the Sun is a newspaper, and people wed. */
const ENGLISH_WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.)';
const ENGLISH_DAY = `(?:(${ENGLISH_MONTH}) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${ENGLISH_MONTH}))(?![\\d:]|[.,]\\d)(?:,? (\\d{4})\\b)?`;
const ENGLISH = new RegExp(
  `\\b(?:(${ENGLISH_WEEKDAY}),? (?:the )?)?\\b${ENGLISH_DAY}(?:,? \\(?(${ENGLISH_WEEKDAY})(?!['’]| [A-Z]|\\w))?`,
  'g',
);
/** A cheaper question, to which the answer is no in most paragraphs. */
const MONTH_BEGINS = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** Before a day of the week: there are several, and which day is which cannot be said. */
const SEVERAL_BEFORE = /(?:\b(?:and|through|thru|to|or|until|till|every|each) |[-–—,/] ?)$/;
const SEVERAL_BEHIND = /^ ?(?:[-–—/&]|(?:and|to|or|through|thru) (?:[A-Z]\w+\.? )?\d)/;

/** The days that an English text names by their month, in order. Linear in the length of `text`. */
const englishDays = (text: string): readonly NamedDay[] =>
  (MONTH_BEGINS.test(text) ? matchesOf(text, ENGLISH) : nothing).map((match) => {
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
