import type { Token } from './token.ts';

/**
 * Why Markdown does not take what was meant as a link or a picture:
 * - `blank`: a blank in the path
 * - `size`: a size behind the path, `=300x`
 * - `title`: a title in quotation marks that are none to Markdown
 * - `gap`: a blank between `]` and `(`
 * - `wide`: full-width brackets around the path
 * - `mark`: a full-width `！` before a picture
 * - `empty`: no path at all
 * - `other`: brackets without their other half, and what else there is
 */
export type LinkFault = 'blank' | 'size' | 'title' | 'gap' | 'wide' | 'mark' | 'empty' | 'other';

/** What a token says of a link that Markdown does not take; it is in `meta.broken`. */
export interface BrokenTarget {
  readonly fault: LinkFault;
  readonly picture: boolean;
  /** What stands in the article. */
  readonly written: string;
  /** The same as Markdown takes it; `undefined`: that cannot be told. */
  readonly mended: string | undefined;
}

/** What a token says of being a broken link; `undefined`: it is none. */
export function brokenIn(token: Token): BrokenTarget | undefined {
  const broken: unknown = token.meta?.broken;
  return typeof broken === 'object' && broken !== null ? (broken as BrokenTarget) : undefined;
}
