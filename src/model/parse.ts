import type { Article, Conflict } from './article.ts';
import { findConflicts } from './foreign/find-foreign.ts';
import type { ForeignSpan } from './foreign/foreign.ts';
import { findInvisible } from './foreign/invisible.ts';
import { maskForeign } from './foreign/masks.ts';
import { findEscapedInvisible } from './front-matter/escaped-invisible.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { type FurnitureCache, furnitureCache, readFurniture } from './furniture/read-furniture.ts';
import { numberFootnotes } from './markdown/footnotes.ts';
import { type InlineCache, parseMarkdown } from './markdown/markdown.ts';
import { type Blocks, isFixed, readAgain } from './parse-again.ts';
import { readPassages } from './passages.ts';
import { lineAt, lineStarts } from './range.ts';
import { readAllowances } from './read-allowances.ts';

/** What one parse leaves for the next parse of the same article; give the same one again after each keystroke. */
export interface ParseCache extends InlineCache, FurnitureCache {
  last: Blocks | undefined;
}

/** A cache with nothing in it. */
export function parseCache(): ParseCache {
  return { inlines: new Map(), references: '', labels: '', last: undefined, ...furnitureCache() };
}

/**
 * Reads an article: front matter, Markdown, passages, newsroom furniture. Never throws; what is wrong with the
 * text is in the value (`frontMatter.faults`, literal runs of prose).
 *
 * @param text the decoded text; offsets of everything in the result are UTF-16 units into it
 * @param cache what the last parse of this article left; changed by the call
 */
export function parseArticle(text: string, cache?: ParseCache): Article {
  const last = cache?.last;
  const blocks = (cache && last && readAgain(last, text, cache)) ?? readBlocks(text, cache);
  if (cache) cache.last = blocks;
  const { lines, frontMatter, tokens, foreign, passages, images, broken } = blocks;
  const { bodyStart } = frontMatter;
  return {
    text,
    lines,
    frontMatter,
    tokens,
    foreign,
    conflicts: conflictsOf(text, bodyStart, foreign),
    broken,
    invisible: [
      ...hiddenIn(text.slice(0, bodyStart), frontMatter),
      ...foreign.filter(({ kind }) => kind === 'invisible'),
    ],
    passages,
    furniture: readFurniture(passages, images, tokens, cache),
    footnotes: numberFootnotes(tokens),
    allowances: readAllowances(tokens, text, lines),
  };
}

/** Before the body, as characters and as escapes. */
function hiddenIn(head: string, { entries }: FrontMatter): readonly ForeignSpan[] {
  const escaped = head.includes('\\') ? findEscapedInvisible(entries) : [];
  const written = findInvisible(head);
  return escaped.length === 0 ? written : [...written, ...escaped].sort((a, b) => a.start - b.start);
}

function readBlocks(text: string, cache: ParseCache | undefined): Blocks {
  const lines = lineStarts(text);
  const frontMatter = keptFrontMatter(text, cache?.last) ?? readFrontMatter(text);
  const { bodyStart } = frontMatter;
  const body = text.slice(bodyStart);
  const masks = maskForeign(body);
  const tokens = parseMarkdown(body, lineAt(lines, bodyStart), cache, masks);
  const foreign = placed(masks?.spans ?? [], bodyStart);
  return { text, lines, frontMatter, tokens, foreign, ...readPassages(tokens, text, lines, foreign) };
}

/** The front matter of the last parse where the same one stands at the head of the text. */
function keptFrontMatter(text: string, last: Blocks | undefined): FrontMatter | undefined {
  if (last === undefined || !isFixed(last.frontMatter)) return undefined;
  const { bodyStart } = last.frontMatter;
  const isLine = last.text.charCodeAt(bodyStart - 1) === 10;
  return isLine && text.startsWith(last.text.slice(0, bodyStart)) ? last.frontMatter : undefined;
}

function placed(spans: readonly ForeignSpan[], by: number): readonly ForeignSpan[] {
  return by === 0 ? spans : spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

function conflictsOf(text: string, bodyStart: number, foreign: readonly ForeignSpan[]): readonly Conflict[] {
  const spans = [...findConflicts(text.slice(0, bodyStart)), ...foreign.filter(({ kind }) => kind === 'conflict')];
  return spans.map(({ start, end: last }) => {
    const end = text.indexOf('\n', start);
    return { start, end: end === -1 ? last : Math.min(last, end), last };
  });
}
