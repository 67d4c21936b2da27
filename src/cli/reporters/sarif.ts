import { inLocale, type Localized, type Severity } from '../../model/finding.ts';
import type { Reporter } from '../report.ts';

const levelOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), for code scanning; columns are UTF-16 units. */
export const sarif: Reporter = function* (report, { locale, aboutCheck, fromTop }): Iterable<string> {
  const checks = [...new Set(report.files.flatMap((file) => file.findings.map((finding) => finding.check)))].sort();
  const results = report.files.flatMap((file) =>
    file.findings.map(({ check, severity, message, range, fixes }) => ({
      ruleId: check,
      ruleIndex: checks.indexOf(check),
      level: levelOf[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uri(fromTop(file.path)) },
            region: {
              startLine: range.start.line,
              startColumn: range.start.column,
              endLine: range.end.line,
              endColumn: range.end.column,
              charOffset: range.start.offset,
              charLength: range.end.offset - range.start.offset,
            },
          },
        },
      ],
      ...(fixes.length === 0
        ? {}
        : {
            fixes: fixes.map(({ title, edits }) => ({
              description: { text: title },
              artifactChanges: [
                {
                  artifactLocation: { uri: uri(fromTop(file.path)) },
                  replacements: edits.map(({ start, end, text }) => ({
                    deletedRegion: { charOffset: start, charLength: end - start },
                    insertedContent: { text },
                  })),
                },
              ],
            })),
          }),
    })),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Copydesk',
            rules: checks.map((id) => {
              const about = aboutCheck(id);
              if (about === undefined) return { id };
              const text = (words: Localized) => ({ text: inLocale(words, locale) });
              return { id, shortDescription: text(about.title), fullDescription: text(about.summary) };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  };
  // A result a line: see the reporter of JSON.
  const [head, tail] = JSON.stringify(log, undefined, 2).split('"results": []');
  yield `${head}"results": [`;
  for (const [index, result] of results.entries()) yield `${index === 0 ? '' : ','}\n        ${JSON.stringify(result)}`;
  yield `${results.length === 0 ? '' : '\n      '}]${tail}\n`;
};

/** A relative reference (RFC 3986) for a path with `/` separators. */
function uri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
