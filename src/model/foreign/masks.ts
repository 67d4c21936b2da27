import { findForeign } from './find-foreign.ts';
import type { ForeignKind, ForeignSpan } from './foreign.ts';

/**
 * Markdown reads a masked text: in place of each stretch of another system stand as many characters that Markdown has
 * no use for, so that whatever it makes of the rest, links, tables, HTML, blocks, it makes around them, and every offset
 * stays. They are of Unicode's private use area: two that say which text they stand for and a filler, or one for a text
 * of one character. Private characters of the article itself are masked too.
 */
const PAIR_FROM = 0xe000;
const PAIRS = 0xeff;
const FILLER = 0xefff;
const SINGLE_FROM = 0xf000;
const SINGLES = 0x900;

/** What a mask stands for. */
interface Masked {
  readonly text: string;
  /** Absent: the article's own character, which is text. */
  readonly kind?: ForeignKind;
  readonly hidden?: boolean;
  /** A line of such masks alone is a block of its own. */
  readonly block: boolean;
}

/** A text as Markdown reads it. */
export interface Masks {
  /** As long as the text, line by line. */
  readonly text: string;
  /** In the order of the text; offsets are into it. */
  readonly spans: readonly ForeignSpan[];
  /** The mask that begins at `at` of a piece of the masked text; `undefined`: none does. */
  at(content: string, at: number): Masked | undefined;
  /** A piece of the masked text as it was written. */
  restore(content: string): string;
  /** What is the same for two pieces that are read the same: what was written, and what of it is masked. */
  key(content: string): string;
}

/** Whether there may be a mask in a piece of masked text. */
export const maskPattern = /[\uE000-\uF8FF]/;
const ownPattern = /[\uE000-\uF8FF]/g;

/** Masks a text; `undefined` when nothing in it needs a mask. */
export function maskForeign(text: string): Masks | undefined {
  const spans = findForeign(text);
  return spans.length === 0 ? undefined : masksOf(text, spans);
}

/** Masks the spans of a text; they are in order and do not overlap. */
function masksOf(text: string, spans: readonly ForeignSpan[]): Masks | undefined {
  const pairs: Masked[] = [];
  const singles: Masked[] = [];
  const known = new Map<string, string>();
  let room = true;
  const maskOf = (written: string, span: ForeignSpan | undefined): string => {
    const key = `${span?.kind ?? ''}${span?.hidden ? '-' : ' '}${written}`;
    let mask = known.get(key);
    if (mask !== undefined) return mask;
    const masked: Masked = {
      text: written,
      block: span !== undefined && span.kind !== 'notation' && span.kind !== 'invisible' && !/^\{\{[^<%]/.test(written),
      ...(span ? { kind: span.kind } : {}),
      ...(span?.hidden ? { hidden: true } : {}),
    };
    if (written.length === 1) {
      room &&= singles.length < SINGLES;
      mask = String.fromCharCode(SINGLE_FROM + singles.push(masked) - 1);
    } else {
      const id = pairs.push(masked) - 1;
      mask =
        String.fromCharCode(PAIR_FROM + Math.floor(id / PAIRS), PAIR_FROM + (id % PAIRS)) +
        String.fromCharCode(FILLER).repeat(written.length - 2);
    }
    known.set(key, mask);
    return mask;
  };
  const own = (piece: string): string => piece.replace(ownPattern, (character) => maskOf(character, undefined));
  let masked = '';
  let done = 0;
  for (const span of spans) {
    masked += own(text.slice(done, span.start));
    for (const piece of text.slice(span.start, span.end).split(/((?:\r\n|[\r\n])[ \t]*)/)) {
      // Line ends stay, and blanks at the head of a line, which tell Markdown where it stands.
      masked += piece === '' || piece.charCodeAt(0) === 10 || piece.charCodeAt(0) === 13 ? piece : maskOf(piece, span);
    }
    done = span.end;
  }
  masked += own(text.slice(done));
  if (!room) return undefined;
  const at = (content: string, index: number): Masked | undefined => {
    const unit = content.charCodeAt(index);
    if (unit >= SINGLE_FROM) return unit < SINGLE_FROM + SINGLES ? singles[unit - SINGLE_FROM] : undefined;
    if (unit < PAIR_FROM || unit >= FILLER) return undefined;
    return pairs[(unit - PAIR_FROM) * PAIRS + content.charCodeAt(index + 1) - PAIR_FROM];
  };
  const replaced = (content: string, write: (mask: Masked) => string): string => {
    let out = '';
    let from = 0;
    for (let i = 0; i < content.length; i++) {
      const mask = at(content, i);
      if (mask === undefined) continue;
      out += content.slice(from, i) + write(mask);
      from = i + mask.text.length;
      i = from - 1;
    }
    return from === 0 ? content : out + content.slice(from);
  };
  const restore = (content: string): string => replaced(content, ({ text }) => text);
  // These three are no characters and stand in no text.
  const key = (content: string): string =>
    replaced(content, ({ text, kind, hidden }) => (kind ? `\uFDD0${hidden ? '\uFDD2' : ''}${text}\uFDD1` : text));
  return { text: masked, spans, at, restore, key };
}
