import type { Token as MarkdownToken } from 'markdown-it';

/**
 * A markdown-it token. `map` counts lines of the whole text (front matter included), from 0. Tokens inside an
 * `inline` token also carry `start`, an offset into that token's `content`; -1 where it could not be told. An `inline`
 * token whose content is a stretch of another token's, a block of raw HTML or a text with a note in it, says where in
 * `piece`.
 */
export interface Token extends MarkdownToken {
  start?: number;
  piece?: { readonly of: Token; readonly from: number };
}

export type TokenClass = typeof MarkdownToken;
