import retextRepeatedWords from 'retext-repeated-words';
import { isChinese } from '../model/characters.ts';
import { matchesOf } from '../model/matches.ts';
import type { ProseEdit } from '../model/prose.ts';
import { defineCheck } from './check.ts';
import { fromRetext } from './copy/retext.ts';
import { isShown } from './copy/shown.ts';

const messages = {
  word: { en: '`{word}` is here twice in a row', zh: '“{word}”写了两遍，留一个即可' },
  once: { en: 'Remove one `{word}`', zh: '删去一个“{word}”' },
};

/** Two of a word, on one line or two. */
const doubledWord = /\b([a-z]{1,40})[ \t\n]{1,9}\1\b/i;
/** `in the in the`, `that she that she`: no clause has the same preposition and article twice in a row. */
const doubledPair =
  /\b((?:of|in|to|at|on|by|for|from|with|into|and|that) (?:the|an?|his|her|its|their|our|this|these|those)) \1(?= [a-z])/g;

/** Words that no line of its own ends with: a label above its own word is no slip. */
const unfinished = new Set(
  (
    'the a an of to in on at by for from with into and or but if as than its their his our your my this these those ' +
    'is are was were be been will would can could should may might must not'
  ).split(' '),
);
/** Words that English doubles on purpose. */
const meant = new Set(
  (
    'yada very much la so really bye ha ho hey no yes knock tut there blah boo chop hush pretty now well far long ' +
    'more many that had choo cha tsk aye hear quack woof night easy wait please never too ' +
    'go pom ding dong bang beep tick wow oh ah er um uh mm hee hip dum tap clap snap run stop help look come hubba ' +
    'hula nom rah ta wee woo vroom zoom big old little deep slow truly'
  ).split(' '),
);

/** gave in in the end, logged on on Monday, what it is is a mess: two words that are the same. */
const twoWords =
  /\b(?:g[aio]ve?[ns]?|giving|c[ao]mes?|coming|go|goes|went|gone|going|turn(?:s|ed|ing)?|log(?:s|ged|ging)?|mov(?:e[sd]?|ing)|hand(?:s|ed|ing)?|check(?:s|ed|ing)?|g[eo]t(?:s|ting)?|sign(?:s|ed|ing)?|tun(?:es?|ed|ing)|carr(?:y|ies|ied|ying)|h[eo]ld(?:s|ing)?|put(?:s|ting)?|t[ao]o?ken?|taking|br[eo]a?ke?(?:s|ing)?|drop(?:s|ped|ping)?|set(?:s|ting)?|live[sd]?|kick(?:s|ed|ing)?|call(?:s|ed|ing)?|sen[dt]s?|bring(?:s|ing)?|brought|switch(?:es|ed|ing)?|walk(?:s|ed|ing)?|look(?:s|ed|ing)?|step(?:s|ped|ping)?|settled?|pitch(?:es|ed|ing)?|join(?:s|ed|ing)?|it|him|her|them|us|me) (?:in in|on on)$|\b(?:the|a|an|his|her|their|its|our|my|this|that|each|every) (?:cast cast|cut cut|set set|shed shed|bid bid|bet bet|spread spread|split split|hit hit|read read|cost cost)$|\bwhat (?:it|this|that|he|she|there|they) is is$/i;

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
    const { prose } = passage;
    for (const { 0: both, 1: word = '', index: from } of isChinese(prose.text)
      ? []
      : matchesOf(prose.text, doubledPair)) {
      const to = from + both.length;
      const fix = { title: 'once' as const, safe: false, prose: [{ from: from + word.length, to, text: '' }] };
      yield { message: 'word', data: { word: word.toLowerCase() }, at: prose.at(from, to), fixes: [fix] };
    }
    for (const draft of english(passage)) {
      const { from, to } = draft.at;
      const both = prose.text.slice(from, to);
      const word = String(draft.data?.word ?? both.trim().split(/\s+/)[0]).toLowerCase();
      if (meant.has(word) || (word === 'my' && /^[.,!?’”"]/.test(prose.text.slice(to)))) continue;
      if (twoWords.test(prose.text.slice(Math.max(0, from - 20), to))) continue;
      // What he was looking at at the time.
      if (word === 'at' && /^ (?:the (?:time|moment)|that (?:time|moment|point))\b/.test(prose.text.slice(to)))
        continue;
      if (isShown(prose.text, from, to)) continue;
      // Chug chug chug: what is said three times is meant, unless it is no word of its own.
      if (!unfinished.has(word) && isThrice(prose.text, from, to, word)) continue;
      const lineEnd = both.indexOf('\n');
      if (lineEnd < 0) yield draft;
      else if (unfinished.has(word) && prose.isSoftBreak(from + lineEnd)) {
        const edit = lastOfLine(prose.text, from, from + lineEnd);
        yield { ...draft, fixes: edit ? [{ title: 'once', safe: false, prose: [edit] }] : [] };
      }
    }
  },
});

/** Whether the same word stands before `from` too, or behind `to`. */
function isThrice(text: string, from: number, to: number, word: string): boolean {
  const before = text.slice(Math.max(0, from - word.length - 1), from).toLowerCase();
  const after = text.slice(to, to + word.length + 1).toLowerCase();
  return before === `${word} ` || after === ` ${word}`;
}

/** Removes the last word of a line with the blank before it; nothing where it is the whole line. */
function lastOfLine(text: string, from: number, lineEnd: number): ProseEdit | undefined {
  return text.charAt(from - 1) === ' ' ? { from: from - 1, to: lineEnd, text: '' } : undefined;
}
