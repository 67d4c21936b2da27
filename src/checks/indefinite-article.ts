import retextIndefiniteArticle from 'retext-indefinite-article';
import { defineCheck } from './check.ts';
import { articlesIn } from './copy/articles.ts';
import { isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextIndefiniteArticle,
  wants: (text) => /\ban? [\p{L}\d]/iu.test(text),
  say: ({ actual, expected }) => ({
    message: 'article' as const,
    data: { actual: actual ?? '', expected: expected?.[0] ?? '' },
  }),
  fixTitle: 'replace',
});

/** a unicorn, a unilateral step, a once-a-day ferry: what begins with a vowel and is not heard so. */
const SOUNDS_LIKE_YOU = /^(?:uni(?!n|m[^o]|d[^i])|once|ouija|urea|us[aeiu]|ut[eio]|eu|ewe|uk)/i;

/** An bhfuil, An mbeidh, An féidir: what asks a question in Irish. */
const IRISH = /^(?:bh|mb|mh|gc|nd|bp|dt|dh|fh|gh|ng)|[áéíóú]/;

export const indefiniteArticle = defineCheck({
  id: 'indefinite-article',
  title: { en: 'A or an', zh: '英文冠词' },
  summary: {
    en: 'In English, `an` stands before a vowel that is heard, `a` before everything else.',
    zh: '英文不定冠词：元音音素前用 an，其余用 a。',
  },
  scope: 'passage',
  severity: 'warning',
  mistake: 'word',
  triggers: 'aA',
  messages: {
    article: { en: '`{actual}` should be `{expected}` here', zh: '此处的“{actual}”应为“{expected}”' },
    replace: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run(passage, { house }) {
    const { text } = passage.prose;
    if (!isEnglish(text, house)) return;
    for (const { from, to, actual, expected } of articlesIn(text))
      yield {
        message: 'article',
        data: { actual, expected },
        at: passage.prose.at(from, to),
        fixes: [{ title: 'replace', safe: false, prose: [{ from, to, text: expected }] }],
      };
    for (const draft of found(passage)) {
      // How other letters, and names, are read nobody can be sure of: a SQL query, an Ubud hotel.
      const next = /^\s+[“‘"]?(\S+)/.exec(text.slice(draft.at.to, draft.at.to + 60))?.[1] ?? '';
      // A noun that is missing after it is another slip, and so is an article that stands twice.
      if (draft.data?.expected === 'an' && SOUNDS_LIKE_YOU.test(next)) continue;
      if (/^(?:an?|the|into|in|on|of|or|and|as|at|is|if)$/.test(next)) continue;
      if (draft.data?.actual === 'An' && IRISH.test(next)) continue;
      if (/^[A-Z][a-z]+(?:[-’']|$)|^[a-z]+(?:[-,.;:!?’')]|$)/.test(next)) yield draft;
    }
  },
});
