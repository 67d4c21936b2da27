import type { Rule } from '../../checks/check.ts';
import { ruleOf, rules, titleOf } from '../../checks/index.ts';
import { pageFor } from '../../checks/page.ts';
import { pageText } from '../../checks/pages.ts';
import { inLocale } from '../../model/finding.ts';
import { requireChecks } from '../checks-wanted.ts';
import type { Run } from '../run.ts';

/** `copydesk explain`: the page of a check, or all checks with a sentence each. Returns the exit code. */
export async function explain({ io, say, values, operands, locale }: Run): Promise<number> {
  const asked = operands[0];
  const json = values.format === 'json';
  const row = ({ id: check, title, severity, summary, source }: Rule) => ({
    check,
    title: inLocale(title, locale),
    severity,
    summary: inLocale(summary, locale),
    source,
  });
  if (asked === undefined) {
    if (json) {
      io.stdout.write(`${JSON.stringify(rules.map(row), undefined, 2)}\n`);
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
  // What readers call a check stands first in every report.
  const id = rules.find(({ title }) => isSameName(title.en, asked) || isSameName(title.zh, asked))?.id ?? asked;
  requireChecks([id], say);
  const text = await pageText(id);
  const page = text === undefined ? `# ${id}\n` : pageFor(text, titleOf(id, locale), locale);
  const rule = json ? ruleOf(id) : undefined;
  io.stdout.write(rule ? `${JSON.stringify({ ...row(rule), page }, undefined, 2)}\n` : page);
  return 0;
}

const isSameName = (name: string, asked: string): boolean => name.toLowerCase() === asked.trim().toLowerCase();
