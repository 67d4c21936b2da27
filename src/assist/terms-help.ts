import { houseTerm } from '../checks/house-term.ts';
import { finderOf } from '../checks/words/terms-in.ts';
import type { House } from '../house/house.ts';
import type { Term } from '../house/terms.ts';
import type { Article } from '../model/article.ts';
import type { Finding, Localized } from '../model/finding.ts';
import { typedAs } from '../model/pinyin.ts';
import type { Suggestion } from './suggestion.ts';

/** What the house says of the word that a finding of `house-term` is about, as Markdown; `undefined` where it says no more. */
export function aboutTerm(finding: Finding, { terms = [] }: House, article: Article): Localized | undefined {
  if (finding.check !== houseTerm.id) return undefined;
  const actual = article.text.slice(finding.at.start, finding.at.end);
  const meant = finderOf(terms)
    .matches(actual)
    .map(({ pattern }) => pattern.term);
  // Of two that forbid the word, at other times or places, the finding says which.
  const term = meant.find(({ use }) => use !== undefined && finding.message.en.includes(use)) ?? meant[0];
  return term && said(term);
}

function said({ use, not, why, see, from, until }: Term): Localized | undefined {
  const lines = (use_: string, not_: string, since: string, till: string, reason: string | undefined) =>
    [
      use === undefined ? '' : `${use_} **${use}**`,
      not.length > 0 ? `${not_} ${not.map((word) => `~~${word}~~`).join(' · ')}` : '',
      reason ?? '',
      see ?? '',
      [from && `${since} ${from}`, until && `${till} ${until}`].filter(Boolean).join(' · '),
    ]
      .filter((line) => line !== '')
      .join('  \n');
  if (why === undefined && see === undefined && from === undefined && until === undefined) return undefined;
  return {
    en: lines('Write', 'not', 'since', 'until', why?.en),
    zh: lines('写', '不写', '自', '至', why?.zh),
  };
}

/** As much of a word as must be typed before it is offered. */
const LEAST = { han: 2, latin: 3 } as const;

/**
 * The words of the house that may be meant by what was typed before `offset` in running text: those that begin with it,
 * or for which the house forbids what begins with it; a word in pinyin, too. At most ten.
 */
export function completeTerms(article: Article, { terms = [] }: House, offset: number): readonly Suggestion[] {
  if (terms.length === 0 || offset < article.frontMatter.bodyStart) return [];
  const line = article.text.slice(article.text.lastIndexOf('\n', offset - 1) + 1, offset);
  const typed = /[\p{Script=Han}]{1,12}$|[A-Za-z][A-Za-z-]{0,30}$/u.exec(line)?.[0] ?? '';
  const isLatin = /^[A-Za-z]/.test(typed);
  const found: Suggestion[] = [];
  for (const term of terms) {
    const { use } = term;
    if (use === undefined || use.includes('{n}')) continue;
    const begun = longestBegun(typed, [use, ...term.not], isLatin ? LEAST.latin : LEAST.han);
    const pinyin = isLatin && typed.length >= LEAST.latin ? typedAs(use) : [];
    const isTyped = pinyin.some((word) => word.startsWith(typed.toLowerCase()));
    if (begun === 0 && !isTyped) continue;
    const start = offset - (begun > 0 ? begun : typed.length);
    const written = article.text.slice(start, offset);
    if (written === use) continue;
    found.push({
      label: use,
      detail: { en: 'term of the house', zh: '本社用语' },
      about: said(term) ?? { en: '', zh: '' },
      range: { start, end: offset },
      text: use,
      filter: [use, ...term.not, ...pinyin].join(' '),
    });
    if (found.length === 10) break;
  }
  return found;
}

/** How much of the end of a text begins one of `words`. UTF-16 units; 0: less than `least`. */
function longestBegun(typed: string, words: readonly string[], least: number): number {
  for (let length = typed.length; length >= least; length--) {
    const end = typed.slice(typed.length - length).toLowerCase();
    if (words.some((word) => word.length > length && word.toLowerCase().startsWith(end))) return length;
  }
  return 0;
}
