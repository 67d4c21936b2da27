import type { Localized } from '../model/finding.ts';
import type { Range } from '../model/range.ts';

/** What may be written at the cursor, be it of an article or of a house file. */
export interface Suggestion {
  /** What the list shows. */
  readonly label: string;
  /** Beside it, on one line. */
  readonly detail: Localized;
  /** Markdown about it; empty where the detail says it all. */
  readonly about: Localized;
  /** What is replaced: part of one line that holds the cursor. */
  readonly range: Range;
  readonly text: string;
  /** The same with tab stops, as VS Code and LSP write snippets; absent where there is nothing to fill in. */
  readonly snippet?: string;
  /** What the typed letters are matched with: labels and aliases, the name first. */
  readonly filter: string;
}
