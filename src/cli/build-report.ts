import { errorRate } from '../engine/error-rate.ts';
import { fixEdits } from '../engine/fix.ts';
import type { Review } from '../engine/review.ts';
import { type Finding, type Fix, inLocale, type Locale, type Severity } from '../model/finding.ts';
import { type LineStarts, positionAt, type TextEdit } from '../model/range.ts';
import type { FileReport, Note, Report, ReportedFinding, ReportedFix, ReportedPosition } from './report.ts';

/** Reports what a review found in one file. */
export function reportFile(path: string, review: Review, lines: LineStarts, locale: Locale): FileReport {
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
    range: { start: place(finding.at.start, lines), end: place(finding.at.end, lines) },
    fixes: finding.fixes.flatMap((fix) => reportFix(finding, fix, locale)),
  };
}

function place(offset: number, lines: LineStarts): ReportedPosition {
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

/**
 * Adds everything up. Articles, houses and notes stand in order of their paths, however they came about: what several
 * threads or machines found is then the same as what one did. `houses`: house files with faults, which are no articles. `milliseconds`: how long the run took.
 */
export function buildReport(
  articles: readonly FileReport[],
  houses: readonly FileReport[],
  notes: readonly Note[],
  milliseconds: number,
): Report {
  const files = [...inOrder(articles), ...inOrder(houses)];
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let characters = 0;
  let mistakes = 0;
  for (const file of files) {
    characters += file.characters;
    mistakes += file.mistakes;
    for (const finding of file.findings) count[finding.severity]++;
  }
  return {
    version: '1',
    files,
    notes: inOrder(notes),
    summary: {
      files: articles.length,
      ...count,
      characters,
      mistakes,
      errorRate: errorRate(mistakes, characters),
      milliseconds,
    },
  };
}

/** In order of path, by UTF-16 units; what is said of one file stays as it was. */
function inOrder<T extends { readonly path: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
