import { classAt, HAN } from '../../model/characters.ts';
import { isChineseProse, keptByText } from '../../model/kept.ts';
import { soundAlike, soundNearly } from '../../model/pinyin.ts';
import { acrossLines } from './across-lines.ts';
import { firstOf, HEAD, type Idioms, idiomTable, TAIL } from './idiom-table.ts';
import { lexicon } from './lexicon.ts';
import { looksAlike } from './look-alikes.ts';
import { walk, walkedOf } from './walk.ts';

/** Four characters that are no word but one character away from an idiom. Offsets are UTF-16 units. */
export interface IdiomSlip {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  /** The idioms that may be meant, the likeliest first. */
  readonly meant: readonly string[];
  /** The character sounds the same but for its tone, or looks alike; else it sounds alike to those who confuse n and l, z and zh. */
  readonly same: boolean;
  /** Both halves are words on their own, or words beside them reach into them: 一举｜夺得, 可以｜认为｜本次. */
  readonly twoWords: boolean;
}

/** What most places of a text are near to, and most texts hold. */
const nothing: readonly never[] = [];

function pieces(text: string, length: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += length) found.add(text.slice(at, at + length));
  return found;
}

/** What is asked for only where characters are near to an idiom, which few texts have. */
let exceptions: { readonly halves: ReadonlySet<string>; readonly alike: ReadonlySet<string> } | undefined;

function excepted(): NonNullable<typeof exceptions> {
  exceptions ??= { halves: pieces(lexicon().halves, 2), alike: pieces(lexicon().alike, 4) };
  return exceptions;
}

/** Characters that are away from an idiom by one character that sounds nearly the same or looks alike, in order. */
export const idiomSlipsIn = keptByText((text, prose): readonly IdiomSlip[] => {
  if (text.length < 4 || !isChineseProse(prose)) return nothing;
  if (!text.includes('\n')) return idiomSlipsOf(text, walkedOf(prose).idioms);
  return acrossLines(text, (joined) => idiomSlipsOf(joined, walk(joined).idioms));
});

/** @param places where four characters begin that may be near to an idiom, as a walk tells them */
function idiomSlipsOf(text: string, places: readonly number[]): readonly IdiomSlip[] {
  if (places.length === 0) return nothing;
  const known = idiomTable();
  const found: IdiomSlip[] = [];
  /** Where the last idiom ends that is written as it should be: what goes into it is none gone wrong. */
  let done = 0;
  for (const place of places) {
    const from = place >> 2;
    const near = idiomsNear(known, text, from, place);
    if (near === 'idiom') {
      done = from + 4;
      while (found.length > 0 && (found.at(-1)?.to ?? 0) > from) found.pop();
      continue;
    }
    if (near.length === 0 || from < done || !isHan(text, from)) continue;
    const slip = slipAt(known, text, from, near);
    if (slip) found.push(slip);
  }
  return found;
}

/** Whether four characters from `from` on are Han. */
function isHan(text: string, from: number): boolean {
  return (
    (classAt(text, from) & classAt(text, from + 1) & classAt(text, from + 2) & classAt(text, from + 3) & HAN) !== 0
  );
}

/** The numbers of the idioms that differ from the text at `from` in one character, or one that stands twice, or that it is one itself. */
function idiomsNear(
  { units, heads, tails }: Idioms,
  text: string,
  from: number,
  place: number,
): readonly number[] | 'idiom' {
  const [a, b, c, d] = units;
  const p = text.charCodeAt(from);
  const q = text.charCodeAt(from + 1);
  const r = text.charCodeAt(from + 2);
  const s = text.charCodeAt(from + 3);
  let near: number[] | undefined;
  for (let idiom = place & HEAD ? firstOf(heads, p, q) : 0; idiom !== 0; idiom = heads.next[idiom - 1] ?? 0) {
    if (a.charCodeAt(idiom - 1) !== p || b.charCodeAt(idiom - 1) !== q) continue;
    const third = c.charCodeAt(idiom - 1) === r;
    const fourth = d.charCodeAt(idiom - 1) === s;
    if (third && fourth) return 'idiom';
    // 风尘扑扑: what is doubled goes wrong twice.
    if (third !== fourth || (r === s && c.charCodeAt(idiom - 1) === d.charCodeAt(idiom - 1))) {
      near ??= [];
      near.push(idiom - 1);
    }
  }
  for (let idiom = place & TAIL ? firstOf(tails, r, s) : 0; idiom !== 0; idiom = tails.next[idiom - 1] ?? 0) {
    if (c.charCodeAt(idiom - 1) !== r || d.charCodeAt(idiom - 1) !== s) continue;
    const first = a.charCodeAt(idiom - 1);
    if (
      (first === p) !== (b.charCodeAt(idiom - 1) === q) ||
      (p === q && first !== p && first === b.charCodeAt(idiom - 1))
    ) {
      near ??= [];
      near.push(idiom - 1);
    }
  }
  return near ?? nothing;
}

/** What is to be said of four characters that idioms are near to; nothing where they sound otherwise or are right. */
function slipAt(known: Idioms, text: string, from: number, near: readonly number[]): IdiomSlip | undefined {
  const written = text.slice(from, from + 4);
  const { halves, alike } = excepted();
  if (alike.has(written)) return undefined;
  const same: string[] = [];
  const nearly: string[] = [];
  let twoWords = false;
  for (const number of near) {
    const idiom = known.units.map((units) => units.charAt(number)).join('');
    const at = [0, 1, 2, 3].find((place) => idiom[place] !== written[place]) ?? 0;
    const [theirs, ours] = [idiom.charAt(at), written.charAt(at)];
    const alike = looksAlike(ours, theirs);
    if (!alike && !soundNearly(ours, theirs)) continue;
    (alike || soundAlike(ours, theirs, true) ? same : nearly).push(idiom);
    const other = at < 2 ? 2 : 1;
    const isWord = (Number(known.halved.charAt(number)) & other) !== 0;
    if (isWord && halves.has(at < 2 ? written.slice(0, 2) : written.slice(2))) twoWords = true;
  }
  if (same.length + nearly.length === 0) return undefined;
  const cuts = cutsByWords(text, from, from + 4);
  // Two words of the sentence reach into it from both sides: 可以｜认为｜本次 has no idiom in it.
  if (cuts === BEFORE_AND_AFTER) return undefined;
  const parted = twoWords || cuts !== 0;
  return { from, to: from + 4, written, meant: [...same, ...nearly], same: same.length > 0, twoWords: parted };
}

let words: Intl.Segmenter | undefined;

/** Words to either side that are looked at. UTF-16 units. */
const AROUND = 6;

/** A word reaches in from before, and one reaches out behind. */
const BEFORE_AND_AFTER = 3;

/** Whether a word of the text begins before `[from, to)` and ends in it (1), or begins in it and ends behind it (2). */
function cutsByWords(text: string, from: number, to: number): number {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const start = Math.max(0, from - AROUND);
  let cuts = 0;
  for (const { index, segment } of words.segment(text.slice(start, to + AROUND))) {
    const begins = start + index;
    const ends = begins + segment.length;
    if (begins < from && ends > from) cuts |= 1;
    if (begins < to && ends > to) cuts |= 2;
  }
  return cuts;
}
