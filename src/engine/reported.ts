import { type Finding, type Fix, inLocale, type Locale, type Severity } from '../model/finding.ts';
import { type LineStarts, positionAt, type TextEdit } from '../model/range.ts';
import { fixEdits } from './fix-edits.ts';
import type { Review } from './review.ts';

/** A place in a file: line and column count from 1, columns and offsets in UTF-16 units, offsets from 0. */
interface ReportedPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A way to mend a finding; edits are of the decoded text and do not overlap. */
interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A finding as whoever is no part of Copydesk gets it: reports, agents, programs that use the library. */
export interface ReportedFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source?: string;
  readonly range: { readonly start: ReportedPosition; readonly end: ReportedPosition };
  readonly fixes: readonly ReportedFix[];
}

/** One file that was read: an article, or a house file or picture that something is said of. */
export interface FileReport {
  /** Relative to the working folder, with `/`; as given for standard input. */
  readonly path: string;
  /** Characters as editors count them (字数); 0 for what is no article. */
  readonly characters: number;
  /** Mistakes as the house weighs them, for the error rate; 0 for what is no article. */
  readonly mistakes: number;
  /** In source order. */
  readonly findings: readonly ReportedFinding[];
}

/** Reports what a review found in one file. */
export function reportFile(
  path: string,
  review: Pick<Review, 'findings' | 'characters' | 'mistakes'>,
  lines: LineStarts,
  locale: Locale,
): FileReport {
  return {
    path,
    characters: review.characters,
    mistakes: review.mistakes,
    findings: review.findings.map((finding) => reportFinding(finding, lines, locale)),
  };
}

/** Says a finding in one language, with places as people count them. */
export function reportFinding(finding: Finding, lines: LineStarts, locale: Locale): ReportedFinding {
  return {
    check: finding.check,
    severity: finding.severity,
    message: inLocale(finding.message, locale),
    ...(finding.source === undefined ? {} : { source: finding.source }),
    range: { start: reportPlace(finding.at.start, lines), end: reportPlace(finding.at.end, lines) },
    fixes: finding.fixes.flatMap((fix) => reportFix(finding, fix, locale)),
  };
}

/** An offset as people count places. */
export function reportPlace(offset: number, lines: LineStarts): ReportedPosition {
  const { line, column } = positionAt(lines, offset);
  return { line: line + 1, column: column + 1, offset };
}

/** A fix whose edits of prose cannot be written into the source is no fix. */
function reportFix(finding: Finding, fix: Fix, locale: Locale): readonly ReportedFix[] {
  const edits = fixEdits(finding, fix);
  if (edits === undefined) return [];
  return [{ title: inLocale(fix.title, locale), safe: fix.safe, edits: edits.map(plain) }];
}

function plain({ start, end, text }: TextEdit): TextEdit {
  return { start, end, text };
}
