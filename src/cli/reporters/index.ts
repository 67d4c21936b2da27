import type { Format } from '../commands.ts';
import type { Reporter } from '../report.ts';

/** Loads one format, and none of the others: start-up time is felt on every save. */
export async function loadReporter(format: Format): Promise<Reporter> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).pretty;
    case 'json':
      return (await import('./json.ts')).json;
    case 'ndjson':
      return (await import('./ndjson.ts')).ndjson;
    case 'github':
      return (await import('./github.ts')).github;
    case 'sarif':
      return (await import('./sarif.ts')).sarif;
    case 'junit':
      return (await import('./junit.ts')).junit;
    case 'checkstyle':
      return (await import('./checkstyle.ts')).checkstyle;
  }
}
