import type { PageSlot } from '../../house/house.ts';
import type { Layout } from '../layout.ts';

/** A stylesheet of a saved page, in the page's order; addresses in it are the host's. */
export interface OwnStyle {
  readonly css: string;
  readonly media?: string;
}

/** What is wrong with how a house file names places of its page. `code` is that of a `house-file` message. */
export interface PageFault {
  readonly code:
    | 'missing-body'
    | 'bad-selector'
    | 'unmatched-selector'
    | 'nested-slot'
    | 'page-missing'
    | 'page-too-big'
    | 'page-incomplete';
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
  /** Its document type, one of a few forms, or '': browsers lay out older pages by older rules. */
  readonly doctype: string;
  /** Attributes of its `html` and `body` elements that stylesheets go by: `class`, `id`, `dir`, `lang`, `data-…`. */
  readonly html: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly faults: readonly PageFault[];
}

/**
 * Where the host shows a file that the saved page refers to: a URL, or `undefined` for one that is absent or lies
 * outside the workspace. `reference` is relative to the saved page, as written there or put together of what is.
 */
export type FindAsset = (reference: string) => string | undefined;

/** The files beside a saved page. References are as for {@link FindAsset}; what leads out of the workspace is not there. */
export interface PageFiles {
  readonly url: FindAsset;
  /** Bytes of a file; `undefined` when it is not there. */
  readonly read: (reference: string) => Promise<Uint8Array | undefined>;
  /** For each reference whether a file is there. */
  readonly exist: (references: readonly string[]) => Promise<readonly boolean[]>;
}

/** The longest page that is read, in UTF-16 units, and in bytes of its file. */
export const LONGEST_PAGE = 2_000_000;
export const LONGEST_PAGE_BYTES = 6_000_000;

/** A page that cannot be shown. */
export function noPage(...faults: readonly PageFault[]): OwnPage {
  return { layout: undefined, styles: [], doctype: '<!doctype html>', html: {}, body: {}, faults };
}
