import retextRepeatedWords from 'retext-repeated-words';
import { isChinese } from '../model/characters.ts';
import { defineCheck } from './check.ts';
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

/** `retext-repeated-words` as it is published; Chinese is for `doubled-character`. */
const english = fromRetext({
  plugin: retextRepeatedWords,
  wants: (text) => doubledWord.test(text) && !isChinese(text),
  say: ({ expected }) => ({ message: 'word' as const, data: { word: expected?.[0] ?? '' } }),
  fixTitle: 'once',
});

export const repeatedWord = defineCheck({
  id: 'repeated-word',
  title: { en: 'Repeated word', zh: '词语重复' },
  summary: {
    en: 'An English word that stands twice in a row was most likely typed twice.',
    zh: '同一个英文词连续出现两次，多为误植。',
  },
  scope: 'passage',
  severity: 'warning',
  mistake: 'word',
  triggers: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
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
  },
});
