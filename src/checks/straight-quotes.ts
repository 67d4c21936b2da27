import {
  BLANK,
  chineseAfter,
  chineseBefore,
  classAt,
  DIGIT,
  FULL_WIDTH,
  HAN,
  hanAt,
  hanBefore,
  LETTER,
} from '../model/characters.ts';
import { isChineseProse } from '../model/kept.ts';
import { matchesOf } from '../model/matches.ts';
import type { ProseEdit } from '../model/prose.ts';
import { defineCheck } from './check.ts';
import { cornerQuotes, englishQuotes, type Pair } from './copy/quote-styles.ts';
import { isTraditional, nonstandardIn } from './words/nonstandard.ts';
import { writesSimplified } from './words/simplified.ts';

export const straightQuotes = defineCheck({
  id: 'straight-quotes',
  title: { en: 'Straight quotes', zh: '直引号' },
  summary: {
    en: 'Quotations in Chinese text stand in “ ”, and in ‘ ’ inside another quotation; English ones as the house writes them.',
    zh: '中文引语用“”，引语中的引语用‘’；英文引号按本社的写法。',
  },
  source: 'GB/T 15834—2011 4.8',
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: '"\'＂「『“”‘’',
  options: {
    corners: {
      type: 'choice',
      values: ['any', 'curly'],
      default: 'any',
      about: {
        en: '`curly`: this house writes “ ” and never 「 」, the quotation marks of Traditional and of upright text.',
        zh: 'curly：本社横排只用“”，不用「」（繁体和竖排的引号）；any：都可以。',
      },
    },
    english: {
      type: 'choice',
      values: ['any', 'curly', 'straight'],
      default: 'any',
      about: {
        en: 'Quotation marks and apostrophes in English text: `curly`, `straight`, or `any`, where the site turns them.',
        zh: '英文的引号和撇号：curly 用弯的，straight 用直的，any 不管（网站自己会转换）。',
      },
    },
  },
  messages: {
    pair: {
      en: 'Chinese quotations take curly quotes: `{expected}`, not `{actual}`',
      zh: '中文引号用弯引号：「{actual}」应为「{expected}」',
    },
    corner: {
      en: 'This house writes “ ”, not `{actual}`',
      zh: '本社引号用“ ”，不用 {actual}',
    },
    english: {
      en: 'This house writes `{expected}` in English, not `{actual}`',
      zh: '本社英文用「{expected}」，不用「{actual}」',
    },
    single: {
      en: 'This straight `{actual}` has lost its other half: it should be `“` or `”`',
      zh: '直引号「{actual}」只有一半，应为「“」或「”」',
    },
    replace: { en: 'Write {expected}', zh: '改为{expected}' },
  },
  *run({ prose }, { options, house }) {
    const { text } = prose;
    if (!isChineseProse(prose)) {
      if (options.english !== 'any')
        for (const { from, expected } of englishQuotes(text, options.english === 'curly'))
          yield {
            message: 'english',
            data: { actual: text.charAt(from), expected },
            at: prose.at(from, from + 1),
            fixes: [{ title: 'replace', safe: true, prose: [{ from, to: from + 1, text: expected }] }],
          };
      return;
    }
    if (options.corners === 'curly' && writesSimplified(house) && !isTraditional(prose)) {
      for (const pair of cornerQuotes(text)) {
        // 「澜溪縣」: what is quoted as it was written keeps its marks.
        if (nonstandardIn(prose).some(({ from }) => from > pair.open && from < pair.close)) continue;
        const actual = `${text[pair.open]}…${text[pair.close]}`;
        const expected = text[pair.open] === '『' ? '‘…’' : '“…”';
        yield {
          message: 'corner',
          data: { actual, expected },
          at: prose.at(pair.open, pair.open + 1),
          fixes: [{ title: 'replace', safe: true, prose: edits(pair, expected) }],
        };
      }
    }
    if (!/["'＂]/.test(text)) return;
    const depth = quoteDepths(text);
    const doubles = doubleQuotes(text);
    const inside = new Uint8Array(text.length);
    if (doubles.length % 2 === 0) {
      for (let i = 0; i < doubles.length; i += 2) {
        const pair = { open: doubles[i] ?? 0, close: doubles[i + 1] ?? 0 };
        inside.fill(1, pair.open, pair.close);
        if (!isChineseQuotation(text, pair)) continue;
        const nested = (depth[pair.open] ?? 0) > 0;
        const expected = nested ? '‘…’' : '“…”';
        // Sound only when no curly quotation is cut in two by it and no blank speaks for another reading.
        const safe = depth[pair.open] === depth[pair.close] && isTight(text, pair);
        yield {
          message: 'pair',
          data: { actual: `${text[pair.open]}…${text[pair.close]}`, expected },
          at: prose.at(pair.open, pair.open + 1),
          fixes: [{ title: 'replace', safe, prose: edits(pair, expected) }],
        };
      }
    } else {
      for (const at of doubles) {
        if (!hanBefore(text, at) && !hanAt(text, at + 1)) continue;
        const expected = doubles.length > 1 ? undefined : otherHalf(depth, at);
        yield {
          message: 'single',
          data: { actual: text[at] ?? '', expected: expected ?? '' },
          at: prose.at(at, at + 1),
          fixes: expected ? [{ title: 'replace', safe: false, prose: [{ from: at, to: at + 1, text: expected }] }] : [],
        };
        // Which of them lacks its half nobody can tell: one word for all of the paragraph.
        break;
      }
    }
    for (const pair of singleQuotes(text)) {
      const nested = (depth[pair.open] ?? 0) > 0 || inside[pair.open] === 1;
      const expected = nested ? '‘…’' : '“…”';
      const safe = depth[pair.open] === depth[pair.close];
      yield {
        message: 'pair',
        data: { actual: "'…'", expected },
        at: prose.at(pair.open, pair.open + 1),
        fixes: [{ title: 'replace', safe, prose: edits(pair, expected) }],
      };
    }
  },
});

function edits({ open, close }: Pair, expected: string): readonly ProseEdit[] {
  return [
    { from: open, to: open + 1, text: expected.charAt(0) },
    { from: close, to: close + 1, text: expected.charAt(2) },
  ];
}

/** For each offset how many “ are open there; the entry after the last says what was never closed (or, below 0, never opened). */
function quoteDepths(text: string): Int32Array {
  const depths = new Int32Array(text.length + 1);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    depths[i] = depth;
    const unit = text.charCodeAt(i);
    if (unit === 0x201c) depth++;
    else if (unit === 0x201d) depth--;
  }
  depths[text.length] = depth;
  return depths;
}

/** Straight double quotes that are quotes: inches (`55"`) and seconds of arc are not. */
function doubleQuotes(text: string): readonly number[] {
  const all = [...matchesOf(text, /["＂]/g)].map(({ index }) => index);
  const quotes = all.filter((at) => !/['′]\d{1,2}(?:\.\d{1,4})?$/.test(text.slice(Math.max(0, at - 9), at)));
  if (quotes.length % 2 === 0) return quotes;
  const inches = quotes.filter((at) => (classAt(text, at - 1) & DIGIT) !== 0);
  return inches.length === 1 ? quotes.filter((at) => at !== inches[0]) : quotes;
}

/** A quotation of Chinese, or one English word between Chinese; a quoted English sentence keeps its own quotes. */
function isChineseQuotation(text: string, { open, close }: Pair): boolean {
  let blank = false;
  for (let i = open + 1; i < close; i++) {
    const bits = classAt(text, i);
    if ((bits & (HAN | FULL_WIDTH)) !== 0) return true;
    if ((bits & BLANK) !== 0) blank = true;
  }
  return !blank && close > open + 1 && chineseBefore(text, open) && chineseAfter(text, close + 1);
}

function isTight(text: string, { open, close }: Pair): boolean {
  return ((classAt(text, open + 1) | classAt(text, close - 1)) & BLANK) === 0 && close > open + 1;
}

/** The half that a lone straight quote stands for beside one unpaired curly quote. */
function otherHalf(depth: Int32Array, at: number): string | undefined {
  const end = depth.at(-1);
  if (end === 1 && (depth[at] ?? 0) > 0) return '”';
  if (end === -1 && (depth[at] ?? 0) === 0) return '“';
  return undefined;
}

/** Single straight quotes around Chinese; apostrophes, feet and '97 are not quotes. */
function singleQuotes(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const match of matchesOf(text, /'([^'"＂\n]{1,200})'/g)) {
    const open = match.index;
    const close = open + match[0].length - 1;
    if ((classAt(text, open - 1) & (LETTER | DIGIT)) !== 0 || (classAt(text, close + 1) & (LETTER | DIGIT)) !== 0)
      continue;
    const name = isChineseName(match[1] ?? '');
    if ((name || chineseAfter(text, open + 1)) && (name || chineseBefore(text, close))) pairs.push({ open, close });
  }
  return pairs;
}

/** '双11', '90后', 'AI+农业': short, with a Chinese character, no mark of a clause, and no year ('97香港回归'). */
function isChineseName(quoted: string): boolean {
  return (
    quoted.length <= 16 &&
    /\p{Script=Han}/u.test(quoted) &&
    /^[\p{Script=Han}A-Za-z\d].*[\p{Script=Han}A-Za-z\d+]$/u.test(quoted) &&
    !/[，。；：！？、\s]|^\d\d(?![\d后前级分])/.test(quoted)
  );
}
