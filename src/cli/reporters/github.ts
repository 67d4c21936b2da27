import { inLocale, type Severity } from '../../model/finding.ts';
import type { Reporter } from '../report.ts';
import { visible } from './visible.ts';

const commandOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations of GitHub Actions (workflow commands); escaping as in `@actions/core`. */
export const github: Reporter = (report, { locale, aboutCheck, fromTop }) => {
  const titled = (check: string): string => {
    const title = aboutCheck(check)?.title;
    return title === undefined ? `Copydesk ${check}` : `${inLocale(title, locale)} (Copydesk ${check})`;
  };
  const lines = report.files.flatMap((file) =>
    file.findings.map(({ check, severity, message, source, range: { start, end } }) => {
      const properties = [
        `file=${property(fromTop(file.path))}`,
        `line=${start.line}`,
        `endLine=${end.line}`,
        // GitHub knows columns only of a range within one line.
        ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
        `title=${property(titled(check))}`,
      ];
      const text = source === undefined ? message : `${message} (${source})`;
      return `::${commandOf[severity]} ${properties.join(',')}::${escaped(text)}\n`;
    }),
  );
  const notes = report.notes.map(
    ({ path, message, failed }) =>
      `::${failed ? 'error' : 'warning'} file=${property(fromTop(path))}::${escaped(message)}\n`,
  );
  return [...lines, ...notes].join('');
};

function escaped(text: string): string {
  // Lines may be many; what else would move a cursor or turn a line round is shown instead.
  const shown = text.split(/(\r\n|\r|\n)/).map((part, index) => (index % 2 === 0 ? visible(part) : part));
  return shown.join('').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
