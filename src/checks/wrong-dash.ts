import { chineseAfter, chineseBefore, classAt, DIGIT, hanAt } from '../model/characters.ts';
import { matchesOf } from '../model/matches.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { numberSlipsIn, rangesOf, UNITS } from './copy/ranges.ts';
import { isInTitle } from './copy/slips.ts';
import { writesSimplified } from './words/simplified.ts';

/** Runs of hyphens, dashes, bars and box-drawing lines that are written for a dash. */
const RUNS = /-{2,}|－{2,}|—+|–{2,}|―+|─{2,}|ー{2,}/g;

type Message = 'dash' | 'range' | 'span' | 'house' | 'number' | 'replace';

export const wrongDash = defineCheck({
  id: 'wrong-dash',
  title: { en: 'Dash', zh: '破折号' },
  summary: {
    en: 'The Chinese dash is `——`, two characters wide and unbroken.',
    zh: '破折号为占两个字位置的“——”。',
  },
  source: 'GB/T 15834—2011 4.10',
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: '-－—–―─ー~～〜至',
  options: {
    ranges: {
      type: 'choice',
      values: ['any', 'dash', 'tilde', 'hyphen'],
      default: 'any',
      about: {
        en: 'Between the ends of a range: `dash` (1977—1981年), `tilde` (5～10岁), `any` of the two, or `hyphen` and whatever else.',
        zh: '数值、时间起止之间：dash 用一字线（1977—1981年），tilde 用浪纹线（5～10岁），any 二者都可以，hyphen 短横线等也不管。',
      },
    },
  },
  messages: {
    dash: { en: 'The Chinese dash is two characters wide: `——`, not `{actual}`', zh: '破折号误作“{actual}”，应为“——”' },
    range: {
      en: 'A range of numbers takes one `—`, not `{actual}`',
      zh: '起止数字之间用一字线“—”，不用“{actual}”',
    },
    span: {
      en: 'A hyphen does not join the ends of a range: `{expected}`',
      zh: '起止不用短横线，应为“{expected}”',
    },
    house: {
      en: 'This house writes a range with `{mark}`: `{expected}`',
      zh: '本社的起止用“{mark}”：应为“{expected}”',
    },
    number: {
      en: 'Numbers of pictures and of models have a hyphen: `{expected}`',
      zh: '编号、型号用短横线，应为“{expected}”',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run({ prose }, { options, house }) {
    const { text } = prose;
    const holds = chineseRules(text);
    yield* numberSlipsIn(prose);
    // In Taiwan and Hong Kong 7:30–10:15 and 7:30-10:15 are as right.
    const ranges = options.ranges === 'any' && !writesSimplified(house) ? 'hyphen' : options.ranges;
    for (const { from, mark, written, message } of rangesOf(text, ranges)) {
      if (!holds(from) || isInTitle(text, from)) continue;
      const fix = { title: 'replace' as const, safe: true, prose: [{ from, to: from + 1, text: mark }] };
      const draft: Draft<Message> = {
        message,
        data: { expected: written, mark },
        at: prose.at(from, from + 1),
        fixes: [fix],
      };
      yield draft;
    }
    for (const match of matchesOf(text, RUNS)) {
      const actual = match[0];
      if (actual === '——') continue;
      const at = match.index;
      const range = isRange(text, at, actual);
      const spaced = text[at - 1] === ' ' && text[at + actual.length] === ' ';
      const from = spaced ? at - 1 : at;
      const to = at + actual.length + (spaced ? 1 : 0);
      if (!range && !isDash(text, from, to, actual)) continue;
      if (!holds(at)) continue;
      const expected = range ? '—' : '——';
      const draft: Draft<Message> = {
        message: range ? 'range' : 'dash',
        data: { actual, expected },
        at: prose.at(at, at + actual.length),
        fixes: [{ title: 'replace', safe: true, prose: [{ from, to, text: expected }] }],
      };
      yield draft;
    }
  },
});

/** What stands before a dash inside a sentence. */
const CLAUSE = /\p{Script=Han}{4}$/u;
/** How a clause begins that says what was meant: behind three characters (老码头—那是…) no name goes on with it. */
const EXPLAINS = /^(?:[那这而只就]是|也就是)\p{Script=Han}{2}/u;
/** How a clause begins that explains, corrects or turns: no place, no day and no part of a name does. */
const CLAUSE_BEGINS =
  /^(?:只是|而是|就是|也就是|也是|那是|这是|那就是|这就是|都是|正是|便是|不是|还是|却是|即使|那[个些里种条次样天年月位座件场]|这[一个些里种条次样天年月位座件场]|[他她它]们?(?!山)|我们?|你们?|因为|所以|如果|虽然|不仅|无论|为了|没有|其实|毕竟|原来|可是|但是?|然而|于是|甚至|尤其|哪怕|直到|从此|几乎|仿佛|好像)\p{Script=Han}{2}/u;

const rangeEnds = new RegExp(`^(?:\\d{1,9}(?:\\.\\d{1,9})?${UNITS}|(?:[01]?\\d|2[0-4])[:：][0-5]\\d(?!\\d))`);

/** `1977--1981年`: two hyphens between the numbers of a range. */
function isRange(text: string, at: number, run: string): boolean {
  if (run !== '--' && run !== '－－' && run !== '––') return false;
  const ends = /\d[年月日时%％万亿元岁]?$/.test(text.slice(Math.max(0, at - 2), at));
  if (!ends || (classAt(text, at + run.length) & DIGIT) === 0) return false;
  return rangeEnds.test(text.slice(at + run.length, at + run.length + 21));
}

function isDash(text: string, from: number, to: number, run: string): boolean {
  const before = chineseBefore(text, from);
  const after = chineseAfter(text, to);
  // One — or ― joins places, times and parts of a name; it is surely half a dash only where a sentence has ended before
  // it, or a clause begins behind it that could name none of them.
  if (run === '—' || run === '―') {
    if (!hanAt(text, to)) return false;
    if (/[。！？](?:[”’）])?$/.test(text.slice(Math.max(0, from - 2), from))) return true;
    if (EXPLAINS.test(text.slice(to, to + 6)) && /\p{Script=Han}{3}$/u.test(text.slice(Math.max(0, from - 3), from)))
      return true;
    return CLAUSE.test(text.slice(Math.max(0, from - 4), from)) && CLAUSE_BEGINS.test(text.slice(to, to + 8));
  }
  // Longer lines are rules, blanks to fill in, or signatures.
  if (run.length > 4) return false;
  const start = from === 0 || text[from - 1] === '\n';
  const end = to === text.length || text[to] === '\n';
  if (start || end) return run.length === 2 && !(start && end) && (start ? after : before) && !run.startsWith('ー');
  return before && after;
}
