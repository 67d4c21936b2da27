import { type Diagnostic, DiagnosticSeverity, type Range as LspRange } from 'vscode-languageserver';
import { titleOf } from '../checks/index.ts';
import { type Finding, inLocale, type Locale, type Severity } from '../model/finding.ts';
import { type LineStarts, positionAt, type Range } from '../model/range.ts';
import type { Counts } from './newsroom-protocol.ts';
import { pageScheme } from './protocol.ts';
import { say } from './words.ts';

/** The name under which findings appear in the list of problems. */
export const diagnosticSource = 'Copydesk';

/** The code of the finding for a text that was read with the wrong encoding. */
export const garbledCode = 'wrong-encoding';

/** The code of what says that not all findings are shown. */
const tooManyCode = 'too-many-findings';

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A stretch of text as LSP points at it. */
export function lspRange(lines: LineStarts, range: Range): LspRange {
  const start = positionAt(lines, range.start);
  const end = positionAt(lines, range.end);
  return { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } };
}

/** The uri of the document that shows a check's page, in clients that have it. */
function pageUri(check: string): string {
  return `${pageScheme}:/checks/${check}.md`;
}

/** A finding as LSP says it. `pages`: whether the client can open {@link pageUri}. */
function toDiagnostic(finding: Finding, lines: LineStarts, locale: Locale, pages: boolean): Diagnostic {
  return {
    range: lspRange(lines, finding.at),
    severity: levels[finding.severity],
    code: finding.check,
    ...(pages ? { codeDescription: { href: pageUri(finding.check) } } : {}),
    source: diagnosticSource,
    message: wordsOf(finding, locale),
  };
}

/** As many findings of one document are shown: more than anybody reads, and no more than VS Code lists. */
const mostShown = 1000;

/**
 * Findings as LSP says them. Of too many the gravest are shown, and the last one says how many are left out.
 * `pages`: whether the client can open {@link pageUri}.
 */
export function toDiagnostics(
  findings: readonly Finding[],
  lines: LineStarts,
  locale: Locale,
  pages: boolean,
): readonly Diagnostic[] {
  const shown = findings.length > mostShown ? gravest(findings, mostShown - 1) : findings;
  const diagnostics = shown.map((finding) => toDiagnostic(finding, lines, locale, pages));
  const last = diagnostics.at(-1);
  if (shown.length === findings.length || last === undefined) return diagnostics;
  const message = say(locale, 'moreFindings', { count: findings.length - shown.length });
  const { range } = last;
  const more = { range, severity: DiagnosticSeverity.Warning, code: tooManyCode, source: diagnosticSource, message };
  return [...diagnostics, more];
}

/** The gravest findings, as many as `most`, in the order in which they came. */
function gravest(findings: readonly Finding[], most: number): readonly Finding[] {
  const kept = new Set<Finding>();
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const finding of findings) {
      if (kept.size === most) return findings.filter((one) => kept.has(one));
      if (finding.severity === severity) kept.add(finding);
    }
  }
  return findings.filter((one) => kept.has(one));
}

/** The message of a finding and, on a line of its own, what kind of thing it is and what it rests on. */
export function wordsOf({ check, message, source }: Finding, locale: Locale): string {
  const kind = [titleOf(check, locale), ...(source === undefined ? [] : [say(locale, 'basis', { source })])];
  return `${inLocale(message, locale)}\n${kind.join(' · ')}`;
}

/** How many findings there are of each severity. */
export function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** Adds up counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info };
}
