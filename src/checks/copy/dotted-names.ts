import type { Passage } from '../../model/article.ts';
import { hanAt } from '../../model/characters.ts';
import { askedOfText } from '../../model/kept.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Prose } from '../../model/prose.ts';
import type { NamedPerson } from '../../reading/people.ts';
import { isSyllable } from './transliteration.ts';

/** A name in parts with interpuncts between them (马克·托纳), where it stands. */
export interface DottedName {
  readonly parts: readonly string[];
  /** The interpuncts between the parts, as typed. */
  readonly marks: readonly string[];
  readonly prose: Prose;
  /** Prose offsets of the name. */
  readonly from: number;
  readonly to: number;
  /** Who says that it is a name: a byline, credit or field names a person, running text only looks so. */
  readonly person: NamedPerson | undefined;
}

/** The interpunct and the marks that are typed for it. */
const MARKS = '·•・･‧∙⋅●．';
const MARK = /[·•・･‧∙⋅●．]/g;

/** Characters of the longest part, and the most parts: a longer chain is a list, no name. */
const LONGEST = 7;
const MOST_PARTS = 6;

/** Words that may follow a name and whose first character might be taken for its last. */
const FOLLOWING =
  /^(?:希望|当[天日地时晚选]|达成|达到|因[为此而]|于[是\d]|及其|多[次年]|尚未|尚不|巴不|道[:：]|来[到访]|从[而来]|兴奋)/u;
/** Characters that are hardly ever a name's last, and often the next word. */
const HARDLY_LAST = /[于因及]$/u;

/** Whether a text can hold two dotted names at all: cheap, since most articles have none. */
export function hasDottedNames(text: string): boolean {
  const first = text.search(MARK);
  return first >= 0 && text.slice(first + 1).search(MARK) >= 0;
}

/** The dotted names that a byline, credit or field gives, whose bounds are known. */
export function signedNames(people: Iterable<NamedPerson>): readonly DottedName[] {
  const names: DottedName[] = [];
  for (const person of people) {
    const { written, prose, from, to, where, role } = person;
    const parts = written.split(MARK);
    if (parts.length < 2 || !parts.every((part) => /^\p{Script=Han}+$/u.test(part))) continue;
    // A short sentence (马克·托纳也来了。) may pass for a name that signs the article.
    const isSure = where === 'field' || role !== undefined || parts.every((part) => [...part].every(isSyllable));
    if (!isSure) continue;
    names.push({ parts, marks: written.match(MARK) ?? [], prose, from, to, person });
  }
  return names;
}

/**
 * The dotted names of running text: nothing says where they begin and end but the characters, so only those that
 * foreign names are written with count, and those of `signed`.
 */
export function writtenNames(passages: readonly Passage[], signed: readonly DottedName[]): readonly DottedName[] {
  const known = new Set(signed.flatMap(({ parts }) => parts.flatMap((part) => [...part])));
  const fits = (text: string, at: number): boolean =>
    hanAt(text, at) && (isSyllable(text.charAt(at)) || known.has(text.charAt(at)));
  const names: DottedName[] = [];
  for (const { prose } of passages) {
    if (!hasMark(prose)) continue;
    const { text } = prose;
    let done = 0;
    for (const { index } of matchesOf(text, MARK)) {
      if (index < done) continue;
      const name = nameAround(text, index, fits);
      if (name === undefined) continue;
      done = name.to;
      const inSigned = signed.some((other) => other.prose === prose && other.from < name.to && name.from < other.to);
      if (!inSigned) names.push({ ...name, prose, person: undefined });
    }
  }
  return names;
}

const hasMark = askedOfText((text) => text.search(MARK) >= 0);

type Bounds = Omit<DottedName, 'prose' | 'person'>;

function nameAround(text: string, mark: number, fits: (text: string, at: number) => boolean): Bounds | undefined {
  let from = mark;
  while (from > 0 && mark - from < LONGEST && fits(text, from - 1)) from--;
  if (mark - from < 2) return undefined;
  const parts = [text.slice(from, mark)];
  const marks: string[] = [];
  for (let at = mark; ; ) {
    let to = at + 1;
    while (to - at <= LONGEST && fits(text, to)) to++;
    const last = !MARKS.includes(text.charAt(to)) || text.charAt(to) === '';
    if (last)
      while (to - at > 2 && (FOLLOWING.test(text.slice(to - 1, to + 1)) || HARDLY_LAST.test(text.slice(at, to)))) to--;
    if (to - at < 2) return undefined;
    parts.push(text.slice(at + 1, to));
    marks.push(text.charAt(at));
    if (last) return { parts, marks, from, to };
    if (parts.length === MOST_PARTS) return undefined;
    at = to;
  }
}

/** Names of which the first part was read with the character of a word before it, cut to how the article has it elsewhere. */
export function withSureBeginnings(names: readonly DottedName[]): readonly DottedName[] {
  const firsts = new Set(names.map(({ parts }) => parts[0] ?? ''));
  return names.map((name) => {
    const [first = '', ...rest] = name.parts;
    if (name.person) return name;
    for (let cut = first.length - 2; cut > 0; cut--) {
      const shorter = first.slice(cut);
      if (firsts.has(shorter)) return { ...name, parts: [shorter, ...rest], from: name.from + cut };
    }
    return name;
  });
}
