import { isInside } from '../model/addresses.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { quotedIn } from './copy/quoted.ts';
import { isReadAsOne, writtenOver } from './words/across-lines.ts';
import { type IdiomSlip, idiomSlipsIn } from './words/idiom-slips.ts';
import { isMentioned } from './words/mentioned.ts';
import { writesSimplified } from './words/simplified.ts';
import { wrongWordsIn } from './words/wrong-words.ts';

/** As many idioms as a reader would choose among. */
const MOST_FIXES = 3;

export const idiomSlip = defineCheck({
  id: 'idiom-slip',
  title: { en: 'Idiom', zh: '成语' },
  summary: {
    en: 'Four characters that are no word but sound like an idiom from which one of them differs: 一愁莫展 for 一筹莫展.',
    zh: '四字不成词，却与某条成语只差一个同音字：“一愁莫展”应为“一筹莫展”。',
  },
  source: '报纸期刊质量管理规定（2020）附件',
  scope: 'passage',
  severity: 'error',
  mistake: 'word',
  options: {
    accept: {
      type: 'strings',
      default: [],
      about: {
        en: 'Words of four characters that the house writes although they look like an idiom gone wrong.',
        zh: '形似误写的成语、本社照写的四字词。',
      },
    },
  },
  messages: {
    slip: { en: '`{actual}` should be `{expected}`', zh: '“{actual}”应为“{expected}”' },
    doubtful: { en: '`{actual}`: did you mean `{expected}`?', zh: '“{actual}”疑为“{expected}”之误，请核对' },
    replace: { en: 'Write `{idiom}`', zh: '改为“{idiom}”' },
  },
  beforehand: ({ prose }) => idiomSlipsIn(prose),
  run({ prose }, { house, options }) {
    const slips = idiomSlipsIn(prose);
    return slips.length === 0 || !writesSimplified(house) ? [] : draftsOf(prose, slips, options.accept);
  },
});

function* draftsOf(
  prose: Prose,
  slips: readonly IdiomSlip[],
  accept: readonly string[],
): Iterable<Draft<'slip' | 'doubtful' | 'replace'>> {
  const { text } = prose;
  const isProse = chineseRules(text);
  // What the list of wrong words has is said there; its variant forms are not said at all in most houses.
  const listed = wrongWordsIn(prose).filter(({ kind }) => kind === 'character' || kind === 'phrase');
  for (const { from, to, written, meant, same, twoWords } of slips) {
    const [expected = ''] = meant;
    const quoted = isInside(quotedIn(prose), from);
    // A title and what somebody says may play with words; what merely resembles an idiom there is meant.
    if ((quoted && (!same || twoWords)) || accept.includes(written) || !isProse(from)) continue;
    if (!isReadAsOne(prose, from, to)) continue;
    if (listed.some((word) => word.from < to && word.to > from) || isMentioned(text, from, to, expected)) continue;
    const certain = same && !twoWords && !quoted;
    yield {
      message: certain ? 'slip' : 'doubtful',
      // Between quotation marks it may be a play on words.
      severity: certain ? 'error' : twoWords || quoted ? 'info' : 'warning',
      data: { actual: written, expected },
      at: prose.at(from, to),
      fixes: meant.slice(0, MOST_FIXES).map((idiom) => ({
        title: 'replace',
        data: { idiom },
        safe: false,
        prose: writtenOver(text, from, to, idiom),
      })),
    };
  }
}
