import { isChinese } from '../../model/characters.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Prose } from '../../model/prose.ts';
import type { Draft } from '../check.ts';
import { isShown } from './shown.ts';

type Message = 'doubled' | 'mixed' | 'both' | 'replace' | 'keepFirst' | 'keepLast';

/** Without one of these there is nothing to look for. */
const MAY_STACK = /[,;:][,;:.]|\.\.|[?!][.,;]|[,.][”"’][,.]/;

/** `shut,, and`, `shut.. The`, `5 p.m.. Then`: one mark that stands twice; two stops before anything else are an ellipsis. */
const TWICE =
  /(?<=[A-Za-z]{2}),,(?= [a-zA-Z])|(?<=[a-z]{2})\.\.(?= [A-Z][a-z]* [a-z])|(?<=\b(?:[ap]\.m|[A-Z]\.[A-Z]|Inc|Ltd|Jr|Sr|etc))\.\.(?=\s[A-Z“‘]|$)|(?<=[a-z]{3})\.\.$|(?<=[a-z]{2});;(?= [a-z])/g;
/** `late;, she`, `wet:; they`, `left,. And`, `Really?.`: two marks where one is meant. `Yahoo!.` and `etc.,` are right. */
const TWO = /(?<=[A-Za-z]{2}[”’)]?)(?:[;:],|,[;:]|;:|:;|[,;]\.|\?[.,;])(?=\s[A-Za-z“‘(]|$)/g;
/** `late,”, he said`, `“No.”. Then`: a mark on either side of the quotation mark. `“etc.”.` and `“Jr.”,` are right. */
const BOTH =
  /(?<=[A-Za-z]{2}),[”"][,.](?=[\s—]|$)|(?<=\b(?!etc|Inc|Ltd|Co|Jr|Sr|Mr|Mrs|Dr|St)[A-Za-z]{2,})\.[”"]\.(?=\s|$)/g;

/** Marks that stand one too many in text that is not Chinese. */
export function* englishStacks(prose: Prose): Iterable<Draft<Message>> {
  const { text } = prose;
  if (!MAY_STACK.test(text) || isChinese(text)) return;
  for (const { 0: actual, index: from } of matchesOf(text, BOTH)) {
    const to = from + actual.length;
    yield {
      message: 'both',
      data: { actual },
      severity: 'warning',
      at: prose.at(from, to),
      fixes: [replacing(from, to, actual.slice(0, 2))],
    };
  }
  for (const { 0: actual, index: from } of matchesOf(text, TWICE)) {
    const to = from + actual.length;
    const [expected = ''] = actual;
    // To be continued..: at the end of a paragraph it may be an ellipsis.
    const safe = actual !== '..' || to < text.length || /[.A-Z]/.test(text.charAt(from - 2));
    if (isShown(text, from, to)) continue;
    yield {
      message: 'doubled',
      data: { actual, expected },
      severity: 'warning',
      at: prose.at(from, to),
      fixes: [replacing(from, to, expected, safe)],
    };
  }
  for (const { 0: actual, index: from } of matchesOf(text, TWO)) {
    const to = from + actual.length;
    if (isShown(text, from, to)) continue;
    const [first = '', last = ''] = actual;
    const data = { actual, first, last, choices: `\`${first}\` / \`${last}\`` };
    const edit = (mark: string) => ({ safe: false, prose: [{ from, to, text: mark }] });
    yield {
      message: 'mixed',
      data,
      severity: 'warning',
      at: prose.at(from, to),
      fixes: [
        { title: 'keepFirst', ...edit(first) },
        { title: 'keepLast', ...edit(last) },
      ],
    };
  }
}

function replacing(from: number, to: number, expected: string, safe = false) {
  return { title: 'replace' as const, data: { expected }, safe, prose: [{ from, to, text: expected }] };
}
