import type { Paragraph, Root, Sentence, SentenceContent } from 'nlcst';
import type { Plugin } from 'unified';
import type { Point, Position } from 'unist';
import { BLANK, CLOSING, classAt, DIGIT, HAN, KANA, LETTER } from '../../model/characters.ts';

/** How Chinese is cut up. */
export interface ChineseOptions {
  /**
   * Whether words are told apart (`Intl.Segmenter`, about 0.5 µs a character). Without, each stretch of Han
   * characters, letters and digits between two marks is one word.
   */
  readonly words?: boolean;
}

/** `Intl.Segmenter` takes time that grows with the square of its input; a piece is never longer (UTF-16 units). */
const LONGEST_PIECE = 1000;

/**
 * A unified plugin that parses Chinese, as `retext-english` parses English: paragraphs by blank lines, sentences by
 * 。！？, words by `Intl.Segmenter`. Positions count from the start of the text that is parsed.
 */
const retextChinese: Plugin<[ChineseOptions?], string, Root> = function (options) {
  const segmenter = options?.words === false ? undefined : new Intl.Segmenter('zh', { granularity: 'word' });
  this.parser = (text) => parseChinese(text, segmenter);
};

export default retextChinese;

/** Parses Chinese into an nlcst tree whose leaves cover `text` without gaps. */
export function parseChinese(text: string, segmenter?: Intl.Segmenter): Root {
  const point = pointer(text);
  const children: Root['children'] = [];
  for (const [from, to] of paragraphsOf(text)) {
    if (isBlankOnly(text, from, to)) {
      children.push({ type: 'WhiteSpaceNode', value: text.slice(from, to), position: between(point, from, to) });
      continue;
    }
    const paragraph: Paragraph = { type: 'ParagraphNode', children: [], position: between(point, from, to) };
    for (const [start, end] of sentencesOf(text, from, to)) {
      if (isBlankOnly(text, start, end)) {
        paragraph.children.push({
          type: 'WhiteSpaceNode',
          value: text.slice(start, end),
          position: between(point, start, end),
        });
        continue;
      }
      const sentence: Sentence = { type: 'SentenceNode', children: [], position: between(point, start, end) };
      for (const [a, b] of wordsOf(text, start, end, segmenter))
        sentence.children.push(leaf(text, a, b, between(point, a, b)));
      paragraph.children.push(sentence);
    }
    children.push(paragraph);
  }
  return { type: 'RootNode', children, position: between(point, 0, text.length) };
}

type Span = readonly [from: number, to: number];

function* paragraphsOf(text: string): Iterable<Span> {
  let from = 0;
  for (const { index, 0: blank } of text.matchAll(/\n{2,}/g)) {
    if (index > from) yield [from, index];
    yield [index, index + blank.length];
    from = index + blank.length;
  }
  if (from < text.length) yield [from, text.length];
}

/** Sentences end after 。！？ and the quotes and brackets that close there; blanks between them stand alone. */
function* sentencesOf(text: string, from: number, to: number): Iterable<Span> {
  let start = from;
  for (let i = from; i < to; i++) {
    const mark = text[i];
    if (mark !== '。' && mark !== '！' && mark !== '？' && mark !== '!' && mark !== '?') continue;
    let end = i + 1;
    while (end < to && ('。！？!?'.includes(text.charAt(end)) || (classAt(text, end) & CLOSING) !== 0)) end++;
    yield [start, end];
    start = end;
    while (start < to && (classAt(text, start) & BLANK) !== 0) start++;
    if (start > end) yield [end, start];
    i = start - 1;
  }
  if (start < to) yield [start, to];
}

const WORD = HAN | KANA | LETTER | DIGIT;

function* wordsOf(text: string, from: number, to: number, segmenter: Intl.Segmenter | undefined): Iterable<Span> {
  let start = from;
  while (start < to) {
    const kind = kindAt(text, start);
    let end = start + 1;
    // Marks stand alone, unless they are the same (`……`, `——`); words and blanks go on.
    while (
      end < to &&
      kindAt(text, end) === kind &&
      (kind !== 'mark' || text[end] === text[start] || isTrail(text, end))
    )
      end++;
    if (kind === 'word' && segmenter) yield* segmented(text, start, end, segmenter);
    else yield [start, end];
    start = end;
  }
}

function* segmented(text: string, from: number, to: number, segmenter: Intl.Segmenter): Iterable<Span> {
  for (let piece = from; piece < to; ) {
    let end = Math.min(to, piece + LONGEST_PIECE);
    if (end < to && isTrail(text, end)) end--;
    for (const { index, segment } of segmenter.segment(text.slice(piece, end))) {
      yield [piece + index, piece + index + segment.length];
    }
    piece = end;
  }
}

/** Whether the unit at `index` is the second half of a character beyond U+FFFF. */
function isTrail(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const lead = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && lead >= 0xd800 && lead <= 0xdbff;
}

function kindAt(text: string, index: number): 'word' | 'blank' | 'mark' {
  const bits = classAt(text, isTrail(text, index) ? index - 1 : index);
  if ((bits & WORD) !== 0) return 'word';
  return (bits & BLANK) !== 0 ? 'blank' : 'mark';
}

function isBlankOnly(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((classAt(text, i) & BLANK) === 0) return false;
  return true;
}

function leaf(text: string, from: number, to: number, position: Position): SentenceContent {
  const value = text.slice(from, to);
  switch (kindAt(text, from)) {
    case 'word':
      return { type: 'WordNode', children: [{ type: 'TextNode', value, position }], position };
    case 'blank':
      return { type: 'WhiteSpaceNode', value, position };
    default:
      return /^\p{P}/u.test(value)
        ? { type: 'PunctuationNode', value, position }
        : { type: 'SymbolNode', value, position };
  }
}

/** Gives the point of each offset; offsets are asked for in any order, but mostly ascending. */
function pointer(text: string): (offset: number) => Point {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  let line = 0;
  return (offset) => {
    while (line > 0 && (starts[line] ?? 0) > offset) line--;
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
  };
}

function between(point: (offset: number) => Point, from: number, to: number): Position {
  return { start: point(from), end: point(to) };
}
