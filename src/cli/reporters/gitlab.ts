import { createHash } from 'node:crypto';
import type { Severity } from '../../model/finding.ts';
import type { Reporter } from '../report.ts';

const severityOf: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * GitLab's Code Quality report. A finding is known by what it says of which text, and not by its line: one that moved
 * with its paragraph is no new one to a merge request. Where several say the same, they are counted.
 */
export const gitlab: Reporter = (report, { textOf, fromTop }) => {
  const seen = new Map<string, number>();
  const issues = report.files.flatMap((file) => {
    const text = file.findings.length === 0 ? undefined : textOf(file.path);
    return file.findings.map(({ check, severity, message, source, range: { start, end } }) => {
      const about = [fromTop(file.path), check, message, text?.slice(start.offset, end.offset) ?? ''].join('\0');
      const times = (seen.get(about) ?? 0) + 1;
      seen.set(about, times);
      return {
        description: source === undefined ? message : `${message} (${source})`,
        check_name: check,
        fingerprint: createHash('sha256').update(`${about}\0${times}`).digest('hex').slice(0, 32),
        severity: severityOf[severity],
        location: { path: fromTop(file.path), lines: { begin: start.line, end: end.line } },
      };
    });
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};
