import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';

import { editsBetween } from '../engine/edits-between.ts';
import { applyFixes, fixEdits, type Wanted } from '../engine/fix.ts';
import { review } from '../engine/review.ts';
import type { Article } from '../model/article.ts';
import type { Finding, Fix } from '../model/finding.ts';
import type { FoundByline } from '../model/furniture/furniture.ts';
import { nameKey } from '../model/name-key.ts';
import { parseArticle } from '../model/parse.ts';
import type { Range } from '../model/range.ts';
import { type Asker, plainEdit } from './actions.ts';
import { lspRange } from './diagnostics.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';

/** The check that says how a byline is written. */
const form = 'malformed-byline';

/** Mending one thing may show another, but never this often. */
const mostPasses = 5;

/**
 * One action for the byline under the cursor, wherever in it the cursor stands: all that is wrong with its brackets,
 * blanks and separators mended together, and the result said. `undefined` where nothing can be mended without
 * touching who is named.
 *
 * @param shown the client's diagnostics at the cursor. VS Code lists an action that is tied to one, and preferred,
 *   before all others, wherever the server puts it
 */
export function bylineAction(
  reviewed: Reviewed,
  range: Range,
  shown: readonly Diagnostic[],
  { locale, client }: Asker,
): CodeAction | undefined {
  const { article } = reviewed;
  const index = article.furniture.bylines.findIndex((found) => {
    const at = placeOf(found);
    return at.start <= range.end && range.start <= at.end;
  });
  const before = article.furniture.bylines[index];
  if (before === undefined) return undefined;
  for (const isWanted of [() => true, ({ safe }: Fix) => safe]) {
    const after = mended(reviewed, index, isWanted);
    const now = after.furniture.bylines[index];
    if (after === article || now === undefined || namesIn(now) !== namesIn(before)) continue;
    const { from, to } = now.byline;
    return {
      title: say(locale, 'bylineAs', { expected: now.passage.prose.rendered.slice(from, to) }),
      kind: CodeActionKind.QuickFix,
      diagnostics: within(article, placeOf(before), shown),
      isPreferred: true,
      edit: plainEdit(client, reviewed, editsBetween(article.text, after.text)),
    };
  }
  return undefined;
}

function placeOf({ passage, byline }: FoundByline): Range {
  return passage.prose.at(byline.from, byline.to);
}

function within({ lines }: Article, place: Range, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start, end } = lspRange(lines, place);
  return shown.filter(
    ({ range }) =>
      range.start.line === start.line &&
      range.start.character >= start.character &&
      range.end.line === end.line &&
      range.end.character <= end.character,
  );
}

const namesIn = ({ byline }: FoundByline): string => byline.people.map(({ name }) => nameKey(name)).join('\0');

/** An article with what is wrong with one of its bylines mended; itself where nothing is. */
function mended(
  { article, findings, inForce, facts }: Reviewed,
  index: number,
  isWanted: (fix: Fix) => boolean,
): Article {
  let now = article;
  let found = findings;
  for (let pass = 0; pass < mostPasses; pass++) {
    const byline = now.furniture.bylines[index];
    const { text, applied } = applyFixes(now, byline ? mending(found, placeOf(byline), isWanted) : []);
    if (applied === 0) break;
    now = parseArticle(text);
    found = review(now, inForce.house, facts).findings;
  }
  return now;
}

/** The fixes that stay inside a byline. A choice between several is left to the desk. */
function mending(findings: readonly Finding[], inside: Range, isWanted: (fix: Fix) => boolean): readonly Wanted[] {
  return findings.flatMap((finding) => {
    const ofForm = finding.check === form;
    const fix = ofForm && finding.fixes.length > 1 ? undefined : finding.fixes.find((one) => one.safe || ofForm);
    const edits = fix && isWanted(fix) ? fixEdits(finding, fix) : undefined;
    if (fix === undefined || edits === undefined || edits.length === 0) return [];
    return edits.every(({ start, end }) => inside.start <= start && end <= inside.end) ? [{ finding, fix }] : [];
  });
}
