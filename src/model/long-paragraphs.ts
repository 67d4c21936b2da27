import { hashEnd, hashStart, hashStep } from './hash.ts';

/** A paragraph of a body that is long enough to be told from every other; offsets are UTF-16 units of the whole text. */
interface LongParagraph {
  readonly start: number;
  /** Of its letters and digits alone: how it is marked, wrapped and punctuated is not in it. 53 bits. */
  readonly hash: number;
  /** Its length: each Han character, kana and hangul syllable is one, and so is each Latin word or number. */
  readonly characters: number;
}

/** Shorter ones are phrases that anybody writes again. */
const shortestParagraph = 40;

/** What begins a block that is no running text of the article's own: heading, quote, table, tag, picture, note, list, code. */
const otherBlock =
  /^(?: {4}|\t| {0,3}(?:[#>|<!:~`=]|\{[{%]|\[\^|[-*+][ \t]|---|\d{1,3}[.)][ \t]|[（(]?\d{1,3}[）)、]))/;

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The long paragraphs of a text, in order, found without reading its Markdown: one look at each character, so that an
 * archive can be gone through. Linear; never throws.
 *
 * @param from where the body begins
 */
export function* longParagraphs(text: string, from: number): Iterable<LongParagraph> {
  let block = -1;
  let isOther = false;
  let fenced = '';
  for (let line = from; line <= text.length; ) {
    const newline = text.indexOf('\n', line);
    const end = newline === -1 ? text.length : newline;
    const head = text.slice(line, Math.min(end, line + 12));
    const mark = fence.exec(head)?.[1];
    if (fenced !== '') {
      if (mark?.startsWith(fenced)) fenced = '';
    } else if (isBlank(text, line, end)) {
      if (block !== -1 && !isOther) yield* longOne(text, block, line);
      block = -1;
    } else {
      if (block === -1) {
        block = line;
        isOther = otherBlock.test(head);
      }
      if (mark !== undefined) {
        isOther = true;
        fenced = mark;
      }
    }
    if (newline === -1) break;
    line = newline + 1;
  }
  if (block !== -1 && !isOther) yield* longOne(text, block, text.length);
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}

/**
 * Who reports, from where, at the head of a lead: `本报讯（记者陆晚）`, `新华社海州6月18日电（记者周砚）`, `（记者陆晚报道）`,
 * `HAIZHOU, June 18 (Xinhua) --`. A lead that is taken over goes out under another name.
 */
const leadHead =
  /^[*_\s\u3000]{0,6}(?:[\p{Script=Han}A-Za-z0-9·\s]{1,24}(?:讯|电|消息)[*_\s]{0,4}[（(][^（）()\n]{1,40}[）)]|[（(][^（）()\n]{0,12}(?:记者|通讯员|特约)[^（）()\n]{1,40}[）)]|[A-Z][A-Za-z.,'’ 0-9]{1,40}[(][A-Z][A-Za-z ]{1,20}[)][ ]{0,2}[—–-]{1,2})/u;

/** No head is longer, in UTF-16 units. */
const longestHead = 90;

/** How much of the opening of a paragraph is the head of a lead, each of which has a bracket. */
function headLength(opening: string): number {
  if (!opening.includes('（') && !opening.includes('(')) return 0;
  return leadHead.exec(opening)?.[0].length ?? 0;
}

function* longOne(text: string, start: number, end: number): Iterable<LongParagraph> {
  if (end - start < shortestParagraph) return;
  const head = headLength(text.slice(start, Math.min(end, start + longestHead)));
  const { hash, characters } = readLetters(text, start + head, end);
  if (characters >= shortestParagraph) yield { start, hash, characters };
}

/** A hash of 53 bits of the letters and digits of a short text, for comparing titles; 0 where it has none. */
export function lettersHash(text: string): number {
  return readLetters(text, 0, text.length).hash;
}

/** Goes over letters and digits; what stands in tags and in the targets of links is neither. */
function readLetters(text: string, start: number, end: number): { readonly hash: number; readonly characters: number } {
  let one: number = hashStart[0];
  let two: number = hashStart[1];
  let characters = 0;
  let inWord = false;
  // Where the last `>` and `)` stand that were looked for, so that none is looked for twice.
  let angle = start;
  let bracket = start;
  for (let at = start; at < end; at++) {
    let unit = text.charCodeAt(at);
    if (unit === 60 && isTagStart(text.charCodeAt(at + 1))) {
      angle = nextOf('>', text, angle, at + 1);
      if (angle !== -1 && angle < end) at = angle;
      inWord = false;
      continue;
    }
    if (unit === 93 && text.charCodeAt(at + 1) === 40) {
      bracket = nextOf(')', text, bracket, at + 1);
      if (bracket !== -1 && bracket < end) at = bracket;
      inWord = false;
      continue;
    }
    if (!isLetter(unit)) {
      // A word goes on over the marks of bold and code, and over the line end of none.
      inWord &&= unit === 42 || unit === 95 || unit === 96;
      continue;
    }
    if (unit >= 65 && unit <= 90) unit += 32;
    if (unit < 0x2e80) {
      if (!inWord) characters++;
      inWord = true;
    } else {
      inWord = false;
      if (unit < 0xdc00 || unit > 0xdfff) characters++;
    }
    one = hashStep(one, unit);
    two = hashStep(two, unit, 1597334677);
  }
  return { hash: characters === 0 ? 0 : hashEnd(one, two), characters };
}

/** Where a mark stands from `from` on, -1 for nowhere. @param known where it stood when it was looked for last */
function nextOf(mark: string, text: string, known: number, from: number): number {
  return known >= from || known === -1 ? known : text.indexOf(mark, from);
}

/** A letter, `/` or `!`. */
function isTagStart(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 47 || unit === 33;
}

/** Whether a unit is of a letter or digit; marks of ASCII, Latin, general and CJK punctuation and full-width forms are not. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  if (unit >= 0x2000 && unit <= 0x2bff) return false;
  if (unit >= 0x3000 && unit <= 0x303f) return unit === 0x3005 || unit === 0x3007;
  if (unit === 0x30fb || unit === 0xfffc || unit === 0xfeff) return false;
  if (unit >= 0xff00 && unit <= 0xffef) return (unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff5a);
  return true;
}
