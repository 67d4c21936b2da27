import type { Token as MarkdownToken } from 'markdown-it';

/** A markdown-it token; `map` counts lines of the whole text (front matter included), from 0. */
export type Token = MarkdownToken;
