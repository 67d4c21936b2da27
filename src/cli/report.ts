import type { Locale, Localized, Severity } from '../model/finding.ts';
import type { TextEdit } from '../model/range.ts';

/** A place in a file: line and column count from 1, columns and offsets in UTF-16 units, offsets from 0. */
export interface ReportedPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A way to mend a finding; edits are of the decoded text and do not overlap. */
export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A finding as every format reports it. */
export interface ReportedFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source?: string;
  readonly range: { readonly start: ReportedPosition; readonly end: ReportedPosition };
  readonly fixes: readonly ReportedFix[];
}

/** One file that was read: an article, or a house file that has faults. */
export interface FileReport {
  /** Relative to the working folder, with `/`; as given for standard input. */
  readonly path: string;
  /** Characters as editors count them (字数); 0 for a house file. */
  readonly characters: number;
  /** Mistakes as the house weighs them, for the error rate; 0 for a house file. */
  readonly mistakes: number;
  /** In source order. */
  readonly findings: readonly ReportedFinding[];
}

/** Something that was noticed about a file besides its text, such as that it could not be read. */
export interface Note {
  readonly path: string;
  /** Such as `binary`, `unreadable`, `encoding-gb18030`. */
  readonly code: string;
  readonly message: string;
  /** The file was left out, or not written, against the user's wish: the exit code is 2. */
  readonly failed: boolean;
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
  /** Width to fit into, in cells. */
  readonly columns: number;
  /** Gives the text of a file of the report, for formats that show it; `undefined` when it is not at hand. */
  readonly textOf: (path: string) => string | undefined;
  /** What readers call a check, and the sentence that says what it wants; `undefined` when there is no such check. */
  readonly aboutCheck: (check: string) => { readonly title: Localized; readonly summary: Localized } | undefined;
}

/** A format: the text that goes to standard output. */
export type Reporter = (report: Report, context: ReportContext) => string;
