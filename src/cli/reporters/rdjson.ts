import type { Severity } from '../../model/finding.ts';
import { type LineStarts, lineAt, lineStarts } from '../../model/range.ts';
import type { Reporter } from '../report.ts';

const severityOf: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/**
 * reviewdog's Diagnostic Format, rdjson. Its columns count bytes of UTF-8, so they need the text; without it lines stand
 * alone. A suggestion is one edit: fixes of several are left to `copydesk fix`.
 */
export const rdjson: Reporter = (report, { textOf }) => {
  const diagnostics = report.files.flatMap((file) => {
    const text = file.findings.length === 0 ? undefined : textOf(file.path);
    const lines = text === undefined ? undefined : lineStarts(text);
    const place = (offset: number, line: number) =>
      text === undefined || lines === undefined ? { line } : placeOf(text, lines, offset);
    return file.findings.map(({ check, severity, message, source, range: { start, end }, fixes }) => {
      const suggestions = fixes.flatMap(({ edits: [edit, ...more] }) =>
        edit === undefined || more.length > 0 || text === undefined
          ? []
          : [{ range: { start: place(edit.start, start.line), end: place(edit.end, end.line) }, text: edit.text }],
      );
      return {
        message: source === undefined ? message : `${message} (${source})`,
        location: {
          path: file.path,
          range: { start: place(start.offset, start.line), end: place(end.offset, end.line) },
        },
        severity: severityOf[severity],
        code: { value: check },
        ...(suggestions.length === 0 ? {} : { suggestions }),
      };
    });
  });
  return `${JSON.stringify({ source: { name: 'copydesk' }, diagnostics }, undefined, 2)}\n`;
};

/** Line and column from 1, columns in bytes. */
function placeOf(text: string, lines: LineStarts, offset: number): { readonly line: number; readonly column: number } {
  const line = lineAt(lines, offset);
  return { line: line + 1, column: Buffer.byteLength(text.slice(lines[line] ?? 0, offset)) + 1 };
}
