import type { Byline } from '../byline/byline.ts';
import type { Credit } from '../credit/credit.ts';
import type { Passage } from '../passage.ts';
import type { Place } from '../prose.ts';
import type { Range } from '../range.ts';

/** Where a byline stands: at the head of the first paragraph, on a line under the title, at the end, or after the last sentence. */
export type BylinePosition = 'head' | 'under-title' | 'end' | 'sign-off';

/** A byline with the passage it was read from. `byline` offsets are offsets into `passage.prose.text`. */
export interface FoundByline {
  readonly position: BylinePosition;
  readonly passage: Passage;
  readonly byline: Byline;
}

/** A picture with its caption and credit, decided once, here: checks and preview show the same. */
export interface Picture {
  /** The Markdown of the image, from `!` to `)`. */
  readonly at: Place;
  /** Destination as written, with entities and escapes resolved, percent-encoded as the parser does; see `imagePath`. */
  readonly src: string;
  readonly alt: string;
  readonly title: string;
  /** The passage that holds the image. */
  readonly passage: Passage;
  /** Caption, apart from the credit; offsets into the prose of `passage`. */
  readonly caption?: { readonly passage: Passage; readonly from: number; readonly to: number };
  /** Credit; offsets of `credit` are offsets into `passage.prose.text`. */
  readonly credit?: { readonly passage: Passage; readonly credit: Credit };
}

/** A run of the article under a label such as 相关链接 or 延伸阅读 (`Related:`, `Further reading:`). */
export interface Section {
  readonly kind: 'related' | 'further-reading';
  /** The passage that opens it, with its label. */
  readonly passage: Passage;
  /** Where the title after the label stands in the prose; empty when there is none. */
  readonly from: number;
  readonly to: number;
}

/** `责任编辑：X` or `Editor: X`. */
export interface EditorLine {
  readonly passage: Passage;
  readonly names: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

/** A line that stands for a picture which is not there: a credit without an image above it. */
export interface LooseCredit {
  readonly passage: Passage;
  readonly credit: Credit;
}

/** The parts of an article that are not running text. */
export interface Furniture {
  /** The first is the article's byline; more than one means that it is signed twice. */
  readonly bylines: readonly FoundByline[];
  /** What says at the end where the text is from, or may say who wrote it, where no byline does: `（本报综合）`. */
  readonly looseSignature?: Place;
  readonly pictures: readonly Picture[];
  readonly looseCredits: readonly LooseCredit[];
  readonly sections: readonly Section[];
  readonly editors: readonly EditorLine[];
  /** Source ranges of passages that are wholly furniture. */
  readonly ranges: readonly Range[];
}
