import type { Hover } from 'vscode-languageserver';
import { hoverPerson } from '../assist/people-help.ts';
import { aboutTerm } from '../assist/terms-help.ts';
import { titleOf } from '../checks/index.ts';
import { parsePage, proseIn } from '../checks/page.ts';
import { pageText } from '../checks/pages.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';
import { fieldHover } from './front-matter.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';

/** What to show for a place: findings with their check's page, allowances, front-matter fields. */
export async function hoverAt(
  reviewed: Reviewed,
  offset: number,
  locale: Locale,
  commands: boolean,
): Promise<Hover | null> {
  const { article } = reviewed;
  const covers = ({ start, end }: Range) => start <= offset && offset <= Math.max(end, start + 1);
  const allowance = article.allowances.find(({ at }) => covers(at));
  const here = reviewed.findings.filter(({ at }) => covers(at)).sort((a, b) => size(a.at) - size(b.at));
  const checks = [...new Set([...here.map((finding) => finding.check), ...(allowance ? [allowance.check] : [])])];
  // A finding that covers the whole article would put its page over every word.
  const narrow = checks.filter(
    (check) => allowance?.check === check || here.some((finding) => finding.check === check && size(finding.at) < 400),
  );
  const parts: string[] = [];
  const person = hoverPerson(article, reviewed.inForce.house, offset);
  if (person) parts.push(inLocale(person.text, locale));
  const field = person ? undefined : fieldHover(article, reviewed.inForce.house, offset, locale);
  if (field) parts.push(field.markdown);
  for (const finding of here) {
    const term = aboutTerm(finding, reviewed.inForce.house, article);
    if (term) parts.push(inLocale(term, locale));
  }
  for (const check of narrow.slice(0, 3)) {
    const part = await about(check, here.find((finding) => finding.check === check)?.source, locale, commands);
    if (part !== undefined) parts.push(part);
  }
  if (parts.length === 0) return null;
  const range =
    here.find((finding) => finding.check === narrow[0])?.at ?? allowance?.at ?? person?.range ?? field?.range;
  return {
    contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') },
    ...(range ? { range: lspRange(article.lines, range) } : {}),
  };
}

/** A check's page as Markdown in one language: what it is about, without the examples. */
async function about(
  check: string,
  source: string | undefined,
  locale: Locale,
  commands: boolean,
): Promise<string | undefined> {
  const text = await pageText(check);
  if (text === undefined) return undefined;
  const page = parsePage(text);
  const lines = [`**${titleOf(check, locale)}** · \`${check}\``, proseIn(page, locale)];
  if (source !== undefined) lines.push(`*${say(locale, 'basis', { source })}*`);
  if (commands)
    lines.push(`[${say(locale, 'page')}](command:copydesk.explain?${encodeURIComponent(JSON.stringify([check]))})`);
  return lines.join('\n\n');
}

function size({ start, end }: Range): number {
  return end - start;
}
