import retextSentenceSpacing from 'retext-sentence-spacing';
import { addressesIn, isInside } from '../model/addresses.ts';
import { matchesOf } from '../model/matches.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { ENGLISH, isEnglish } from './copy/english.ts';
import { fromRetext } from './copy/retext.ts';

const found = fromRetext({
  plugin: retextSentenceSpacing,
  wants: (text) => /[.!?]['"”’)]* {2,}\S/.test(text),
  say: () => ({ message: 'wide' as const }),
  fixTitle: 'one',
});

/** What begins a sentence, and no name of a site, a file or a company after its dot. */
const BEGINS =
  '(?:It|The|He|She|They|We|You|But|And|Or|So|In|On|At|By|To|This|That|These|Those|There|When|While|If|For|From|As|An?|His|Her|Its|Their|Our|My|Not|No|After|Before)';
/** `long.It has`, `bridge,which` and `late;they`: a word on both sides. */
const GLUED = new RegExp(`(?<=[a-z]{2})(?:[.!?](?=${BEGINS} [a-z])|[,;](?=[a-z]{2,}[ ,.;:!?)]))`, 'g');
/** `the well(dry since May)`; not `the vote(s)`, `f(x y)` and `parent(s or guardian)`. */
const BEFORE_BRACKET = /(?<=\b[a-z]{3,})\((?=[a-z]{3,} [A-Za-z]{2,}[A-Za-z ,]{0,80}\)[ .,;:!?])/g;

export const sentenceSpacing = defineCheck({
  id: 'sentence-spacing',
  title: { en: 'Space between sentences', zh: '英文句间空格' },
  summary: {
    en: 'One space stands between two English sentences, behind a comma or semicolon, and before a bracket.',
    zh: '英文两句之间、逗号和分号之后、括号之前空一格。',
  },
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: ENGLISH,
  messages: {
    wide: { en: 'One space between two sentences is enough', zh: '两句之间空一格即可' },
    glued: { en: 'A space is missing behind `{mark}`', zh: '英文“{mark}”后缺一个空格' },
    bracket: { en: 'A space is missing before `{mark}`', zh: '英文“{mark}”前缺一个空格' },
    add: { en: 'Add the space', zh: '补上空格' },
    one: { en: 'Leave one space', zh: '只留一个空格' },
  },
  *run(passage, { house }) {
    const { prose } = passage;
    if (!isEnglish(prose.text, house)) return;
    // A habit of typewriters, which the page does not show.
    for (const draft of found(passage)) yield { ...draft, severity: 'info' };
    yield* glued(prose);
  },
});

function* glued(prose: Prose): Iterable<Draft<'glued' | 'bracket' | 'add'>> {
  const { text } = prose;
  for (const { 0: mark, index } of matchesOf(text, GLUED)) {
    if (isInside(addressesIn(text), index)) continue;
    const at = index + 1;
    // R&amp;D; and a;b belong to programs.
    if (mark === ';' && /[&/=<>{}]/.test(text.slice(Math.max(0, index - 20), index + 20))) continue;
    yield {
      message: 'glued',
      data: { mark },
      at: prose.at(index, at),
      // Two words with a comma between them may be what a program is given.
      fixes: [{ title: 'add', safe: mark !== ',' && mark !== ';', prose: [{ from: at, to: at, text: ' ' }] }],
    };
  }
  for (const { index } of matchesOf(text, BEFORE_BRACKET)) {
    if (isInside(addressesIn(text), index)) continue;
    const fix = { title: 'add' as const, safe: false, prose: [{ from: index, to: index, text: ' ' }] };
    yield { message: 'bracket', data: { mark: '(' }, at: prose.at(index, index + 1), fixes: [fix] };
  }
}
