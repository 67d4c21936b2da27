import type { Severity } from '../model/finding.ts';
import type { ChangesNews } from './compare-protocol.ts';

/** Checking what is not open. */
export interface NewsroomRequests {
  /** Checks every article of every folder (or of one folder or file); progress goes to `workDoneToken`. */
  'copydesk/checkNewsroom': {
    params: {
      readonly uri?: string;
      readonly workDoneToken?: string | number;
      /** Only these files, and of them what touches lines that changed; `uri` says which of them. */
      readonly changes?: ChangesNews;
      /** Whether the findings are wanted too, and not their number alone. */
      readonly listed?: boolean;
    };
    result: NewsroomCount;
  };
}

/** What one look at the newsroom found. */
export interface NewsroomCount {
  readonly files: number;
  readonly characters: number;
  readonly counts: Counts;
  readonly cancelled: boolean;
  /** What was found, by file and place, where that was wanted. */
  readonly found?: readonly FoundThere[];
}

/** A finding as a list has it. */
export interface FoundThere {
  readonly uri: string;
  /** From 1, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly message: string;
  readonly check: string;
}

/** Findings by severity. */
export type Counts = Readonly<Record<Severity, number>>;
