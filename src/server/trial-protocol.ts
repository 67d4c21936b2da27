import type { TriedChange } from '../engine/tried-change.ts';

/** What a rule would change in the articles, as it is typed or by the rule at the cursor. */
export interface RuleTrial {
  /**
   * What the house is compared with: its files as they are saved; itself without the rule at the cursor, where nothing is
   * unsaved; `nothing`: there is neither.
   */
  readonly against: 'saved' | 'without' | 'nothing';
  /** The names of the files that were typed in, or the rule as it is written, cut. */
  readonly rule: string;
  /** What is typed has faults: what can be read of it was tried. */
  readonly faulty: boolean;
  /** How many articles were asked about. */
  readonly articles: number;
  readonly comes: number;
  readonly goes: number;
  readonly changes: number;
  /** The articles of which something else would be said, with the first so many places. */
  readonly files: readonly TriedFile[];
  /** How many places more there are than are listed. */
  readonly unlisted: number;
  readonly cancelled: boolean;
}

/** An article of which something else would be said. */
export interface TriedFile {
  readonly uri: string;
  /** From the opened folder. */
  readonly path: string;
  readonly places: readonly TriedPlace[];
}

/** A finding that would come, go, or be said or weighed otherwise. */
export interface TriedPlace extends TriedChange {
  /** Lines and UTF-16 units from 0. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Requests about rules that are not yet ones. */
export interface TrialRequests {
  /**
   * Tries a house file or a list of terms on every article of the opened folders. `offset`: the cursor, UTF-16 units. When
   * it is cancelled, the error says how far it came.
   */
  'copydesk/tryRule': {
    params: { readonly uri: string; readonly offset: number; readonly workDoneToken?: string | number };
    result: RuleTrial;
  };
}
