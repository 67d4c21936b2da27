import type { Reporter } from '../report.ts';

/** One finding a line, each with its path. Nothing found, nothing printed. */
export const ndjson: Reporter = (report) =>
  report.files
    .flatMap((file) => file.findings.map((finding) => `${JSON.stringify({ path: file.path, ...finding })}\n`))
    .join('');
