import { type BlockLines, lineEnd, locateIn, traceCells, traceLines } from './markdown/block-lines.ts';
import { NOTE_CLOSE, NOTE_OPEN } from './markdown/footnote-rules.ts';
import { HTML } from './markdown/html-tags.ts';
import { type InlineBroken, type InlineImage, type Inlines, readInlineRuns } from './markdown/inline-runs.ts';
import type { Token } from './markdown/token.ts';
import type { Passage, PassageKind } from './passage.ts';
import { maskLiterals, type Prose, type ProseSource, proseOf, type Run } from './prose.ts';
import { type LineStarts, lineAt, type Range } from './range.ts';

/** An image as it stands in the source, with the passage that holds it. */
export interface PlacedImage {
  readonly passage: Passage;
  readonly image: InlineImage;
  /** The source offsets of `![…](…)`. */
  readonly range: Range;
}

/** A link or a picture that Markdown does not take, with the passage that holds it. */
export interface PlacedBroken extends InlineBroken {
  readonly passage: Passage;
}

/** The passages of a body and what was seen on the way. */
interface Passages {
  readonly passages: readonly Passage[];
  readonly images: readonly PlacedImage[];
  readonly broken: readonly PlacedBroken[];
}

/**
 * Cuts the tokens of an article into passages, each with its prose mapped to `text`.
 *
 * @param foreign what no pipe of a table stands in, in order
 */
export function readPassages(
  tokens: readonly Token[],
  text: string,
  lines: LineStarts,
  foreign: readonly Range[] = [],
): Passages {
  const passages: Passage[] = [];
  const images: PlacedImage[] = [];
  const broken: PlacedBroken[] = [];
  const containers: PassageKind[] = [];
  /** The lines of contents that others are a piece of. */
  const whole = new Map<Token, BlockLines | undefined>();
  let row: RowReader | undefined;
  let level = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    switch (token.type) {
      case 'blockquote_open':
        containers.push('quote');
        break;
      case 'list_item_open':
        containers.push('list-item');
        break;
      case 'td_open':
      case 'th_open':
      case 'caption_open':
        containers.push('table-cell');
        break;
      case NOTE_OPEN:
        containers.push('note');
        break;
      case 'blockquote_close':
      case 'list_item_close':
      case 'td_close':
      case 'th_close':
      case 'caption_close':
      case NOTE_CLOSE:
        containers.pop();
        break;
      case 'heading_open':
        level = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        level = 0;
        break;
      case 'tr_open':
        row = token.markup === HTML ? undefined : rowReader(tokens, i, text, lines, foreign);
        break;
      case 'tr_close':
        row = undefined;
        break;
      case 'inline': {
        const { piece } = token;
        if (piece && !whole.has(piece.of)) {
          whole.set(piece.of, traceLines(piece.of.content, text, lines, piece.of.map?.[0] ?? 0, false));
        }
        const blockLines = piece
          ? shifted(whole.get(piece.of), piece.from)
          : row
            ? row.next()
            : traceLines(token.content, text, lines, token.map?.[0] ?? 0, level > 0);
        if (token.content.includes('^[')) whole.set(token, blockLines);
        const inlines = readInlineRuns(token.content, token.children ?? []);
        if (inlines.rendered === '') break;
        const inNote = containers.includes('note');
        const kind: PassageKind = inNote ? 'note' : level > 0 ? 'heading' : (containers.at(-1) ?? 'paragraph');
        const first = row ? row.line : (token.map?.[0] ?? 0);
        const last = row ? row.line + 1 : (token.map?.[1] ?? first + 1);
        const written = piece?.of.type === 'inline' && rangeIn(blockLines, token.content.length);
        const block = written || {
          start: lines[first] ?? 0,
          end: lineEnd(text, lines, Math.max(first, last - 1)),
        };
        const write = token.piece?.of.type === 'html_block' ? writeHtml : writeMarkdown;
        const passage: Passage = {
          kind,
          prose: placedProse(inlines, blockLines, block, write),
          block,
          level,
          token: i,
        };
        passages.push(passage);
        for (const image of inlines.images) images.push(placeImage(image, passage, blockLines));
        for (const each of inlines.broken) broken.push({ ...each, passage });
        break;
      }
      default:
        break;
    }
  }
  return { passages, images, broken };
}

interface RowReader {
  readonly line: number;
  next(): BlockLines | undefined;
}

function rowReader(
  tokens: readonly Token[],
  open: number,
  text: string,
  lines: LineStarts,
  foreign: readonly Range[],
): RowReader {
  const line = tokens[open]?.map?.[0] ?? 0;
  const contents: string[] = [];
  for (let i = open + 1; i < tokens.length && tokens[i]?.type !== 'tr_close'; i++) {
    const token = tokens[i];
    if (token?.type === 'inline') contents.push(token.content);
  }
  const cells = traceCells(contents, text, lines, line, foreign);
  let index = 0;
  return { line, next: () => cells[index++] };
}

/** Where a content of a length stands in the source. */
function rangeIn(blockLines: BlockLines | undefined, length: number): Range | undefined {
  const start = blockLines && locateIn(blockLines, 0);
  const end = blockLines && locateIn(blockLines, length);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function shifted(blockLines: BlockLines | undefined, shift: number): BlockLines | undefined {
  return blockLines && { ...blockLines, shift: shift + (blockLines.shift ?? 0) };
}

function placedProse(
  inlines: Inlines,
  blockLines: BlockLines | undefined,
  block: Range,
  write: ProseSource['write'],
): Prose {
  const lost = blockLines === undefined || !isFound(blockLines, inlines.runs.at(-1)?.end ?? 0);
  const runs = lost ? unreadable(inlines.runs, blockLines) : inlines.runs;
  const text = lost ? maskLiterals(inlines.rendered, runs) : inlines.text;
  return proseOf(inlines.rendered, text, runs, sourceOf(blockLines, block, write), lost ? undefined : inlines.identity);
}

/** Whether every line was found that holds something of a content that ends at `end`. */
function isFound({ contents, sources, shift = 0 }: BlockLines, end: number): boolean {
  const last = lineAt(contents, end + shift);
  for (let line = lineAt(contents, shift); line <= last; line++) if (sources[line] === undefined) return false;
  return true;
}

/** Runs on lines that were not found become literal: never a guess. */
function unreadable(runs: readonly Run[], blockLines: BlockLines | undefined): readonly Run[] {
  return runs.map((run) => {
    const found =
      blockLines !== undefined &&
      locateIn(blockLines, run.start) !== undefined &&
      locateIn(blockLines, run.end) !== undefined;
    return found ? run : { ...run, kind: 'literal' };
  });
}

function sourceOf(blockLines: BlockLines | undefined, block: Range, write: ProseSource['write']): ProseSource {
  return {
    locate: (offset) => (blockLines && (locateIn(blockLines, offset) ?? nearest(blockLines, offset))) ?? block.start,
    write,
  };
}

/** For a place that reaches into a line which was not found: the end of the last line that was. */
function nearest(blockLines: BlockLines, offset: number): number | undefined {
  for (let i = blockLines.contents.length - 1; i >= 0; i--) {
    const source = blockLines.sources[i];
    if (source !== undefined && (blockLines.contents[i] ?? 0) <= offset + (blockLines.shift ?? 0)) return source;
  }
  return blockLines.sources.find((source) => source !== undefined);
}

/** Escapes what HTML would read as markup. Line breaks are refused: a blank line would end the block. */
function writeHtml(text: string): string | undefined {
  return /[\n\r]/.test(text) ? undefined : escapeMarkup(text);
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes what Markdown would read as markup. Line breaks are refused: they would end the block. */
function writeMarkdown(text: string): string | undefined {
  if (/[\n\r]/.test(text)) return undefined;
  return text.replace(/[\\`*_[\]<>&|~#]/g, '\\$&');
}

function placeImage(image: InlineImage, passage: Passage, blockLines: BlockLines | undefined): PlacedImage {
  const start = blockLines && locateIn(blockLines, image.start);
  const end = blockLines && locateIn(blockLines, image.end);
  const range = start === undefined || end === undefined ? passage.block : { start, end };
  return { passage, image, range };
}
