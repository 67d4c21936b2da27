import type { Range, TextEdit } from '../range.ts';
import type { FenceFaultCode, FrontMatterKind } from './front-matter.ts';

/** What is wrong with the lines around the front matter, though it can be read. */
export interface FenceFault extends Range {
  readonly code: FenceFaultCode;
  /** The line as it stands. */
  readonly written: string;
  readonly edits: readonly TextEdit[];
}

/** Where the front matter lies, before it is read. All offsets are UTF-16 units into the whole text. */
export interface Fences {
  readonly kind: FrontMatterKind;
  readonly range: Range;
  readonly inner: Range;
  readonly bodyStart: number;
  readonly faults?: readonly FenceFault[];
}
