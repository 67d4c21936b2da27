import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import { lineAt, type TextEdit } from '../model/range.ts';

/**
 * The edit that allows a finding where it stands: a comment before its block, or an item of `allow:` in the front
 * matter for a finding there. `undefined` for findings that cannot be allowed, because the front matter cannot be
 * read or because they are about allowances.
 * @param reason the reason to write; a placeholder is fine
 */
export function allowanceEdit(article: Article, finding: Finding, reason: string): TextEdit | undefined {
  if (unallowable.has(finding.check)) return undefined;
  const { frontMatter } = article;
  if (
    finding.at.start < frontMatter.bodyStart ||
    (frontMatter.kind === 'yaml' && finding.at.end <= frontMatter.range.end)
  ) {
    return inFrontMatter(article, finding.check, reason);
  }
  return beforeBlock(article, finding, reason);
}

/** Findings about the article's very form, about allowances and about the checks themselves. */
const unallowable = new Set([
  'front-matter-syntax',
  'missing-front-matter',
  'unused-allowance',
  'check-failed',
  'house-file',
]);

function beforeBlock(article: Article, finding: Finding, reason: string): TextEdit | undefined {
  const line = lineAt(article.lines, finding.at.start);
  const block = article.tokens.find(
    ({ level, map, nesting }) => level === 0 && nesting >= 0 && map !== null && map[0] <= line && line < map[1],
  );
  const start = article.lines[block?.map?.[0] ?? -1];
  if (start === undefined) return undefined;
  return { start, end: start, text: `<!-- allow ${finding.check}: ${reason} -->${lineBreak(article)}` };
}

function inFrontMatter(article: Article, check: string, reason: string): TextEdit | undefined {
  const { frontMatter } = article;
  if (frontMatter.kind !== 'yaml' || frontMatter.faults.length > 0) return undefined;
  const end = lineBreak(article);
  const item = `  - ${check}: ${reason}${end}`;
  const allow = frontMatter.entries.find(({ key }) => key === 'allow' || key === '允许');
  if (!allow)
    return { start: frontMatter.inner.end, end: frontMatter.inner.end, text: `${lead(article)}allow:${end}${item}` };
  const last = allow.value.kind === 'list' ? allow.value.items.at(-1) : undefined;
  if (!last || article.text.slice(allow.keyAt.end, last.at.start).includes('[')) return undefined;
  const indent =
    /^[ \t]*/.exec(article.text.slice(article.lines[lineAt(article.lines, last.at.start)] ?? 0))?.[0] ?? '';
  return { start: allow.lines.end, end: allow.lines.end, text: `${indent}- ${check}: ${reason}${end}` };
}

/** A line break where the front matter's last line has none before the closing fence. */
function lead({ text, frontMatter: { inner } }: Article): string {
  return inner.end === inner.start || /[\r\n]/.test(text.charAt(inner.end - 1)) ? '' : '\n';
}

/** The line end that the article uses. */
function lineBreak({ text, lines }: Article): string {
  const second = lines[1];
  return second !== undefined && text.slice(second - 2, second) === '\r\n' ? '\r\n' : '\n';
}
