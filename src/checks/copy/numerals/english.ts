import { matchesOf } from '../../../model/matches.ts';
import type { Prose } from '../../../model/prose.ts';
import type { Draft } from '../../check.ts';
import { isSpoken } from '../quoted.ts';
import { isShown } from '../shown.ts';

export type EnglishNumeral = 'ordinal' | 'signed' | 'scale' | 'percent' | 'groups' | 'point' | 'noon' | 'between';

interface Row {
  readonly message: EnglishNumeral;
  /** Global, and linear. */
  readonly pattern: RegExp;
  /** What should stand there; '' where nobody can say; `undefined`: nothing is wrong after all. */
  judge(match: RegExpExecArray): string | undefined;
  /** What somebody said is theirs: `it was 3 a.m. in the morning`. */
  readonly spoken?: true;
}

const WORDS: Readonly<Record<string, string>> = { '£': 'pound', $: 'dollar', '€': 'euro', '₹': 'rupee', '¥': 'yen' };
const SCALES: Readonly<Record<string, string>> = { m: 'million', mn: 'million', bn: 'billion', tn: 'trillion' };
/** `9`, `9.30`, `9am`, `9:30 p.m.`. */
const TIME = '(\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:[ap]m\\b|[ap]\\.m\\.))?)';

const rows: readonly Row[] = [
  {
    message: 'ordinal',
    // Not the 11st that somebody weighs, 3/4th, A4th, 1.5th.
    pattern: /(?<![\w.,/’'-]|[A-Za-z] ?No\. ?)(\d{1,3}(?:,\d{3})+|\d{1,6})(st|nd|rd|th)\b(?![’'-]?\w|\/)/g,
    judge([actual, number = '', ending]) {
      const value = Number(number.replaceAll(',', ''));
      const right = endingOf(value);
      if (ending === right || (ending === 'st' && value < 60)) return undefined;
      return actual.slice(0, number.length) + right;
    },
  },
  {
    message: 'signed',
    // £500 pounds, $2 million dollars; not £5 pound cake, and not £40 pounds of fruit.
    pattern:
      /([£$€₹¥]) ?\d(?:[\d,.]*\d)?(?: ?(?:million|billion|trillion|crore|lakh|thousand|[mk]|bn))? (pounds|dollars|euros|rupees|yen)\b(?! (?:of|in)\b|[’'])/g,
    judge: ([actual, sign = '', word = '']) =>
      word.replace(/s$/, '') === WORDS[sign] ? actual.slice(0, -word.length - 1) : undefined,
  },
  {
    message: 'scale',
    pattern: /(?<=[£$€₹¥]\d[\d,.]*)(m|mn|bn|tn) (million|billion|trillion)\b/g,
    judge: ([, letter = '', word]) => (SCALES[letter] === word ? letter : undefined),
  },
  {
    message: 'percent',
    pattern: /(?<=\d ?)%(?:%(?![\w%])| per ?cent\b)|(?<=\d )per ?cent ?%(?!\w)/g,
    judge: ([actual]) => (actual.startsWith('%') ? '%' : actual.replace(/ ?%/, '')),
  },
  {
    message: 'groups',
    // $1,000,00 and £3,5; not ₹12,34,567, whose last group has three.
    pattern:
      /(?<![\d.,A-Za-z])(?:[£$]\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,7})|\d{1,3}(?:,\d{3})+,\d{1,2})(?![\d,]|\.\d| ?(?:crore|lakh))/g,
    judge: () => '',
    spoken: true,
  },
  {
    message: 'point',
    pattern: /(?<=[£$€₹]\d{1,6})\.(?=(?:m|bn|k|tn|million|billion|trillion)\b)/g,
    judge: () => '',
  },
  {
    message: 'noon',
    pattern: /(\d ?(?:a\.m\.|am)) in the morning\b|(\d ?(?:p\.m\.|pm)) (?:in the (?:afternoon|evening)|at night)\b/g,
    judge: ([, morning, evening]) => morning ?? evening,
    spoken: true,
  },
  {
    message: 'between',
    // From 9am-5pm, between 2010-2015; not from 9-5 down, from 2025-26 to 2026-27, from 3-4-2.
    pattern: new RegExp(
      `\\b([Ff]rom|[Bb]etween) (?:${TIME}[-–]${TIME}|((?:19|20)\\d\\d)[-–]((?:19|20)\\d\\d))(?![\\w–-]|[:.]\\d| (?:to|and|season|campaign)\\b)`,
      'g',
    ),
    judge([, word = '', first = '', second = '', since, until]) {
      const and = /^f/i.test(word) ? 'to' : 'and';
      if (since !== undefined && until !== undefined)
        return since < until ? `${word} ${since} ${and} ${until}` : undefined;
      const told = /m/.test(second) || (/[:.]/.test(first) && /[:.]/.test(second));
      return told ? `${word} ${first} ${and} ${second}` : undefined;
    },
    spoken: true,
  },
  {
    message: 'between',
    // Between 10-20 people, between 10 to 20; not between 18-24 and 25-34, between 4-5 and 5-5.
    pattern:
      /\b([Bb]etween) ([£$€₹]?\d[\d,]*(?:\.\d+)?)(?:[-–]| to )([£$€₹]?\d[\d,]*(?:\.\d+)?%?)(?![\d–-]|[.:,]\d|[a-z]| (?:and|to)\b)/g,
    judge([actual, word = '', first = '', second = '']) {
      const [low, high] = [first, second].map((figure) => Number(figure.replace(/[£$€₹,%]/g, '')));
      // Years are the row above's.
      if (/^(?:19|20)\d\d-(?:19|20)\d\d$/.test(`${first}-${second}`) && !actual.includes(' to ')) return undefined;
      return low !== undefined && high !== undefined && low < high ? `${word} ${first} and ${second}` : undefined;
    },
    spoken: true,
  },
];

function endingOf(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** What is wrong with numbers in English text. The messages are told `actual` and `expected`. */
export function* englishNumerals(prose: Prose): Iterable<Draft<EnglishNumeral | 'replace'>> {
  const { text } = prose;
  if (!/\d/.test(text)) return;
  for (const row of rows)
    for (const match of matchesOf(text, row.pattern)) {
      const expected = row.judge(match);
      if (expected === undefined) continue;
      const { 0: actual, index: from } = match;
      const to = from + actual.length;
      if (isShown(text, from, to) || (row.spoken && isSpoken(prose, from))) continue;
      const instead = expected === '' && row.message !== 'point' ? undefined : expected;
      yield {
        message: row.message,
        data: { actual, expected },
        at: prose.at(from, to),
        ...(row.message === 'between' && { severity: 'info' as const }),
        fixes:
          instead === undefined
            ? []
            : [{ title: 'replace', data: { instead }, safe: false, prose: [{ from, to, text: instead }] }],
      };
    }
}
