import { addressesIn, isInside } from '../../model/addresses.ts';
import type { Passage } from '../../model/article.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Draft } from '../check.ts';
import { isEnglish } from './english.ts';
import { longestQuotation } from './quoted.ts';

type Message = 'bracket' | 'english' | 'inside' | 'currency' | 'apostrophe' | 'hyphen' | 'remove' | 'replace';

/** Without one of these there is nothing to look for: most paragraphs have none. */
const MAY_STAND = / [,.;?!”)]| [’']s |[“($£€] |[a-z]- [a-z]|\d -y/;
/** French has a space before its tall marks, so only commas and stops are looked at. */
const BEFORE_ENGLISH =
  /(?<=[a-z]{2}|[a-z\d.,!?]["”’)]) (?:,(?=\s["“‘(]?\w)|\.(?=\s["“‘(]?[A-Z]|$))|(?<=[a-z] \d{1,4}) ,(?= [a-z])/g;
/** `late ;they`, `said ,“No”`: the blank stands on the wrong side, in any language. */
const BEFORE_NOT_BEHIND = /(?<=[a-z]{2}) [,;](?=[“‘]?[A-Za-z]{2})/g;
/** `Did he go ?` where all around is English. */
const BEFORE_TALL = /(?<=[a-z]{2}|[a-z][”’)]) (?:[?!](?=[”’"')]?(?:\s+[“‘"']?[A-Z]|$))|;(?= [a-z]))/g;
/** `“ Jerusalem ”`, on one side or both. */
const IN_QUOTES = /“ (?=[A-Za-z\d])| ”(?=[\s.,;:!?)]|$)/g;
/** `( built in 1950 )`, and what has a blank on one side alone; `f( x )` is a call. */
const IN_BRACKETS = /(?<=^|[ \n])\(( ?)([A-Za-z\d"“'‘$£€][^()\n]{1,200}?)( ?)\)/g;
/** `$ 9.5m`; not `US$ 5`, and not `5 € 20`. */
const BEHIND_CURRENCY = /(?<=^|[ (“‘"—–-])[$£€] (?=\d{1,3}(?:[,.]\d|[a-z\d]|[ ,;:.?!)”’"]|$))/g;
/** `the council 's`; not `the boys ’s’`. */
const BEFORE_APOSTROPHE = /(?<=[a-z]{3}) (?=[’']s [a-z])/g;
/** `a well- known baker`, `34 -year-old`; not `pre- and post-war`, `ten- to twelve-foot`. */
const BESIDE_HYPHEN =
  /(?<=(?<![\w-])[a-z]{2,}-) (?=[a-z]{3,})(?!(?:and|but|nor|then|through|thru|versus|plus|rather|not|even|und|minus|into|the|instead|yet|over|per|from|sometimes|usually|often|possibly|perhaps|maybe)\b)|(?<=\b\d{1,3}) (?=-years?-old\b)/g;

/** What has a blank too many in English: `word ,`, `( word )`, `$ 5`, `“ word ”`. */
export function* englishBlanks({ prose }: Passage, house: { readonly language: string }): Iterable<Draft<Message>> {
  const { text } = prose;
  if (!MAY_STAND.test(text)) return;
  const remove = (from: number, safe = true) => ({
    at: prose.at(from, from + 1),
    fixes: [{ title: 'remove' as const, safe, prose: [{ from, to: from + 1, text: '' }] }],
  });
  for (const { 0: found, index } of matchesOf(text, BEFORE_ENGLISH))
    yield { message: 'english', data: { mark: found.charAt(1) }, ...remove(index) };
  for (const { 0: found, index } of matchesOf(text, BEFORE_NOT_BEHIND)) {
    const mark = found.charAt(1);
    const edit = { from: index, to: index + 2, text: `${mark} ` };
    const fix = { title: 'replace' as const, data: { expected: `${mark} ` }, safe: false, prose: [edit] };
    yield { message: 'english', data: { mark }, at: prose.at(index, index + 1), fixes: [fix] };
  }
  for (const { 0: found, index } of matchesOf(text, BEFORE_TALL))
    if (isEnglish(clauseBefore(text, index), house))
      yield { message: 'english', data: { mark: found.charAt(1) }, ...remove(index) };
  for (const { 0: found, index } of matchesOf(text, IN_QUOTES))
    if (isInQuotes(text, index, found))
      yield { message: 'bracket', data: { mark: found.trim() }, ...remove(found === ' ”' ? index : index + 1) };
  for (const { 0: found, index } of matchesOf(text, BEHIND_CURRENCY))
    if (!/\d ?$/.test(text.slice(Math.max(0, index - 2), index)))
      yield { message: 'currency', data: { mark: found.charAt(0) }, ...remove(index + 1) };
  for (const { index } of matchesOf(text, BEFORE_APOSTROPHE))
    if (isEnglish(clauseBefore(text, index), house)) yield { message: 'apostrophe', ...remove(index, false) };
  for (const { index } of matchesOf(text, BESIDE_HYPHEN))
    if (!isInside(addressesIn(text), index) && isEnglish(text, house))
      yield { message: 'hyphen', ...remove(index, false) };
  if (!text.includes('( ') && !text.includes(' )')) return;
  for (const { 0: found, 1: before, 2: words = '', 3: after, index } of matchesOf(text, IN_BRACKETS)) {
    if (!/[a-z]{2}|^[$£€]\d/.test(words)) continue;
    if (before !== '') yield { message: 'bracket', data: { mark: '(' }, ...remove(index + 1) };
    if (after !== '') yield { message: 'bracket', data: { mark: ')' }, ...remove(index + found.length - 2) };
  }
}

/** Whether an opening mark stands where one opens, or a closing one closes what was opened before a word. */
function isInQuotes(text: string, at: number, found: string): boolean {
  if (found === '“ ') return at === 0 || /[\s(—–]/.test(text.charAt(at - 1));
  const before = text.slice(Math.max(0, at - longestQuotation), at);
  return /[A-Za-z][.,!?]?$/.test(before.slice(-2)) && before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** What is said before an offset, from the last stop, quotation mark or bracket on. */
function clauseBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < 300 && !'.!?“”"()\n'.includes(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}
