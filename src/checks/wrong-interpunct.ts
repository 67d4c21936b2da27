import { classAt, DIGIT, HAN, hanAt, hanBefore, KANA, LETTER } from '../model/characters.ts';
import { eachMatch } from '../model/matches.ts';
import { defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { eventSlipsIn } from './copy/event-days.ts';
import { isBetweenForeign, isLostInterpunct } from './copy/transliteration.ts';
import { writesSimplified } from './words/simplified.ts';

/** Marks that are written for an interpunct: bullets, katakana and mathematical dots, dots of old encodings. */
const LOOKALIKES = /[•・･‧∙⋅●․\u0387．.?？]/g;

/** What Taiwan and Hong Kong write between the parts of a name, each as it likes: no standard of ours holds there. */
const OF_TRADITIONAL = '‧・．';

/** Units whose product is written with a dot: 牛⋅米、千瓦⋅时. */
const UNITS = new Set('米秒时克吨伏安瓦帕升摩开');

export const wrongInterpunct = defineCheck({
  id: 'wrong-interpunct',
  title: { en: 'Interpunct', zh: '间隔号' },
  summary: {
    en: 'Between the parts of a name or of a paired title the interpunct is `·` (U+00B7).',
    zh: '外国人名各部分之间、书名与篇名之间等处的间隔号用“·”（U+00B7）。',
  },
  source: 'GB/T 15834—2011 4.14',
  scope: 'passage',
  severity: 'error',
  mistake: 'mark',
  triggers: '•・･‧∙⋅●․\u0387．.?？·事案故晚地枪消节运',
  options: {
    accept: {
      type: 'strings',
      default: [],
      about: {
        en: 'Marks that the house accepts as an interpunct besides `·`, such as `．`.',
        zh: '除“·”外本社认可的间隔号，例如“．”。',
      },
    },
  },
  messages: {
    bullet: { en: 'The interpunct is `·`, not `{actual}`', zh: '间隔号误作“{actual}”，应为“·”' },
    lost: {
      en: 'This `{actual}` inside a name should be `·`: the mark was most likely lost in a change of encoding',
      zh: '人名中的“{actual}”应为“·”，多半是转码时丢了间隔号',
    },
    event: {
      en: 'A day that names an event has an interpunct, and quotation marks: `{expected}`',
      zh: '以月日命名的事件加间隔号和引号：“{actual}”应为{expected}',
    },
    history: {
      en: 'The name of this event is written in characters: `{expected}`',
      zh: '这一历史事件的名称用汉字：“{actual}”应为“{expected}”',
    },
    dot: {
      en: 'Month and day are parted by an interpunct: `{expected}`',
      zh: '月日之间用间隔号：“{actual}”应为“{expected}”',
    },
    and: {
      en: 'Items that interpuncts part take no “and”',
      zh: '用间隔号隔开的各项之间不再用“{actual}”',
    },
    plain: {
      en: 'Months in characters have an interpunct where they may be misread alone, those of 1, 11 and 12: `{expected}`',
      zh: '汉字月日只有一、十一、十二月才加间隔号：“{actual}”应为“{expected}”',
    },
    replace: { en: 'Write `·`', zh: '改为“·”' },
    write: { en: 'Write {instead}', zh: '改为{instead}' },
  },
  *run({ prose }, { options, house }) {
    const { text } = prose;
    yield* eventSlipsIn(prose);
    const accepted = writesSimplified(house) ? options.accept : [...options.accept, ...OF_TRADITIONAL];
    const holds = chineseRules(text);
    for (const match of eachMatch(text, LOOKALIKES)) {
      const at = match.index;
      const actual = match[0];
      const lost = isLostInterpunct(text, at);
      if (!lost && !standsBetween(text, at, actual)) continue;
      if (accepted.includes(actual) || !holds(at)) continue;
      yield {
        message: lost ? 'lost' : 'bullet',
        data: { actual },
        at: prose.at(at, at + 1),
        fixes: [{ title: 'replace', safe: !lost, prose: [{ from: at, to: at + 1, text: '·' }] }],
      };
    }
  },
});

/** Whether the mark at `at` stands, without blanks, between two parts of Chinese. */
function standsBetween(text: string, at: number, mark: string): boolean {
  if (mark === '?' || mark === '？') return false;
  const before = partBefore(text, at);
  const after = partAfter(text, at + 1);
  if (before === 0 || after === 0) return false;
  const han = ((before | after) & HAN) !== 0;
  // Old agency style and classical texts have the full-width dot; it is certain only inside a foreign name.
  if (mark === '．' || mark === '.') return isBetweenForeign(text, at);
  if (((classAt(text, at - 1) | classAt(text, at + 1)) & KANA) !== 0) return false;
  if (mark === '⋅' || mark === '∙') return han && !(UNITS.has(text.charAt(at + 1)) && !hanAt(text, at + 2));
  // Dates such as “3•15”: digits on both sides, never a list.
  return han || (before & after & DIGIT) !== 0;
}

/** What stands before: Han (also through a closing mark), a letter, a digit; 0 for everything else. */
function partBefore(text: string, at: number): number {
  if (hanBefore(text, at) || '》”】）’'.includes(text.charAt(at - 1) || ' ')) return HAN;
  return classAt(text, at - 1) & (LETTER | DIGIT);
}

function partAfter(text: string, at: number): number {
  if (hanAt(text, at) || '《“【（‘'.includes(text.charAt(at) || ' ')) return HAN;
  return classAt(text, at) & (LETTER | DIGIT);
}
