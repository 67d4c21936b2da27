import { allowField } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import { HTML } from '../model/markdown/html-tags.ts';
import { lineAt, type TextEdit } from '../model/range.ts';
import { changeEntry } from './change-entry.ts';

/**
 * The edits that allow a finding where it stands: a comment before its block, or an item of the house's field for
 * allowances, by the name that the article gives it, for a finding in the front matter. None for findings that cannot
 * be allowed, because the front matter cannot be read or because they are about allowances.
 * @param reason the reason to write; a placeholder is fine
 */
export function allowanceEdits(article: Article, house: House, finding: Finding, reason: string): readonly TextEdit[] {
  if (unallowable.has(finding.check)) return [];
  const { frontMatter } = article;
  if (
    finding.at.start < frontMatter.bodyStart ||
    (frontMatter.kind === 'yaml' && finding.at.end <= frontMatter.range.end)
  ) {
    return inFrontMatter(article, house, finding.check, reason);
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

function beforeBlock(article: Article, finding: Finding, reason: string): readonly TextEdit[] {
  const line = lineAt(article.lines, finding.at.start);
  // A part of raw HTML that goes on around Markdown is no block that a comment could stand before.
  const block = article.tokens.find(
    ({ level, map, markup, nesting }) =>
      level === 0 && nesting >= 0 && markup !== HTML && map !== null && map[0] <= line && line < map[1],
  );
  const start = article.lines[block?.map?.[0] ?? -1];
  if (start === undefined) return [];
  return [{ start, end: start, text: `<!-- allow ${finding.check}: ${reason} -->${lineBreak(article)}` }];
}

function inFrontMatter(article: Article, house: House, check: string, reason: string): readonly TextEdit[] {
  const { kind } = article.frontMatter;
  return kind === 'yaml'
    ? changeEntry(article, house, allowField(house), { kind: 'add', texts: { check, reason } })
    : [];
}

/** The line end that the article uses. */
function lineBreak({ text, lines }: Article): string {
  const second = lines[1];
  return second !== undefined && text.slice(second - 2, second) === '\r\n' ? '\r\n' : '\n';
}
