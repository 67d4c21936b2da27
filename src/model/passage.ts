import type { Prose } from './prose.ts';
import type { Range } from './range.ts';

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
  /** Index into `Article.tokens` of the inline token; -1 for a front-matter value. */
  readonly token: number;
}
