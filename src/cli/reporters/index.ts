import type { ReportFormat } from '../../house/report-formats.ts';
import type { Reporter } from '../report.ts';

/**
 * The formats of reports by their names: a format is a line here and a file beside it. One is loaded, and none of the
 * others: start-up time is felt on every save.
 */
export const reporters: Readonly<Record<ReportFormat, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  unix: async () => (await import('./unix.ts')).unix,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  tap: async () => (await import('./tap.ts')).tap,
  html: async () => (await import('./html.ts')).html,
  csv: async () => (await import('./csv.ts')).csv,
};
