import type { Term } from '../../house/terms.ts';
import { matchesIn, type WordTable, wordTable } from '../../model/word-table.ts';
import { acrossLines } from './across-lines.ts';
import { type Inflected, inflected } from './inflect.ts';

/** A word of the house's terms where it stands in a text. Offsets are UTF-16 units. */
export interface TermAt {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  /** What takes its place, in the form that stands there; absent where the house prescribes nothing. */
  readonly use?: string;
  /** In which form it takes its place is for an editor to see: `use` is the word itself. */
  readonly unsure?: true;
}

/** What most texts hold. */
const nothing: readonly TermMatch[] = [];

/** Terms made ready to be looked for. */
export interface TermFinder {
  /** Every word of the terms in a text, those that are right as well: in order, the longer first; none without one that is wrong. */
  matches(text: string): readonly TermMatch[];
  /**
   * What is forbidden in a text, in written order, without overlaps: of the terms that hold the leftmost, and of those
   * the longest. Linear in the text times the longest word.
   */
  find(text: string, holds?: (term: Term) => boolean): readonly TermAt[];
}

/** One way in which a word of a term may stand. */
interface Pattern {
  readonly term: Term;
  /** It is right, or part of a longer word that is: what lies in it is not looked at. */
  readonly covers: boolean;
  readonly form: Inflected;
  /** As it must stand, letters' case and all; absent: in any case. */
  readonly exact?: string;
  /** Words before and after the piece that is looked for, where there is a figure in the word. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly latin: boolean;
}

/** A figure, as long as anybody writes one. */
const FIGURE = '([0-9０-９][0-9０-９.,，．]{0,20}(?<![.,，．])|[零〇一二三四五六七八九十百千万亿两]{1,12})';

const SLOT = '{n}';

const finders = new WeakMap<readonly Term[], TermFinder>();

/** The finder of a list of terms, made once for each. */
export function finderOf(terms: readonly Term[]): TermFinder {
  const finder = finders.get(terms) ?? termFinder(terms);
  finders.set(terms, finder);
  return finder;
}

/** Makes terms ready: some ten milliseconds for three thousand, once for a house. */
function termFinder(terms: readonly Term[]): TermFinder {
  const byKey = new Map<string, Pattern[]>();
  for (const term of terms) {
    for (const word of term.not) addWord(byKey, term, word, false);
    // Where nothing is forbidden there is nothing to be right about.
    if (term.not.length === 0) continue;
    for (const word of [...(term.use === undefined ? [] : [term.use]), ...term.except])
      addWord(byKey, term, word, true);
  }
  const keys = [...byKey.keys()];
  const patterns = [...byKey.values()];
  let table: WordTable | undefined;
  const matchesOf = (text: string): readonly TermMatch[] => {
    table ??= wordTable(keys);
    return matchesIn(table, lowerCase(text)).flatMap(({ from, to, word }) =>
      (patterns[word] ?? []).flatMap((pattern) => matched(pattern, text, from, to) ?? []),
    );
  };
  const matches = (text: string): readonly TermMatch[] => {
    const found = acrossLines(text, matchesOf);
    // What is right has nothing to hide.
    if (found.every(({ pattern }) => pattern.covers)) return nothing;
    return found.toSorted(
      (one, other) =>
        one.from - other.from || other.to - one.to || Number(other.pattern.covers) - Number(one.pattern.covers),
    );
  };
  return { matches, find: (text, holds) => chosen(matches(text), text, holds) };
}

/** A word of a term where it stands, before it is known whether it is told. Offsets are UTF-16 units. */
export interface TermMatch {
  readonly pattern: Pattern;
  readonly from: number;
  readonly to: number;
  readonly figures: readonly string[];
}

/** A pattern whose key stands at `[from, to)`, with what must stand around it; `undefined` where that does not. */
function matched(pattern: Pattern, text: string, from: number, to: number): TermMatch | undefined {
  if (pattern.exact !== undefined && text.slice(from, to) !== pattern.exact) return undefined;
  const before = pattern.before?.exec(text.slice(Math.max(0, from - 80), from));
  const after = pattern.after?.exec(text.slice(to, to + 80));
  if (before === null || after === null) return undefined;
  const start = from - (before?.[0].length ?? 0);
  const end = to + (after?.[0].length ?? 0);
  if (pattern.latin && (isLetter(text.charAt(start - 1)) || isLetter(text.charAt(end)))) return undefined;
  return { pattern, from: start, to: end, figures: [...(before?.slice(1) ?? []), ...(after?.slice(1) ?? [])] };
}

/** What is told of matches in order: the leftmost, of those the longest; what is right hides what lies in it. */
export function chosen(
  found: readonly TermMatch[],
  text: string,
  holds: (term: Term) => boolean = () => true,
): readonly TermAt[] {
  const kept: TermAt[] = [];
  let end = -1;
  /** The right word that reaches farthest so far. */
  let cover = { from: -1, to: -1 };
  for (const one of found) {
    const { pattern, from, to } = one;
    if (!holds(pattern.term)) continue;
    if (pattern.covers) {
      if (to > cover.to) cover = { from, to };
      continue;
    }
    if (from < end || cover.to > to || (cover.to === to && cover.from < from)) continue;
    kept.push({ term: pattern.term, from, to, ...written(one, text) });
    end = to;
  }
  return kept;
}

/** What takes the place of a match: the figures, the ending and the capital that stand there. */
function written({ pattern, from, to, figures }: TermMatch, text: string): Pick<TermAt, 'use' | 'unsure'> {
  const { use } = pattern.term;
  if (use === undefined) return {};
  let number = 0;
  const filled = use.replaceAll(SLOT, () => figures[number++] ?? figures[0] ?? '');
  if (!pattern.latin) return { use: filled };
  const ending = pattern.form.apply(filled);
  const sure = ending === undefined ? { unsure: true as const } : {};
  const word = ending ?? filled;
  return { use: pattern.exact === undefined ? inCaseOf(text.slice(from, to), word) : word, ...sure };
}

/** A word in capitals, or with one, as what stands there is. */
function inCaseOf(actual: string, word: string): string {
  if (actual.length > 1 && actual === actual.toUpperCase()) return word.toUpperCase();
  const first = actual.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

function addWord(byKey: Map<string, Pattern[]>, term: Term, word: string, covers: boolean): void {
  const latin = /[a-z]/i.test(word) && !/\p{Script=Han}/u.test(word);
  // A word in small letters stands in any case; one that has capitals is meant as it is written.
  const cased = latin && /[A-Z]/.test(word);
  for (const form of latin ? inflected(word) : [whole(word)]) {
    const pieces = form.text.includes(SLOT) ? form.text.split(SLOT) : [form.text];
    const index = pieces.length === 1 ? 0 : longest(pieces);
    const key = pieces[index] ?? '';
    if (key === '') continue;
    if (pieces.length === 1) {
      note(byKey, key, cased ? { term, covers, form, latin, exact: key } : { term, covers, form, latin });
      continue;
    }
    const before = pieces.slice(0, index).map(escaped).join(FIGURE);
    const after = pieces
      .slice(index + 1)
      .map(escaped)
      .join(FIGURE);
    note(byKey, key, {
      term,
      covers,
      form,
      latin,
      ...(cased ? { exact: key } : {}),
      ...(index > 0 ? { before: new RegExp(`${before}${FIGURE}$`) } : {}),
      ...(index < pieces.length - 1 ? { after: new RegExp(`^${FIGURE}${after}`) } : {}),
    });
  }
}

function note(byKey: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const folded = lowerCase(key);
  const known = byKey.get(folded);
  if (known) known.push(pattern);
  else byKey.set(folded, [pattern]);
}

function whole(word: string): Inflected {
  return { text: word, apply: (use) => use };
}

function longest(pieces: readonly string[]): number {
  return pieces.reduce((best, piece, index) => (piece.length > (pieces[best]?.length ?? 0) ? index : best), 0);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** ASCII alone: other letters may become two, and offsets would move. */
function lowerCase(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
}

/** Whether a character makes a Latin word longer. */
function isLetter(character: string): boolean {
  return /[\p{Script=Latin}\p{Nd}_'’]/u.test(character);
}
