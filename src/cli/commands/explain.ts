import { rules } from '../../checks/index.ts';
import { pageFor } from '../../checks/page.ts';
import { pageText } from '../../checks/pages.ts';
import { inLocale } from '../../model/finding.ts';
import { requireChecks } from '../checks-wanted.ts';
import type { Run } from '../run.ts';

/** `copydesk explain`: the page of a check, or all checks with a sentence each. Returns the exit code. */
export async function explain({ io, say, values, operands, locale }: Run): Promise<number> {
  const id = operands[0];
  const json = values.format === 'json';
  if (id === undefined) {
    if (json) {
      const rows = rules.map(({ id: check, severity, summary, source }) => ({
        check,
        severity,
        summary: inLocale(summary, locale),
        source,
      }));
      io.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
      return 0;
    }
    const width = Math.max(...rules.map((check) => check.id.length));
    const severityWidth = Math.max(...rules.map((check) => check.severity.length));
    for (const { id: check, severity, summary } of rules) {
      io.stdout.write(`${check.padEnd(width)}  ${severity.padEnd(severityWidth)}  ${inLocale(summary, locale)}\n`);
    }
    return 0;
  }
  requireChecks([id], say);
  const text = await pageText(id);
  io.stdout.write(text === undefined ? `# ${id}\n` : pageFor(text, locale));
  return 0;
}
