import { inLocale, type Localized } from '../../model/finding.ts';
import type { Reporter } from '../report.ts';

const columns: readonly Localized[] = [
  { en: 'File', zh: '文件' },
  { en: 'Line', zh: '行' },
  { en: 'Column', zh: '列' },
  { en: 'Severity', zh: '级别' },
  { en: 'Check', zh: '检查' },
  { en: 'Id', zh: '代号' },
  { en: 'Message', zh: '问题' },
  { en: 'Text', zh: '原文' },
  { en: 'Rests on', zh: '依据' },
  { en: 'Certain fix', zh: '可自动改正' },
];

/** A table for a spreadsheet (RFC 4180). It opens with a byte-order mark: without one, Excel takes Chinese for garbage. */
export const csv: Reporter = (report, { locale, textOf, aboutCheck }) => {
  const rows = report.files.flatMap(({ path, findings }) => {
    const text = findings.length === 0 ? undefined : textOf(path);
    return findings.map(({ check, severity, message, source = '', range: { start, end }, fixes }) => {
      const title = aboutCheck(check)?.title;
      return [
        path,
        String(start.line),
        String(start.column),
        severity,
        title === undefined ? check : inLocale(title, locale),
        check,
        message,
        text?.slice(start.offset, Math.min(end.offset, start.offset + 200)) ?? '',
        source,
        fixes.some(({ safe }) => safe) ? '1' : '0',
      ];
    });
  });
  const lines = [columns.map((column) => inLocale(column, locale)), ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
};

/** A spreadsheet would run a text that begins like a formula: an apostrophe before it makes it text. */
function cell(text: string): string {
  const shown = /^[\s\0]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
