import { severities } from '../../model/finding.ts';
import type { Reporter } from '../report.ts';
import { visible } from './visible.ts';

/** The Test Anything Protocol, version 14: an article is a test; one with findings at or above the threshold fails. */
export const tap: Reporter = ({ files, notes }, { threshold }) => {
  const least = severities.indexOf(threshold);
  const points = [
    ...files.map(({ path, findings }) => ({
      path,
      fails: findings.some(({ severity }) => severities.indexOf(severity) <= least),
      findings: findings.map(({ check, severity, message, range: { start } }) => ({
        check,
        severity,
        message,
        line: start.line,
        column: start.column,
      })),
    })),
    ...notes
      .filter(({ failed }) => failed)
      .map(({ path, code, message }) => ({
        path,
        fails: true,
        findings: [{ check: code, severity: 'error', message }],
      })),
  ];
  const lines = points.map(({ path, fails, findings }, index) => {
    const head = `${fails ? 'not ok' : 'ok'} ${index + 1} - ${description(path)}\n`;
    if (findings.length === 0) return head;
    // JSON is YAML, and nothing in it can be taken for markup.
    const details = findings.map((finding) => `    - ${JSON.stringify(finding)}\n`);
    return `${head}  ---\n  findings:\n${details.join('')}  ...\n`;
  });
  return `TAP version 14\n1..${points.length}\n${lines.join('')}`;
};

/** In a description a hash begins a directive. */
function description(path: string): string {
  return visible(path).replace(/[\\#]/g, '\\$&');
}
