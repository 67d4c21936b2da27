import { type WordHeads, wordHeads } from '../../model/word-heads.ts';
import { lexicon } from './lexicon.ts';

/** What is wrong with a word, and who says so. */
type Kind = 'character' | 'phrase' | 'variant' | 'dictionary';

/** A wrong word of the list. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly kind: Kind;
  /** The recommended form is that of the national list (GF 1001—2001). */
  readonly national: boolean;
  /** Its last character is a family name, or the whole may be a given name. */
  readonly named: boolean;
}

/** A row of the list as it is looked up: what it says, and around which characters it is right. */
export interface Row extends WrongWord {
  /** Strings that hold the word and in which it is right, with where it stands in them. */
  readonly legitimate: readonly { readonly whole: string; readonly at: number }[];
  /** Two words that meet: the characters that stand before and after, or `undefined` for any. */
  readonly meeting: readonly { readonly before: string | undefined; readonly after: string | undefined }[];
  /** Its last character is a family name: 等侯 before a given name. */
  readonly family: boolean;
}

interface List {
  readonly heads: WordHeads;
  readonly lines: readonly string[];
  readonly rows: (Row | undefined)[];
  readonly sides: readonly string[];
}

let list: List | undefined;

/** The list, made ready when a text first asks. */
export function wrongWordList(): List {
  if (list) return list;
  const { wrong, sides } = lexicon();
  const lines = wrong.split('\n');
  const heads = wordHeads(lines.map((line) => line.slice(0, line.indexOf('\t'))));
  list = { heads, lines, rows: [], sides: sides.split('\n') };
  return list;
}

const levels: Readonly<Record<string, WrongWord['level']>> = { e: 'error', w: 'warning', i: 'info' };
const kinds: Readonly<Record<string, Kind>> = { c: 'character', p: 'phrase', v: 'variant', d: 'dictionary' };

/** Rows are taken apart when their word is met: an article holds few of them. */
export function rowOf({ lines, rows, sides }: List, number: number): Row {
  const known = rows[number];
  if (known) return known;
  const [wrong = '', short = '', marks = '', legitimate = '', meeting = ''] = (lines[number] ?? '').split('\t');
  const side = (name: string | undefined): string | undefined => (name ? sides[Number.parseInt(name, 36)] : undefined);
  const row: Row = {
    wrong,
    right: inFull(wrong, short),
    level: levels[marks.charAt(0)] ?? 'info',
    kind: kinds[marks.charAt(1)] ?? 'character',
    national: marks.charAt(2) === 'g',
    named: marks.length > 3,
    family: marks.charAt(3) === 'f',
    legitimate: parts(legitimate).map((whole) => ({ whole, at: whole.indexOf(wrong) })),
    meeting: parts(meeting).map((pair) => {
      const [before, after] = pair.split(':');
      return { before: side(before), after: side(after) };
    }),
  };
  rows[number] = row;
  return row;
}

/** The right word: of one that differs in one character the list has its place and the character (`0安`). */
function inFull(wrong: string, short: string): string {
  const at = Number.parseInt(short, 10);
  return Number.isNaN(at) ? short : wrong.slice(0, at) + short.slice(1) + wrong.slice(at + 1);
}

function parts(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
