import type { Article } from './article.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { type FurnitureCache, furnitureCache, readFurniture } from './furniture/read-furniture.ts';
import { numberFootnotes } from './markdown/footnotes.ts';
import { type InlineCache, parseMarkdown } from './markdown/markdown.ts';
import { readPassages } from './passages.ts';
import { lineAt, lineStarts } from './range.ts';
import { readAllowances } from './read-allowances.ts';

/** What one parse leaves for the next parse of the same article; give the same one again after each keystroke. */
export type ParseCache = InlineCache & FurnitureCache;

/** A cache with nothing in it. */
export function parseCache(): ParseCache {
  return { inlines: new Map(), references: '', labels: '', ...furnitureCache() };
}

/**
 * Reads an article: front matter, Markdown, passages, newsroom furniture. Never throws; what is wrong with the
 * text is in the value (`frontMatter.faults`, literal runs of prose).
 *
 * @param text the decoded text; offsets of everything in the result are UTF-16 units into it
 * @param cache what the last parse of this article left; changed by the call
 */
export function parseArticle(text: string, cache?: ParseCache): Article {
  const lines = lineStarts(text);
  const frontMatter = readFrontMatter(text);
  const tokens = parseMarkdown(text.slice(frontMatter.bodyStart), lineAt(lines, frontMatter.bodyStart), cache);
  const { passages, images } = readPassages(tokens, text, lines);
  return {
    text,
    lines,
    frontMatter,
    tokens,
    passages,
    furniture: readFurniture(passages, images, cache),
    footnotes: numberFootnotes(tokens),
    allowances: readAllowances(tokens, text, lines),
  };
}
