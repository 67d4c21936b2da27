import type { Options, Rule } from '../../src/checks/check.ts';
import { CHINESE, type ExpectedFinding, FACTS_END, FACTS_START } from '../../src/checks/page.ts';

const CHINESE_SEVERITY: Readonly<Record<Rule['severity'], string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  off: '默认关闭',
};

/** The lines of an article with a caret line under each finding, as a page shows them. */
export function drawCarets(text: string, findings: readonly ExpectedFinding[]): readonly string[] {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const out: string[] = [];
  for (const [index, line] of lines.entries()) {
    out.push(line);
    for (const finding of findings) {
      if (finding.line === index) out.push(...caretLines(finding));
    }
  }
  return out;
}

/** One expected finding as it stands on a page, in the languages that it has. */
export function caretLines(finding: ExpectedFinding): readonly string[] {
  const mark = finding.length === 0 ? '|' : '^'.repeat(finding.length);
  const line = `${' '.repeat(finding.column)}${mark}${finding.continues ? '…' : ''} ${finding.check}`;
  return [`${line}: ${finding.message}`, ...(finding.zh === undefined ? [] : [`${line}：${finding.zh}`])];
}

/** What every page says about its check between the heading and the prose, in Markdown of both languages. */
export function pageFacts(rule: Rule): readonly string[] {
  const { severity, source } = rule;
  const en = `Severity: ${severity}.${source === undefined ? '' : ` Rests on: ${source}.`}`;
  const zh = `级别：${CHINESE_SEVERITY[severity]}。${source === undefined ? '' : `依据：${source}。`}`;
  const lines = [FACTS_START, en, '', zh];
  const options = Object.entries<Options[string]>(('options' in rule && rule.options) || {});
  if (options.length > 0) {
    lines.push('', '| option | default | what it does | 作用 |', '|---|---|---|---|');
    for (const [name, option] of options) {
      const values = option.type === 'choice' ? ` (${option.values.map((value) => `\`${value}\``).join(', ')})` : '';
      const { en: about, zh: aboutZh } = option.about;
      lines.push(`| \`${name}\` | \`${JSON.stringify(option.default)}\`${values} | ${about} | ${aboutZh} |`);
    }
  }
  return [...lines, FACTS_END];
}

/** Puts the facts where they belong on a page, in place of the old ones. */
export function withFacts(text: string, facts: readonly string[]): string {
  const block = facts.join('\n');
  const start = text.indexOf(FACTS_START);
  const end = text.indexOf(FACTS_END);
  if (start !== -1 && end > start) return text.slice(0, start) + block + text.slice(end + FACTS_END.length);
  return text.replace(/^(# .+)\n+/, (_, heading: string) => `${heading}\n\n${block}\n\n`);
}

/** A page whose examples stand in the Chinese section gets the heading that they belong under. */
export function withExamplesHeading(text: string): string {
  const lines = text.split('\n');
  const chinese = lines.findIndex((line) => line.trim() === CHINESE);
  if (chinese === -1) return text;
  const next = lines.findIndex((line, index) => index > chinese && /^(?:## |```article)/.test(line));
  if (next === -1 || lines[next]?.startsWith('## ')) return text;
  // An English line above the first block speaks of the block.
  let at = next;
  while (at > chinese + 1 && lines[at - 1] === '') at--;
  while (at > chinese + 1 && /^[A-Z]/.test(lines[at - 1] ?? '')) at--;
  if (lines[at] === '') at = next;
  lines.splice(at, 0, '## Examples', '');
  return lines.join('\n');
}
