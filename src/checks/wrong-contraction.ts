import retextContractions from 'retext-contractions';
import { defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextContractions,
  wants: (text) =>
    /\b[a-z]{2,8}(?:nt|ve|re|ll|'[a-z])\b|[a-z][’']nt\b|\b(?:im|id|ive|youd|theyd|(?:that|there|what|where|who|how)s)\b/i.test(
      text,
    ),
  say: ({ actual, expected }) => ({
    message: 'apostrophe' as const,
    data: { actual: actual ?? '', expected: expected?.[0] ?? '' },
  }),
  fixTitle: 'replace',
});

/** Words of their own: the whys and hows. */
const WORDS: ReadonlySet<string> = new Set(['whys', 'hows', 'whats', 'whens', 'wheres']);

/** A capital word may be a name (Im, Ive, Cant), unless it is one of these. */
const NO_NAMES =
  /^(?:You|They|We)(?:re|ve|ll)$|^(?:That|There|What|Where|Who|How)s$|^Do(?:[’']nt|n[’']t)$|^(?:Does|Did|Is|Was|Were|Are|Has|Have|Had|Could|Would|Should)(?:nt|[’']nt|n[’']t)$/;

export const wrongContraction = defineCheck({
  id: 'wrong-contraction',
  title: { en: 'Contraction', zh: '英文缩约词' },
  summary: {
    en: 'An English contraction has its apostrophe where letters are left out: don’t, isn’t, you’re.',
    zh: '英文缩约词在省略字母处用撇号：don’t、isn’t、you’re。',
  },
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: ENGLISH,
  messages: {
    apostrophe: { en: '`{actual}` lacks its apostrophe: `{expected}`', zh: '“{actual}”少了撇号，应为“{expected}”' },
    misplaced: {
      en: 'The apostrophe of `{actual}` is in the wrong place: `{expected}`',
      zh: '“{actual}”的撇号放错了位置，应为“{expected}”',
    },
    replace: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run(passage, { house }) {
    const { text } = passage.prose;
    if (!isEnglish(text, house)) return;
    for (const draft of found(passage)) {
      const actual = text.slice(draft.at.from, draft.at.to);
      const expected = String(draft.data?.expected ?? '');
      // Which apostrophe a house writes is another question; where it stands is not.
      if (/['’]/.test(actual) && actual.replaceAll("'", '’') === expected.replaceAll("'", '’')) continue;
      if (WORDS.has(actual) || (/^[A-Z]/.test(actual) && !NO_NAMES.test(actual))) continue;
      yield /['’]/.test(actual) ? { ...draft, message: 'misplaced' } : draft;
    }
  },
});
