import { rules, titleOf } from '../../checks/index.ts';
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
      const rows = rules.map(({ id: check, title, severity, summary, source }) => ({
        check,
        title: inLocale(title, locale),
        severity,
        summary: inLocale(summary, locale),
        source,
      }));
      io.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
      return 0;
    }
    const width = Math.max(...rules.map((check) => check.id.length));
    const colon = locale !== 'en' ? '：' : ': ';
    const severityWidth = Math.max(...rules.map((check) => check.severity.length));
    for (const { id: check, title, severity, summary } of rules) {
      const about = `${inLocale(title, locale)}${colon}${inLocale(summary, locale)}`;
      io.stdout.write(`${check.padEnd(width)}  ${severity.padEnd(severityWidth)}  ${about}\n`);
    }
    return 0;
  }
  requireChecks([id], say);
  const text = await pageText(id);
  io.stdout.write(text === undefined ? `# ${id}\n` : pageFor(text, titleOf(id, locale), locale));
  return 0;
}
