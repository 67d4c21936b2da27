import type { Report, Reporter } from '../report.ts';

/**
 * The contract: one JSON document, described by `output.schema.json`, a finding a line. Indented throughout, an article
 * in which one mark is wrong fifty thousand times was three times as long; in pieces, since it need not be held whole.
 */
export const json: Reporter = function* ({ version, files, notes, summary }: Report): Iterable<string> {
  yield `{\n  "version": ${JSON.stringify(version)},\n  "files": [`;
  for (const [index, { path, characters, mistakes, findings }] of files.entries()) {
    const file = JSON.stringify({ path, characters, mistakes });
    yield `${index === 0 ? '' : ','}\n    ${file.slice(0, -1)},"findings":[`;
    for (const [at, finding] of findings.entries()) yield `${at === 0 ? '' : ','}\n      ${JSON.stringify(finding)}`;
    yield findings.length === 0 ? ']}' : '\n    ]}';
  }
  yield `${files.length === 0 ? '' : '\n  '}],\n  "notes": ${indented(notes)},\n  "summary": ${indented(summary)}\n}\n`;
};

function indented(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', '\n  ');
}
