import { findForeign } from './foreign/find-foreign.ts';
import type { ForeignSpan } from './foreign/foreign.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { lineEnd } from './markdown/block-lines.ts';
import { type InlineCache, parseMarkdown } from './markdown/markdown.ts';
import type { Token } from './markdown/token.ts';
import type { Passage } from './passage.ts';
import { type PlacedBroken, type PlacedImage, readPassages } from './passages.ts';
import { movedProse } from './prose.ts';
import { type LineStarts, lineAt, lineStarts, type Range } from './range.ts';

/** What is read of an article before anything is made of it: the blocks, each where it stands. */
export interface Blocks {
  readonly text: string;
  readonly lines: LineStarts;
  readonly frontMatter: FrontMatter;
  readonly tokens: readonly Token[];
  readonly foreign: readonly ForeignSpan[];
  readonly passages: readonly Passage[];
  readonly images: readonly PlacedImage[];
  readonly broken: readonly PlacedBroken[];
}

/**
 * What may mean something beyond its paragraph, or to text beyond it: tags, templates, formulas, code, links and their
 * addresses, notes, tables, text that runs the other way, and the bracket that ends a statement of a program.
 */
const farReaching = /[{}<>$\\`"[\]|^\0\uE000-\uF8FF\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|%%|(?:^|\n)(?:[)}]|%[ \t])/;
/** What a stretch of a bounded length may open: it may get near enough to its end when a text gets shorter. */
const boundedAhead = /[{$\\]|%%|(?:^|\n)(?:import|export)/;

/** More paragraphs at once are not typed. */
const MOST = 16;

/** A paragraph that reads otherwise than it did. */
interface Retyped {
  readonly old: Passage;
  readonly fresh: Passage;
  /** How far everything behind it has moved since. */
  readonly by: number;
}

/**
 * Reads an article again in which characters of paragraphs were changed, as typing does: these are read, everything
 * else moves. `undefined` where anything more may have changed; then all is read.
 *
 * @param last what was read before
 * @param inlines what is kept for the next full reading; the paragraphs in it are replaced
 */
export function readAgain(last: Blocks, text: string, inlines: InlineCache): Blocks | undefined {
  const { frontMatter } = last;
  if (!isFixed(frontMatter)) return undefined;
  const lines = lineStarts(text);
  const changed = lines.length === last.lines.length ? changedLines(last, text, lines) : undefined;
  const paragraphs = changed && paragraphsOf(last, changed);
  if (paragraphs === undefined || paragraphs.length > MOST) return undefined;
  // The length of what lies between two marks elsewhere may decide what they are.
  const body = last.text.slice(frontMatter.bodyStart);
  if (body.includes('<')) return undefined;
  let shrinks = false;
  const tokens = [...last.tokens];
  const retyped: Retyped[] = [];
  const contents: (readonly [string, Token])[] = [];
  for (const old of paragraphs) {
    const [first = 0, next = 0] = last.tokens[old.token]?.map ?? [];
    const read = readParagraph(text, lines, first, next);
    const inline = read?.tokens[1];
    if (read === undefined || inline === undefined) return undefined;
    for (const [index, token] of read.tokens.entries()) tokens[old.token - 1 + index] = token;
    const by = (lines[next] ?? text.length) - (last.lines[next] ?? last.text.length);
    shrinks ||= by < (retyped.at(-1)?.by ?? 0);
    retyped.push({ old, fresh: { ...read.passage, token: old.token }, by });
    contents.push([last.tokens[old.token]?.content ?? '', inline]);
  }
  if (shrinks && boundedAhead.test(body)) return undefined;
  for (const [content] of contents) inlines.inlines.delete(content);
  for (const [, { content, children }] of contents) inlines.inlines.set(content, children ?? []);
  return { ...last, text, lines, tokens, ...moved(last, retyped) };
}

/** The lines that differ, of texts with as many lines; `undefined` where one is of the front matter, or with too many. */
function changedLines(last: Blocks, text: string, lines: LineStarts): readonly number[] | undefined {
  const before = last.text;
  const least = Math.min(before.length, text.length);
  const start = commonStart(before, text, least);
  if (start < last.frontMatter.bodyStart) return undefined;
  const end = before.length - commonEnd(before, text, least - start);
  const changed: number[] = [];
  for (let line = lineAt(last.lines, start); line < lines.length && (last.lines[line] ?? 0) <= end; line++) {
    const from = lines[line] ?? 0;
    const old = before.slice(last.lines[line], last.lines[line + 1]);
    if ((lines[line + 1] ?? text.length) - from === old.length && text.startsWith(old, from)) continue;
    if (changed.push(line) > 4 * MOST) return undefined;
  }
  return changed;
}

/** The paragraphs that hold the lines, in order; `undefined` where a line is in none that stands alone. */
function paragraphsOf(last: Blocks, changed: readonly number[]): readonly Passage[] | undefined {
  const found: Passage[] = [];
  let at = 0;
  for (const line of changed) {
    const start = last.lines[line] ?? 0;
    let passage = last.passages[at];
    while (passage !== undefined && passage.block.end < start) passage = last.passages[++at];
    if (passage === undefined || passage.block.start > start) return undefined;
    if (passage === found.at(-1)) continue;
    if (!standsAlone(last, passage)) return undefined;
    found.push(passage);
  }
  return found;
}

/** What lines are when they are one paragraph that says nothing beyond itself; `undefined`: they are anything else. */
function readParagraph(
  text: string,
  lines: LineStarts,
  first: number,
  next: number,
): { readonly tokens: readonly Token[]; readonly passage: Passage } | undefined {
  const written = text.slice(lines[first] ?? 0, lineEnd(text, lines, next - 1));
  if (!isPlain(written) || findForeign(written).length > 0) return undefined;
  const tokens = parseMarkdown(written, first);
  if (tokens.length !== 3 || tokens[0]?.type !== 'paragraph_open' || tokens[1]?.type !== 'inline') return undefined;
  const [passage, ...more] = readPassages(tokens, text, lines).passages;
  return passage === undefined || more.length > 0 ? undefined : { tokens, passage };
}

/** Whether front matter is read the same whatever the body says: between two fences as they should be. */
export function isFixed({ kind, fences }: FrontMatter): boolean {
  return kind === 'yaml' && fences.length === 0;
}

/** Strings are compared piece by piece, which the engine does many times faster than by characters. */
const PIECE = 1024;

function commonStart(one: string, other: string, most: number): number {
  let at = 0;
  while (at + PIECE <= most && one.startsWith(other.slice(at, at + PIECE), at)) at += PIECE;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

function commonEnd(one: string, other: string, most: number): number {
  let count = 0;
  while (
    count + PIECE <= most &&
    one.startsWith(other.slice(other.length - count - PIECE, other.length - count), one.length - count - PIECE)
  )
    count += PIECE;
  while (count < most && one.charCodeAt(one.length - count - 1) === other.charCodeAt(other.length - count - 1)) count++;
  return count;
}

/** Whether a passage is a paragraph of its own between blank lines, and nothing in it reaches beyond. */
function standsAlone({ text, lines, tokens, foreign, frontMatter }: Blocks, { token, block }: Passage): boolean {
  const open = tokens[token - 1];
  const inline = tokens[token];
  if (open?.type !== 'paragraph_open' || open.level !== 0 || open.markup !== '') return false;
  if (inline?.map == null || inline.piece !== undefined || tokens[token + 1]?.type !== 'paragraph_close') return false;
  const [first, next] = inline.map;
  const isBlank = (line: number): boolean => /^[ \t\r\n]*$/.test(text.slice(lines[line], lines[line + 1]));
  const start = lines[first] ?? 0;
  if (start !== block.start || (start > frontMatter.bodyStart && !isBlank(first - 1))) return false;
  if (next < lines.length && !isBlank(next)) return false;
  return (
    isPlain(text.slice(block.start, block.end)) &&
    !foreign.some((span) => span.start < block.end && span.end > block.start)
  );
}

function isPlain(written: string): boolean {
  return /^[^ \t]/.test(written) && !farReaching.test(written);
}

/** The paragraphs as they read now, and everything behind each moved by the characters that came in. */
function moved(
  { passages, images, broken, foreign }: Blocks,
  retyped: readonly Retyped[],
): Pick<Blocks, 'passages' | 'images' | 'broken' | 'foreign'> {
  const freshOf = new Map(retyped.map(({ old, fresh }) => [old, fresh]));
  const byAt = (start: number): number => {
    let by = 0;
    for (const each of retyped) {
      if (each.old.block.end > start) break;
      ({ by } = each);
    }
    return by;
  };
  const shift = <T extends Range>(range: T): T => {
    const by = byAt(range.start);
    return by === 0 ? range : { ...range, start: range.start + by, end: range.end + by };
  };
  const now = new Map<Passage, Passage>();
  const place = (passage: Passage): Passage => {
    const by = byAt(passage.block.start);
    const there =
      freshOf.get(passage) ??
      (by === 0 ? passage : { ...passage, block: shift(passage.block), prose: movedProse(passage.prose, by) });
    if (there !== passage) now.set(passage, there);
    return there;
  };
  return {
    passages: passages.map(place),
    images: images.map((image) => {
      const passage = now.get(image.passage);
      return passage === undefined ? image : { ...image, passage, range: shift(image.range) };
    }),
    broken: broken.map((each) => {
      const passage = now.get(each.passage);
      return passage === undefined ? each : { ...each, passage };
    }),
    foreign: foreign.map(shift),
  };
}
