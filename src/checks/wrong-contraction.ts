import retextContractions from 'retext-contractions';
import type { Passage } from '../model/article.ts';
import { matchesOf } from '../model/matches.ts';
import { type Draft, defineCheck } from './check.ts';
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

/** Straight or curly, at the head of a sentence or within it. */
const written = (word: string): string => word.replaceAll("'", '’').toLowerCase();

/**
 * Words that mean something without their apostrophe too, where they can only be contractions: `they wont go`, `you cant
 * park`, `Im not`, `its a pity`. Not `as is his wont`, and no name (Im, Ive, Shes).
 */
const BESIDE_OTHERS =
  /(?<=\b(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Ww]ho|[Tt]hat|[Tt]here|[Tt]his|which) )(?:wont|cant)(?= [a-z])(?! to\b)|\bIm(?= (?:not|a|an|the|so|sure|afraid|sorry|going|glad|very|just|still|here|ready|happy|proud)\b)|\bIve(?= (?:been|seen|had|got|never|always|just|already|done|heard|made|known|lived|worked)\b)|\b[Ii]ts(?= (?:a|an|the|been|because)\b(?!-| (?:cappella|la|priori|posteriori|fortiori)\b))|\bDont(?<=[“"]Dont)(?= [a-z])|\bIve(?<=[“"]Ive)(?= [a-z]{2,}ed\b)|\b[Ww]eve\b|\bwont(?<=\b(?!(?:his|her|their|its|my|our|your|the|is|are|was|were|be|been|of|as|than)\b)[a-z]{2,12} wont)(?= [a-z])(?! (?:to|of|and|or|in|with|for|at|is|was)\b)|\b(?:[Ss]hes|[Hh]es)(?= (?:a|an|the|been|not|going|just|still|always|never)\b)/g;

/** At the head of a sentence, before a word that no name and no noun has behind it: `Dont panic`, `Lets go`, `Its raining`. */
const AT_HEAD =
  /(?<=^|[.!?:—] ?[“‘"]?|[“‘"])(?:(?:Dont|Cant|Wont)(?= (?:you|we|they|he|she|it|be|go|do|let|look|forget|worry|wait|touch|call|drink|eat|think|take|tell|ask|get|give|buy|miss|try|use|make|mention|leave|stop|say|expect|believe|blame|mess|drive|park|feed|trust|know|want|have|hold|come|put|bet|blink|stand|sit|run|turn|move|laugh|cry|even|just|ever|always|walk|panic|see|find|help|read|play|shoot|sell)\b)|Lets(?= (?:go|see|be|get|face|say|not|hope|have|talk|take|make|try|keep|start|do|just|look|think|put|give|hear|call|begin|pretend|imagine|assume|wait|dance|sing)\b)|Its(?= (?:raining|snowing|happening|getting|not (?:over|about|that|just|fair|easy|true|like|for|clear|going|been|only|right|good|bad|me|us|him|her|you|too|what|how|why|as)|time to(?! (?:market|first|inter|maturity|live)\b)|hard to|easy to|impossible to|important to|possible to|possible that|likely that|clear that|true that|good to|nice to|great to|only when|only a|too (?:late|early|soon|bad|hot|cold)|never too)\b))/g;

/** Without one of these there is nothing to look for, which is cheaper to see. */
const HEADS = ['Dont ', 'Cant ', 'Wont ', 'Lets ', 'Its '];

/** ‘70s and rock ‘n’ roll: keyboards open a quotation where letters are left out. */
const TURNED = /‘(?=\d0s\b)|(?<=\w )‘(?=n’ \w)/g;

const APOSTROPHE: Readonly<Record<string, string>> = {
  wont: 'won’t',
  cant: 'can’t',
  im: 'I’m',
  ive: 'I’ve',
  its: 'it’s',
  dont: 'don’t',
  weve: 'we’ve',
  shes: 'she’s',
  hes: 'he’s',
  lets: 'let’s',
};

function* besideOthers({ prose }: Passage): Iterable<Draft<'apostrophe' | 'replace'>> {
  const patterns = HEADS.some((word) => prose.text.includes(word)) ? [BESIDE_OTHERS, AT_HEAD] : [BESIDE_OTHERS];
  const all = patterns.flatMap((pattern) => [...matchesOf(prose.text, pattern)]);
  const places = new Map(all.map((match) => [match.index, match]));
  for (const { 0: actual, index: from } of places.values()) {
    const small = APOSTROPHE[actual.toLowerCase()] ?? actual;
    const expected = /^[A-Z]/.test(actual) ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    const to = from + actual.length;
    yield {
      message: 'apostrophe',
      data: { actual, expected },
      at: prose.at(from, to),
      fixes: [{ title: 'replace', data: { expected }, safe: false, prose: [{ from, to, text: expected }] }],
    };
  }
}

/** A quotation that a decade opens is closed further on. */
function* turned({ prose }: Passage): Iterable<Draft<'turned' | 'replace'>> {
  const { text } = prose;
  if (!text.includes('‘')) return;
  for (const { index: from } of matchesOf(text, TURNED)) {
    if (text.charAt(from + 1) !== 'n' && /(?<!‘n)’(?![A-Za-z])/.test(text.slice(from))) continue;
    const to = from + 1;
    const fixes = [
      { title: 'replace' as const, data: { expected: '’' }, safe: true, prose: [{ from, to, text: '’' }] },
    ];
    yield { message: 'turned', data: { actual: text.slice(from, from + 4) }, at: prose.at(from, to), fixes };
  }
}

/** `could of been`: have, as it is heard; `would of necessity be` is right. */
const OF =
  /\b(?:[Cc]ould|[Ss]hould|[Ww]ould|[Mm]ight|[Mm]ust)(?:n[’']t)? of(?= (?:been|had|gone|done|made|taken|seen|known|come|become|got|given|won|lost|left|said|told|[a-z]{2,}ed)\b)/g;
/** `it’s own anchor`; `it’s own goals that cost them` is another word. */
const OWN = /\b[Ii]t[’']s(?= own\b(?!-| goals?\b))/g;

/** Words that are mistaken for a contraction, or a contraction for them. */
function* mistaken({ prose }: Passage): Iterable<Draft<'heard' | 'own' | 'replace'>> {
  for (const [message, pattern, right] of [
    ['heard', OF, (actual: string) => `${actual.slice(0, -2)}have`],
    ['own', OWN, (actual: string) => `${actual.charAt(0)}ts`],
  ] as const)
    for (const { 0: actual, index: from } of matchesOf(prose.text, pattern)) {
      const to = from + actual.length;
      const expected = right(actual);
      yield {
        message,
        data: { actual, expected },
        at: prose.at(from, to),
        fixes: [{ title: 'replace', data: { expected }, safe: false, prose: [{ from, to, text: expected }] }],
      };
    }
}

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
    heard: { en: '`{actual}` is `{expected}` as it sounds', zh: '“{actual}”是“{expected}”的误听，应为“{expected}”' },
    own: {
      en: '`{actual}` is short for “it is”: what belongs to it is `{expected}`',
      zh: '“{actual}”是 it is 的缩写，表示所属应为“{expected}”',
    },
    turned: {
      en: 'Letters are left out here: the mark is an apostrophe, `’`, and opens no quotation',
      zh: '此处是省略字母的撇号“’”，不是前引号',
    },
    replace: { en: 'Replace with `{expected}`', zh: '改为“{expected}”' },
  },
  *run(passage, { house }) {
    const { text } = passage.prose;
    if (!isEnglish(text, house)) return;
    const certain = [...besideOthers(passage)];
    yield* certain;
    yield* mistaken(passage);
    yield* turned(passage);
    for (const draft of found(passage)) {
      if (certain.some(({ at }) => at.from === draft.at.from)) continue;
      const actual = text.slice(draft.at.from, draft.at.to);
      const expected = String(draft.data?.expected ?? '');
      // Which apostrophe a house writes is another question; where it stands is not.
      if (/['’]/.test(actual) && written(actual) === written(expected)) continue;
      if (WORDS.has(actual) || (/^[A-Z]/.test(actual) && !NO_NAMES.test(actual))) continue;
      yield /['’]/.test(actual) ? { ...draft, message: 'misplaced' } : draft;
    }
  },
});
