import { readFileSync } from 'node:fs';
import type { Dictionary } from './dictionary.ts';
import { neighboursOf } from './neighbours.ts';

/** How often a character is met as a word of its own to be taken for one. */
const STANDS_ALONE = 2000;

/** How often a word must have been met to be believed where one of our own rows would stand across two (公开|募股, 清廷|误判). */
const EVER_MET = 6;

/** A row of the list that people keep. */
export interface Row {
  readonly wrong: string;
  readonly right: string;
  readonly kind: string;
  readonly level: string;
  readonly source: string;
  /** Strings around the word in which it is right. */
  readonly legitimate: readonly string[];
  /** `family`: its last character is a family name as well; `given`: it may be somebody's given name. */
  readonly mark: string;
}

export function rows(): readonly Row[] {
  const [, ...lines] = readFileSync('src/checks/words/wrong-words.tsv', 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [wrong = '', right = '', kind = '', level = '', source = '', legitimate = '', mark = ''] = line.split('\t');
    return { wrong, right, kind, level, source, legitimate: legitimate.split('、').filter(Boolean), mark };
  });
}

/** Fields of a row in the compiled list: initials stand for levels, kinds and sources. */
export function compiledRows(dictionary: Dictionary): { readonly wrong: string; readonly sides: string } {
  const often = neighboursOf(dictionary);
  const ever = neighboursOf(dictionary, EVER_MET);
  const sides = new Map<string, number>();
  const side = (characters: string): string => {
    const known = sides.get(characters);
    if (known === undefined) sides.set(characters, sides.size);
    return (known ?? sides.size - 1).toString(36);
  };
  const lines = rows().map(({ wrong, right, kind, level, source, legitimate, mark }) => {
    const guards: string[] = [];
    const neighbours = source === 'own' ? ever : often;
    // Longer ones do not come about where words meet, but for those whose row says so.
    for (let split = 1; split < wrong.length && wrong.length < 4; split++) {
      const head = wrong.slice(0, split);
      const tail = wrong.slice(split);
      const before = head.length > 3 ? '' : neighbours.before(head);
      const after = tail.length > 3 ? '' : neighbours.after(tail);
      const isAlone = (part: string): boolean =>
        part.length === 1 && (dictionary.get(part)?.count ?? 0) >= STANDS_ALONE;
      const isWord = (part: string): boolean => part.length > 1 && dictionary.has(part);
      if (before && after) guards.push(`${side(before)}:${side(after)}`);
      // A verb or a preposition that stands alone meets the words beside it: 天气|像, 须|求助.
      if (source === 'own' && before && isAlone(tail)) guards.push(`${side(before)}:`);
      if (source === 'own' && after && isAlone(head)) guards.push(`:${side(after)}`);
      if (before && isWord(tail)) guards.push(`${side(before)}:`);
      if (after && isWord(head)) guards.push(`:${side(after)}`);
    }
    const marks = `${level[0]}${kind[0]}${source[0]}${mark[0] ?? ''}`;
    return [wrong, difference(wrong, right), marks, legitimate.join(' '), guards.join(' ')].join('\t');
  });
  return { wrong: lines.join('\n'), sides: [...sides.keys()].join('\n') };
}

/** The right word in short: where it differs in one character, that place and the character; else the word. */
function difference(wrong: string, right: string): string {
  const places = [...wrong].flatMap((character, at) => (character === right[at] ? [] : [at]));
  const [at] = places;
  return wrong.length === right.length && places.length === 1 && at !== undefined ? `${at}${right[at]}` : right;
}
