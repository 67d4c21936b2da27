import type { PageSlot } from '../../house/house.ts';
import type { Layout } from '../layout.ts';

/** A stylesheet of a saved page, in the page's order: a file beside it, or text that was written in it. */
export type OwnStyle =
  | { readonly href: string; readonly media?: string }
  | { readonly css: string; readonly media?: string };

/** What is wrong with how a house file names places of its page. `code` is that of a `house-file` message. */
export interface PageFault {
  readonly code:
    | 'missing-body'
    | 'bad-selector'
    | 'unmatched-selector'
    | 'nested-slot'
    | 'page-missing'
    | 'page-too-big';
  /** The setting that is at fault; absent: `page.html` itself. */
  readonly slot?: PageSlot;
  readonly data: Readonly<Record<string, string | number>>;
}

/**
 * The newsroom's own page, read once: what a browser saved, without anything that runs, sends or loads from elsewhere,
 * and with the places that an article fills.
 */
export interface OwnPage {
  /** What stands in its body. Absent where the page has no place for the text: then the theme is drawn. */
  readonly layout: Layout | undefined;
  readonly styles: readonly OwnStyle[];
  /** Attributes of its `html` and `body` elements that stylesheets go by: `class`, `id`, `dir`. */
  readonly html: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly faults: readonly PageFault[];
}

/**
 * Where the host shows a file that the saved page refers to: a URL, or `undefined` for one that is absent or lies
 * outside the workspace. `reference` is relative to the saved page, as written.
 */
export type FindAsset = (reference: string) => string | undefined;

/** The longest page that is read, in UTF-16 units. */
export const LONGEST_PAGE = 2_000_000;
