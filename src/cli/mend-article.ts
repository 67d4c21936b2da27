import type { Facts } from '../checks/check.ts';
import { fixAll } from '../engine/fix.ts';
import { type Review, review } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { followedLines } from '../model/changed-lines.ts';
import type { Finding } from '../model/finding.ts';
import { type LineSpan, touches } from '../model/line-spans.ts';
import { parseArticle } from '../model/parse.ts';
import { lineAt } from '../model/range.ts';
import { wantedBy } from '../newsroom/facts.ts';
import { articleFilter } from './articles-wanted.ts';
import { reportFile } from './build-report.ts';
import { linesOf, narrowed } from './changes-wanted.ts';
import { failureOf } from './check-article.ts';
import { houseChooser } from './checks-wanted.ts';
import type { FactsOfRun } from './facts.ts';
import type { HousesOfRun } from './houses.ts';
import { type ReadArticle, readSource, type Source } from './read-articles.ts';
import type { FileReport, Note } from './report.ts';
import type { Run } from './run.ts';

/** The file of an article that is to be written. */
export type MendedFile = Omit<ReadArticle, 'inForce' | 'uri'>;

/** An article with its safe fixes made: values alone, since it may have been done in another thread. */
interface Mended {
  readonly read: MendedFile;
  /** How many fixes were made. */
  readonly applied: number;
  readonly text: string;
  /** What was found before, and what remains. */
  readonly before: FileReport;
  readonly after: FileReport;
  /** The person who was asked wants nothing more. */
  readonly stopped?: true;
}

/** What mending needs besides the article. */
interface Desk {
  readonly run: Run;
  readonly houses: HousesOfRun;
  readonly facts: FactsOfRun;
}

/** What became of one file; without `mended` it is no article, is not asked for or cannot be read. */
export interface MendedSource {
  /** Whom the article names, where `--by` asks for somebody. */
  readonly names?: readonly string[];
  readonly mended?: Mended;
  readonly notes: readonly Note[];
}

/** Mends one article after the other, and writes nothing. What goes wrong with one is said of that one. */
export function articleMender(desk: Desk): (source: Source) => Promise<MendedSource> {
  const { run } = desk;
  const wanted = houseChooser(run.values);
  const filter = articleFilter(run.values);
  return async (source) => {
    try {
      const { read, notes } = await readSource(source, run, desk.houses);
      if (read === undefined) return { notes };
      const house = wanted(read.inForce.house);
      const passed = filter?.(parseArticle(read.text), house);
      const names = passed && { names: passed.names };
      if (passed?.wanted === false) return { notes, ...names };
      const lines = linesOf(source);
      const mended = await fixOne(read, house, desk.facts, lines);
      const asked = run.values.interactive === true ? await askOne(mended, house, read, desk) : mended;
      return { mended: said(asked, read, run, lines), notes, ...names };
    } catch (error) {
      return { notes: [failureOf(source, error, run)] };
    }
  };
}

interface Examined {
  readonly article: Article;
  readonly review: Review;
}

interface FixedArticle extends Examined {
  readonly applied: number;
  readonly before: Examined;
  readonly stopped?: true;
}

function said(
  { applied, before, stopped, ...after }: FixedArticle,
  read: ReadArticle,
  { locale }: Run,
  lines: readonly LineSpan[] | undefined,
): Mended {
  const { inForce: _, uri: __, ...file } = read;
  const report = ({ article, review }: Examined) =>
    narrowed(
      reportFile(read.shown, review, article.lines, locale),
      lines && followedLines(lines, read.text, article.text),
    );
  const found = report(before);
  return {
    read: file,
    applied,
    text: after.article.text,
    before: found,
    after: applied === 0 ? found : report(after),
    ...(stopped ? { stopped } : {}),
  };
}

/** Asks about what was not certain. */
async function askOne(
  mended: FixedArticle,
  house: House,
  read: ReadArticle,
  { facts: source, run }: Desk,
): Promise<FixedArticle> {
  const facts = await source(wantedBy(mended.article, house), read);
  const { askFixes } = await import('./ask-fixes.ts');
  const { text, applied, stopped } = await askFixes(read.shown, mended.article.text, house, facts, run);
  return {
    ...(applied === 0 ? mended : examine(text, house, facts)),
    applied: mended.applied + applied,
    before: mended.before,
    ...(stopped ? { stopped } : {}),
  };
}

async function fixOne(
  read: ReadArticle,
  house: House,
  source: FactsOfRun,
  lines: readonly LineSpan[] | undefined,
): Promise<FixedArticle> {
  const article = parseArticle(read.text);
  const facts = await source(wantedBy(article, house), read);
  const before = { article, review: review(article, house, facts) };
  const unchanged = { ...before, applied: 0, before };
  if (!before.review.findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return unchanged;
  const fixed = fixAll(read.text, house, facts, lines ? { where: onLines(lines, read.text) } : {});
  if (fixed.text === read.text) return unchanged;
  return { ...examine(fixed.text, house, facts), applied: Math.max(1, fixed.applied), before };
}

/** Whether a finding is on one of some lines, wherever those stand by now. */
function onLines(lines: readonly LineSpan[], before: string): (finding: Finding, article: Article) => boolean {
  let last: { readonly article: Article; readonly lines: readonly LineSpan[] } | undefined;
  return ({ at }, article) => {
    if (last?.article !== article) last = { article, lines: followedLines(lines, before, article.text) };
    return touches(last.lines, lineAt(article.lines, at.start), lineAt(article.lines, Math.max(at.start, at.end - 1)));
  };
}

function examine(text: string, house: House, facts: Facts): Examined {
  const article = parseArticle(text);
  return { article, review: review(article, house, facts) };
}
