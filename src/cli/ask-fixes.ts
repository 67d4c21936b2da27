import type { Facts } from '../checks/check.ts';
import { titleOf } from '../checks/index.ts';
import { applyFixes, fixEdits } from '../engine/fix.ts';
import { review } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { type Finding, type Fix, inLocale } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { applyEdits, lineAt, positionAt, type TextEdit } from '../model/range.ts';
import { excerpt } from './reporters/excerpt.ts';
import { visible } from './reporters/visible.ts';
import type { Run } from './run.ts';

/** What came of asking about one article. */
interface Asked {
  readonly text: string;
  /** How many findings were mended. */
  readonly applied: number;
  /** Nothing more is wanted, of the other articles either. */
  readonly stopped: boolean;
}

/** A fix that can be written, with what it changes. */
interface Offer {
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

type Answer =
  | { readonly kind: 'leave' | 'leave-check' | 'leave-file' | 'stop' }
  | { readonly kind: 'make'; at: number };

/**
 * Shows, one after the other, the findings of an article whose fixes are for a person to choose, each with its line and
 * with what each fix would make of it, and makes those that are chosen. What is left is not asked again.
 */
export async function askFixes(path: string, text: string, house: House, facts: Facts, run: Run): Promise<Asked> {
  const left = new Set<string>();
  const leftChecks = new Set<string>();
  let article = parseArticle(text);
  let applied = 0;
  // After each change the article is read again: what was found before may be gone, or stand elsewhere.
  for (let from = 0; ; ) {
    const next = nextOf(article, house, facts, from, left, leftChecks);
    if (next === undefined) return { text: article.text, applied, stopped: false };
    const { finding, offers } = next;
    show(path, article, finding, offers, run);
    const answer = await answerTo(offers.length, run);
    from = finding.at.start;
    if (answer.kind === 'stop') return { text: article.text, applied, stopped: true };
    if (answer.kind === 'leave-file') return { text: article.text, applied, stopped: false };
    if (answer.kind === 'leave-check') leftChecks.add(finding.check);
    const offer = answer.kind === 'make' ? offers[answer.at] : undefined;
    const done = offer && applyFixes(article, [{ finding, fix: offer.fix }]);
    if (done && done.applied > 0) {
      article = parseArticle(done.text);
      applied++;
    } else left.add(keyOf(finding));
  }
}

function nextOf(
  article: Article,
  house: House,
  facts: Facts,
  from: number,
  left: ReadonlySet<string>,
  leftChecks: ReadonlySet<string>,
): { readonly finding: Finding; readonly offers: readonly Offer[] } | undefined {
  for (const finding of review(article, house, facts).findings) {
    if (finding.at.start < from || leftChecks.has(finding.check) || left.has(keyOf(finding))) continue;
    const offers = finding.fixes.flatMap((fix): readonly Offer[] => {
      const edits = fixEdits(finding, fix);
      return edits !== undefined && applyFixes(article, [{ finding, fix }]).applied > 0 ? [{ fix, edits }] : [];
    });
    if (offers.length > 0) return { finding, offers };
  }
  return undefined;
}

function keyOf({ check, message, at }: Finding): string {
  return `${check}\n${at.start}\n${message.en}`;
}

function show(path: string, article: Article, finding: Finding, offers: readonly Offer[], { io, locale }: Run): void {
  const { line, column } = positionAt(article.lines, finding.at.start);
  const columns = Math.max(40, (io.columns ?? 100) - 5);
  const source = lineOf(article.text, article.lines, line);
  const to = column + Math.min(finding.at.end - finding.at.start, source.length - column);
  const shown = excerpt(source, column, to, columns);
  const title = titleOf(finding.check, locale);
  io.stderr.write(
    `\n${visible(path)}:${line + 1}:${column + 1}  ${visible(inLocale(finding.message, locale))}  ${title} (${finding.check})\n` +
      `     ${shown.line.trimEnd()}\n     ${' '.repeat(shown.before)}${'^'.repeat(shown.width)}\n`,
  );
  for (const [index, { fix, edits }] of offers.entries()) {
    io.stderr.write(`  ${index + 1}  ${visible(inLocale(fix.title, locale))}\n`);
    const after = resultOf(article, line, edits);
    if (after === undefined) continue;
    const cut = excerpt(after.line, after.from, after.to, columns);
    io.stderr.write(`     ${cut.line.trimEnd()}\n`);
  }
}

/** The line of a finding as it would read; `undefined` where other lines are changed, too. */
function resultOf(article: Article, line: number, edits: readonly TextEdit[]) {
  const { lines, text } = article;
  if (
    !edits.every(
      ({ start, end, text: put }) =>
        lineAt(lines, start) === line && lineAt(lines, end) === line && !put.includes('\n'),
    )
  )
    return undefined;
  const [first] = edits;
  const start = lines[line] ?? 0;
  const source = lineOf(text, lines, line);
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  if (first === undefined || moved.some((edit) => edit.start < 0 || edit.end > source.length)) return undefined;
  const from = first.start - start;
  return { line: applyEdits(source, moved), from, to: from + Math.max(1, first.text.length) };
}

function lineOf(text: string, lines: Article['lines'], line: number): string {
  const start = lines[line] ?? 0;
  return (/^[^\r\n]*/.exec(text.slice(start, lines[line + 1] ?? text.length)) ?? [''])[0];
}

/** Asks until it is answered; where nobody answers any more, nothing more is changed. */
async function answerTo(offers: number, { io, say }: Run): Promise<Answer> {
  for (;;) {
    io.stderr.write(say(offers === 1 ? 'ask-one' : 'ask-many', { count: offers }));
    const line = await io.readLine();
    if (line === undefined) {
      io.stderr.write('\n');
      return { kind: 'stop' };
    }
    const said = line.trim().toLowerCase();
    const number = ['y', 'yes', '是', '改'].includes(said) ? 1 : Number(said);
    if (said !== '' && Number.isInteger(number) && number >= 1 && number <= offers)
      return { kind: 'make', at: number - 1 };
    if (['', 'n', 'no', '否', '不'].includes(said)) return { kind: 'leave' };
    if (said === 'c') return { kind: 'leave-check' };
    if (said === 'f') return { kind: 'leave-file' };
    if (['q', 'quit', '退出'].includes(said)) return { kind: 'stop' };
  }
}
