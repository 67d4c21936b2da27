import type { Reporter } from '../report.ts';

/** One finding a line, each with its path. Nothing found, nothing printed. */
export const ndjson: Reporter = function* ({ files }) {
  for (const { path, findings } of files) {
    for (const finding of findings) yield `${JSON.stringify({ path, ...finding })}\n`;
  }
};
