import retextRepeatedWords from 'retext-repeated-words';
import type { Passage } from '../model/article.ts';
import { hanBefore, isChinese } from '../model/characters.ts';
import { type Draft, defineCheck } from './check.ts';
import { fromRetext } from './copy/retext.ts';

const messages = {
  word: { en: '`{word}` is here twice in a row', zh: '“{word}”写了两遍，留一个即可' },
  once: { en: 'Remove one `{word}`', zh: '删去一个“{word}”' },
};

/** Two of a word on one line: a label above its own word is none. */
const doubledWord = /\b([a-z]{1,40})[ \t]{1,9}\1\b/i;
/** Words that English doubles on purpose. */
const meant = new Set(
  (
    'yada very much la so really bye ha ho hey no yes knock tut there blah boo chop hush pretty now well far long ' +
    'more many that had choo cha tsk aye hear quack woof night easy wait please never too ' +
    'go pom ding dong bang beep tick wow oh ah er um uh mm hee hip dum tap clap snap run stop help look come hubba ' +
    'hula nom rah ta wee woo vroom zoom big old little deep slow truly'
  ).split(' '),
);

/** The English half: `retext-repeated-words` as it is published. */
const english = fromRetext({
  plugin: retextRepeatedWords,
  wants: (text) => doubledWord.test(text) && !isChinese(text),
  say: ({ expected }) => ({ message: 'word' as const, data: { word: expected?.[0] ?? '' } }),
  fixTitle: 'once',
});

/**
 * Two of the same function word. Before and after some characters they are two words or one name: 目的的, 的的确确,
 * 受不了了, 为了了解, 于是是, 是是非非.
 */
const DOUBLED: Readonly<Record<string, { readonly before: string; readonly after: string }>> = {
  的的: { before: '目打端有标中众', after: '确喀士' },
  了了: { before: '不得大为罢完算除未末', after: '解结却断事望无然得如此悟若' },
  是是: { before: '于可但还就不只都要若总凡或而也算便老先国正别既真硬即倒乃如是', after: '非是否不' },
};

export const repeatedWord = defineCheck({
  id: 'repeated-word',
  title: { en: 'Repeated word', zh: '词语重复' },
  summary: {
    en: 'A word that stands twice in a row was most likely typed twice.',
    zh: '同一个词连续出现两次，多为误植。',
  },
  scope: 'passage',
  severity: 'warning',
  mistake: 'word',
  messages,
  *run(passage) {
    for (const draft of english(passage)) {
      const { from, to } = draft.at;
      const [word] = passage.prose.text.slice(from, to).trim().toLowerCase().split(/\s+/);
      if (
        meant.has(String(draft.data?.word ?? word).toLowerCase()) ||
        passage.prose.text.slice(from, to).includes('\n')
      )
        continue;
      yield draft;
    }
    yield* chinese(passage);
  },
});

function* chinese({ prose }: Passage): Iterable<Draft<keyof typeof messages>> {
  const { text } = prose;
  for (const { 0: word, index: from } of text.matchAll(/的的|了了|是是/g)) {
    const to = from + word.length;
    const rule = DOUBLED[word];
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    if (rule === undefined || !hanBefore(text, from)) continue;
    if (rule.before.includes(before) || (after !== '' && rule.after.includes(after))) continue;
    const single = word.charAt(0);
    yield {
      message: 'word',
      // A paragraph of Chinese speech may well repeat itself: a question to the editor, no more.
      severity: 'info',
      data: { word: single },
      at: prose.at(from, to),
      fixes: [{ title: 'once', safe: false, prose: [{ from, to, text: single }] }],
    };
  }
}
