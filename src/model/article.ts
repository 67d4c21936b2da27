import type { FrontMatter } from './front-matter/front-matter.ts';
import type { Furniture } from './furniture/furniture.ts';
import type { Footnotes } from './markdown/footnotes.ts';
import type { Token } from './markdown/markdown.ts';
import type { Place, Prose } from './prose.ts';
import type { LineStarts, Range } from './range.ts';

/** What a passage is by its place in the Markdown. */
export type PassageKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-cell' | 'note' | 'field';

/** One stretch of prose that is read as a whole: a paragraph, a heading, a table cell, a front-matter value. */
export interface Passage {
  readonly kind: PassageKind;
  readonly prose: Prose;
  /** The block's lines in the source, from its first line's start to its last line's end (markers included). */
  readonly block: Range;
  /** Heading level 1 to 6; 0 for everything else. */
  readonly level: number;
  /** For a front-matter value its key, such as `title`. */
  readonly field?: string;
  /** Index into {@link Article.tokens} of the inline token; -1 for a front-matter value. */
  readonly token: number;
}

/** `<!-- allow wrong-dash: reason -->` on a line of its own, before the block that it speaks of. */
export interface Allowance {
  readonly check: string;
  readonly reason: string;
  /** The comment, or the front-matter item. */
  readonly at: Place;
  /** Where it holds: the block that follows, or the whole article for `allow:` in the front matter. */
  readonly scope: Range;
}

/** An article as everything else sees it: read once, never changed. */
export interface Article {
  /** The decoded text; a byte-order mark is kept as U+FEFF at its start. */
  readonly text: string;
  readonly lines: LineStarts;
  readonly frontMatter: FrontMatter;
  /** markdown-it's tokens of the body; `map` counts lines of the whole text, from 0. */
  readonly tokens: readonly Token[];
  /** Body passages in reading order. Front-matter values join them once a house says which fields are text. */
  readonly passages: readonly Passage[];
  readonly furniture: Furniture;
  readonly footnotes: Footnotes;
  readonly allowances: readonly Allowance[];
}
