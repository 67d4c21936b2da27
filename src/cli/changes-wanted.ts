import { type LineSpan, touches } from '../model/line-spans.ts';
import type { Source } from './read-articles.ts';
import type { FileReport } from './report.ts';
import type { Run } from './run.ts';

/** The articles that a run asks for; git is looked at only where those are not all. Throws `UsageError`. */
export async function changedSources(run: Run, sources: readonly Source[]): Promise<readonly Source[]> {
  const { changed, staged, since } = run.values;
  if (!changed && !staged && since === undefined) return sources;
  const { changesOf } = await import('./changes.ts');
  return changesOf(run, sources);
}

/** The lines that a source was narrowed to; absent: all. */
export function linesOf(source: Source | undefined): readonly LineSpan[] | undefined {
  return source === undefined || 'stdin' in source ? undefined : source.lines;
}

/** What was found on some lines; all of it where no lines are asked for. */
export function narrowed(report: FileReport, lines: readonly LineSpan[] | undefined): FileReport {
  if (lines === undefined) return report;
  const findings = report.findings.filter(({ range: { start, end } }) => {
    // An end at the head of a line is the end of the line before.
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    return touches(lines, start.line - 1, last - 1);
  });
  return { ...report, findings };
}
