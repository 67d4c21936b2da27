import type { ForeignSpan } from './foreign/foreign.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import type { Furniture } from './furniture/furniture.ts';
import type { Footnotes } from './markdown/footnotes.ts';
import type { Token } from './markdown/token.ts';
import type { Passage } from './passage.ts';
import type { PlacedBroken } from './passages.ts';
import type { Place } from './prose.ts';
import type { LineStarts, Range } from './range.ts';

export type { Passage, PassageKind } from './passage.ts';

/** `<!-- allow wrong-dash: reason -->` on a line of its own, before the block that it speaks of. */
export interface Allowance {
  readonly check: string;
  readonly reason: string;
  /** The comment, or the front-matter item. */
  readonly at: Place;
  /** Where it holds: the block that follows, or the whole article for `allow:` in the front matter. */
  readonly scope: Range;
}

/** A conflict that Git left: `start` to `end` is its first line, and nothing may be changed before `last`. */
export interface Conflict extends Range {
  readonly last: number;
}

/** An article as everything else sees it: read once, never changed. */
export interface Article {
  /** The decoded text; a byte-order mark is kept as U+FEFF at its start. */
  readonly text: string;
  readonly lines: LineStarts;
  readonly frontMatter: FrontMatter;
  /** markdown-it's tokens of the body; `map` counts lines of the whole text, from 0. */
  readonly tokens: readonly Token[];
  /** What of the body is code to other systems, in order; offsets into `text`. No prose reads it and no fix touches it. */
  readonly foreign: readonly ForeignSpan[];
  /** In order, those of the front matter included. */
  readonly conflicts: readonly Conflict[];
  /** Characters that nobody sees and nothing needs, in order, front matter included; prose reads as if they were not there. */
  readonly invisible: readonly Range[];
  /** Links and pictures that Markdown does not take as such, in reading order. */
  readonly broken: readonly PlacedBroken[];
  /** Body passages in reading order. Front-matter values join them once a house says which fields are text. */
  readonly passages: readonly Passage[];
  readonly furniture: Furniture;
  readonly footnotes: Footnotes;
  readonly allowances: readonly Allowance[];
}
