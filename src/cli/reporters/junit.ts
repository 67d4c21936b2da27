import type { Reporter } from '../report.ts';
import { xml } from './xml.ts';

/** JUnit's XML, as Jenkins, GitLab and Azure read it: an article is a suite, each finding a failed case. */
export const junit: Reporter = ({ files, summary }) => {
  const failures = summary.error + summary.warning + summary.info;
  const cases = files.reduce((sum, file) => sum + Math.max(1, file.findings.length), 0);
  const suites = files.map(({ path, findings }) => {
    const inner = findings.map(
      ({ check, severity, message, range: { start } }) =>
        `    <testcase name="${xml(`${check} ${start.line}:${start.column}`)}" classname="${xml(path)}">\n` +
        `      <failure type="${severity}" message="${xml(message)}">` +
        `${xml(`${path}:${start.line}:${start.column}`)}</failure>\n    </testcase>\n`,
    );
    if (inner.length === 0) inner.push(`    <testcase name="copydesk" classname="${xml(path)}"/>\n`);
    const counts = `tests="${inner.length}" failures="${findings.length}" errors="0"`;
    return `  <testsuite name="${xml(path)}" ${counts}>\n${inner.join('')}  </testsuite>\n`;
  });
  const time = (summary.milliseconds / 1000).toFixed(3);
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites name="copydesk" tests="${cases}" failures="${failures}" errors="0" time="${time}">\n` +
    `${suites.join('')}</testsuites>\n`
  );
};
