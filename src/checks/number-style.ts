import { matchesOf } from '../model/matches.ts';
import { defineCheck } from './check.ts';
import { isEnglish } from './copy/english.ts';

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What counts or measures in figures whatever the number, and what is no number of things at all. */
const FIGURES_AFTER =
  /^(?:[\d.,:/%°’'”)\]-]|\s?(?:%|per ?cent\b|percentage\b|million\b|billion\b|trillion\b|m\b|bn\b|a\.?m\b|p\.?m\b|o’clock\b|years? old\b|x\b|[kcm]?m\b|km\b|k?g\b|mph\b|kph\b|miles?\b|kilomet|met(?:re|er)s?\b|feet\b|foot\b|inch|degrees?\b|tonn?es?\b|tons?\b|lit(?:re|er)s?\b|gallons?\b|acres?\b|hectares?\b|ounces?\b|yards?\b|grams?\b|kilos?\b|parts?\b|pounds?\b|dollars?\b|cents?\b|pence\b|p\b|votes?\b|points?\b|to \d|and \d|or \d|of \d|in \d|for \d|out of \d|(?:hours?|minutes?|days?|weeks?|months?|years?),? (?:and )?\d|[A-Z]))/;
const FIGURES_BEFORE =
  /(?:[\w.,:/$£€¥#№([-]|\d (?:to|and|or|of|in|for|out of) |\b(?:page|chapter|act|scene|room|no\.?|number|highway|route|grade|year|size|version|level|figure|table|day|week|step|part|article|section|age|aged|turned|channel|gate|platform|flight|line|bus|class|phase|stage|type|category|episode|season|volume|item|rule|question|group|team|unit|block|lane|mile|minus|plus|at|(?!(?:The|Its|Their|All|Those|These|His|Her|Our|About|Some|Only|Nearly|Almost|Over|And|But|With|In|For|From|Of|By|To|On|After|Before|At|Another|Every|Each) )[A-Z][\w’.-]*) )$/;

/** Oct. 7, No. 9: a point that ends no sentence. */
const SHORTENED =
  /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Mr|Mrs|Ms|Dr|St|Mt|vs?|pp?|vol|ch|fig|approx|est|al|etc)\. $/i;

export const numberStyle = defineCheck({
  id: 'number-style',
  title: { en: 'Numbers in words', zh: '英文数字写法' },
  summary: {
    en: 'In English, small numbers of things are written in words, and no sentence begins with a figure.',
    zh: '英文中较小的数写成单词，句首不用阿拉伯数字。',
  },
  scope: 'passage',
  severity: 'off',
  mistake: 'numeral',
  triggers: '123456789',
  options: {
    words: {
      type: 'choice',
      values: ['nine', 'ten'],
      default: 'nine',
      about: {
        en: 'Up to which number words are written: `nine` (AP, Guardian) or `ten`.',
        zh: '写成单词的最大数：`nine`（AP、卫报）或 `ten`。',
      },
    },
  },
  messages: {
    words: {
      en: 'Numbers up to {most} are words: `{expected}`',
      zh: '写作“{expected}”：不大于 {most} 的数用单词',
    },
    first: { en: 'A sentence does not begin with a figure', zh: '英文句首不用阿拉伯数字' },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run({ prose, kind }, { house, options }) {
    const { text } = prose;
    if (kind !== 'paragraph' || !isEnglish(text, house)) return;
    const most = options.words === 'ten' ? 10 : 9;
    for (const match of matchesOf(text, /\d+/g)) {
      const from = match.index;
      const to = from + match[0].length;
      const before = text.slice(Math.max(0, from - 24), from);
      const after = text.slice(to, to + 24);
      const opens = from === 0 || (/[.!?]['”"’)]? $/.test(before) && !SHORTENED.test(before));
      // A year may open a sentence, and so may a list's number.
      if (opens && /^ [a-z]/.test(after) && Number(match[0]) < 1000) {
        yield { message: 'first', at: prose.at(from, to) };
        continue;
      }
      const expected = Number(match[0]) <= most ? WORDS[Number(match[0])] : undefined;
      if (!expected || match[0].startsWith('0') || !/^ [a-z]/.test(after)) continue;
      if (FIGURES_AFTER.test(after) || FIGURES_BEFORE.test(before)) continue;
      yield {
        message: 'words',
        data: { expected, most: options.words },
        at: prose.at(from, to),
        fixes: [{ title: 'replace', safe: false, prose: [{ from, to, text: expected }] }],
      };
    }
  },
});
