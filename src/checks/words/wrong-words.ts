import { isChineseProse, keptByText } from '../../model/kept.ts';
import { type WordHeads, wordHeads, wordsIn } from '../../model/word-heads.ts';
import { acrossLines } from './across-lines.ts';
import { lexicon } from './lexicon.ts';

/** What is wrong with a word, and who says so. */
type Kind = 'character' | 'phrase' | 'variant' | 'dictionary';

/** A wrong word of the list. */
interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly kind: Kind;
  /** The recommended form is that of the national list (GF 1001—2001). */
  readonly national: boolean;
  /** Its last character is a family name, or the whole may be a given name. */
  readonly named: boolean;
}

/** A wrong word where it stands. Offsets are UTF-16 units. */
export interface WrongWordAt extends WrongWord {
  readonly from: number;
  readonly to: number;
}

/** A row of the list as it is looked up: what it says, and around which characters it is right. */
interface Row extends WrongWord {
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

function listed(): List {
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
function rowOf({ lines, rows, sides }: List, number: number): Row {
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

/**
 * The wrong words of a text, in order, that no reader could take for two words that meet (补偿|试点) nor for what the
 * list knows to be right (按装|机). Of words within one another the longest; nothing in a text that is not Chinese.
 */
export const wrongWordsIn = keptByText((text, prose): readonly WrongWordAt[] => {
  if (text.length < 2 || !isChineseProse(prose)) return [];
  return acrossLines(text, wrongWordsOf);
});

function wrongWordsOf(text: string): readonly WrongWordAt[] {
  const known = listed();
  const found: WrongWordAt[] = [];
  for (const { from, to, word } of wordsIn(known.heads, text)) {
    const last = found.at(-1);
    if (last && last.to > from && (last.from < from || last.to > to)) continue;
    const row = rowOf(known, word);
    if (isRightHere(row, text, from, to)) continue;
    if (last?.from === from) found.pop();
    found.push({ ...row, from, to });
  }
  return found;
}

function isRightHere({ legitimate, meeting, family }: Row, text: string, from: number, to: number): boolean {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  const holds = (side: string | undefined, character: string): boolean =>
    side === undefined || (character !== '' && side.includes(character));
  return (
    legitimate.some(({ whole, at }) => from >= at && text.startsWith(whole, from - at)) ||
    meeting.some((pair) => holds(pair.before, before) && holds(pair.after, after)) ||
    (family && mayBeGivenName(after))
  );
}

/** Whether a family name before `character` may go on with it: a Han character that no clause goes on with. */
function mayBeGivenName(character: string): boolean {
  return (
    /[\u3400-\u9fff]/.test(character) &&
    !'的了着过我你您他她它们这那就都也还又很更最不没在是有会要能可和与及上下去来一两几多人大家'.includes(character)
  );
}
