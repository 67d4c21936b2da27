import type { FileReport } from '../engine/reported.ts';
import type { Locale, Localized, Severity } from '../model/finding.ts';

export type { FileReport, ReportedFinding } from '../engine/reported.ts';

/** Something that was noticed about a file besides its text, such as that it could not be read. */
export interface Note {
  readonly path: string;
  /** Such as `binary`, `unreadable`, `encoding-gb18030`. */
  readonly code: string;
  readonly message: string;
  /** The file was left out, or not written, against the user's wish: the exit code is 2. */
  readonly failed: boolean;
}

/** One of several runs that share the articles of a newsroom: the first is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Totals of a run. */
interface Summary {
  /** Articles that were read; house files do not count. */
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly characters: number;
  /** Of all articles, as their houses weigh them. */
  readonly mistakes: number;
  /** Mistakes in 10,000 characters (差错率). */
  readonly errorRate: number;
  readonly milliseconds: number;
  /** Which of how many runs this was, where several share the articles; the first is 1. */
  readonly shard?: Shard;
}

/** The whole of what a run found: what `--format json` prints, described by `output.schema.json`. */
export interface Report {
  readonly version: '1';
  readonly files: readonly FileReport[];
  readonly notes: readonly Note[];
  readonly summary: Summary;
}

/** What a format may know besides. */
export interface ReportContext {
  readonly locale: Locale;
  readonly color: boolean;
  /** The least severity that makes a run fail. */
  readonly threshold: Severity;
  /** Width to fit into, in cells. */
  readonly columns: number;
  /** Gives the text of a file of the report, for formats that show it; `undefined` when it is not at hand. */
  readonly textOf: (path: string) => string | undefined;
  /** A path of the report as the service that runs us counts it: from the top of what it checked out. */
  readonly fromTop: (path: string) => string;
  /** What readers call a check, and the sentence that says what it wants; `undefined` when there is no such check. */
  readonly aboutCheck: (check: string) => { readonly title: Localized; readonly summary: Localized } | undefined;
}

/** A format: the text of the report, whole or in pieces. */
export type Reporter = (report: Report, context: ReportContext) => string | Iterable<string>;
