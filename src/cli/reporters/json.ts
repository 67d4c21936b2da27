import type { Reporter } from '../report.ts';

/** The contract: one JSON document, described by `output.schema.json`. */
export const json: Reporter = (report) => `${JSON.stringify(report, undefined, 2)}\n`;
