import { dirname } from 'node:path';
import type { Facts } from '../../checks/check.ts';
import { encode } from '../../disk/decode.ts';
import { fixAll } from '../../engine/fix.ts';
import { type Review, review } from '../../engine/review.ts';
import type { House } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import { parseArticle } from '../../model/parse.ts';
import { wantedBy } from '../../newsroom/facts.ts';
import { buildReport, reportFile } from '../build-report.ts';
import { requireChecks } from '../checks-wanted.ts';
import { type FactsOfRun, factsOf } from '../facts.ts';
import { housesOf, notesOnHouses } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { printNotes, printReport } from '../print-report.ts';
import { type ReadArticle, readArticles } from '../read-articles.ts';
import type { FileReport, Note } from '../report.ts';
import { exitCodes, type Run } from '../run.ts';
import { unifiedDiff } from '../unified-diff.ts';
import { clearLeftovers, replaceFile } from '../write-file.ts';
import { houseChooser, reportHouses } from './check.ts';

/** `copydesk fix`: makes every safe fix, and reports what remains. Returns the exit code. */
export async function fix(run: Run): Promise<number> {
  const { io, values, say } = run;
  const started = io.now();
  if (values.interactive === true && values.stdin === true) throw new UsageError(say('ask-stdin'));
  if (values.check !== undefined) requireChecks(values.check, say);
  const known = housesOf(run, true);
  const { articles, notes } = await readArticles(run, known);
  const facts = factsOf(known, started);
  const wanted = houseChooser(values.check);
  const files: FileReport[] = [];
  const texts = new Map<string, string>();
  let changed = 0;
  let applied = 0;
  const cleared = new Set<string>();
  for await (const read of articles) {
    if (read.path !== undefined && values['dry-run'] !== true) {
      const folder = dirname(read.path);
      if (!cleared.has(folder)) clearLeftovers(folder);
      cleared.add(folder);
    }
    const mended = await fixOne(read, wanted(read.inForce.house), facts);
    const result =
      values.interactive === true ? await askOne(mended, wanted(read.inForce.house), read, facts, run) : mended;
    const failure = result.applied === 0 ? undefined : deliver(read, result.article.text, run);
    const kept = failure === undefined ? result : { ...result.before, applied: 0 };
    if (failure !== undefined) notes.push(failure);
    // Whoever pipes an article through us gets it back, mended or not.
    else if (result.applied === 0 && values.stdin === true && values['dry-run'] !== true) io.stdout.write(read.text);
    if (kept.applied > 0) changed++;
    applied += kept.applied;
    const file = reportFile(read.shown, kept.review, kept.article.lines, run.locale);
    files.push(file);
    if (file.findings.length > 0) texts.set(file.path, kept.article.text);
    if (result.stopped === true) break;
  }
  notes.push(...notesOnHouses(known, run));
  const report = buildReport(files, reportHouses(known, run, texts), notes, io.now() - started);
  if (values['dry-run'] !== true && values.stdin !== true) {
    const code = await printReport(run, report, texts);
    io.stderr.write(`copydesk: ${tell(run, applied, changed, files.length)}\n`);
    return code;
  }
  printNotes(run, notes);
  if (values['dry-run'] === true) io.stderr.write(`copydesk: ${tell(run, applied, changed, files.length)}\n`);
  if (notes.some(({ failed }) => failed)) return exitCodes.failed;
  return values['dry-run'] === true && applied > 0 ? exitCodes.findings : exitCodes.clean;
}

interface Examined {
  readonly article: Article;
  readonly review: Review;
}

interface FixedArticle extends Examined {
  readonly applied: number;
  readonly before: Examined;
  /** The person who was asked wants nothing more. */
  readonly stopped?: true;
}

/** Asks about what was not certain. */
async function askOne(
  mended: FixedArticle,
  house: House,
  read: ReadArticle,
  source: FactsOfRun,
  run: Run,
): Promise<FixedArticle> {
  const facts = await source(wantedBy(mended.article, house), read);
  const { askFixes } = await import('../ask-fixes.ts');
  const { text, applied, stopped } = await askFixes(read.shown, mended.article.text, house, facts, run);
  return {
    ...(applied === 0 ? mended : examine(text, house, facts)),
    applied: mended.applied + applied,
    before: mended.before,
    ...(stopped ? { stopped } : {}),
  };
}

async function fixOne(read: ReadArticle, house: House, source: FactsOfRun): Promise<FixedArticle> {
  const article = parseArticle(read.text);
  const facts = await source(wantedBy(article, house), read);
  const before = { article, review: review(article, house, facts) };
  const unchanged = { ...before, applied: 0, before };
  if (!before.review.findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return unchanged;
  const fixed = fixAll(read.text, house, facts);
  if (fixed.text === read.text) return unchanged;
  return { ...examine(fixed.text, house, facts), applied: Math.max(1, fixed.applied), before };
}

function examine(text: string, house: House, facts: Facts): Examined {
  const article = parseArticle(text);
  return { article, review: review(article, house, facts) };
}

/** Writes, prints or only shows the mended text; a note when the file stays as it was. */
function deliver(read: ReadArticle, text: string, { io, say, values }: Run): Note | undefined {
  if (values['dry-run'] === true) {
    io.stdout.write(unifiedDiff(read.shown, read.text, text));
    return undefined;
  }
  if (read.path === undefined) {
    io.stdout.write(text);
    return undefined;
  }
  const note = (code: string, message: string): Note => ({ path: read.shown, code, message, failed: true });
  if (!read.isCertain) return note('encoding-uncertain', say('encoding-uncertain'));
  const bytes = encode(text, read.encoding);
  const same = encode(read.text, read.encoding);
  // An encoding with two codes for one character would change bytes that no fix meant.
  if (bytes === undefined || same === undefined || Buffer.compare(same, read.bytes) !== 0) {
    return note('encoding-not-written', say('encoding-not-written', { encoding: read.encoding.toUpperCase() }));
  }
  const failure = replaceFile(read.path, read.bytes, bytes);
  switch (failure?.kind) {
    case undefined:
      return undefined;
    case 'read-only':
      return note('read-only', say('write-read-only'));
    case 'changed':
      return note('changed', say('write-changed'));
    case 'owner':
      return note('owner', say('write-owner'));
    case 'linked':
      return note('linked', say('write-linked', { path: read.shown }));
    case 'failed':
      return note('not-written', say('write-failed', { detail: failure?.detail ?? '' }));
  }
}

function tell({ say, locale, values }: Run, applied: number, changed: number, files: number): string {
  const zh = locale !== 'en';
  const articles = (number: number) => (zh ? `${number} 篇稿件` : `${number} article${number === 1 ? '' : 's'}`);
  if (applied === 0) return say('fixed-none', { files: articles(files) });
  const count = zh ? applied : `${applied} fault${applied === 1 ? '' : 's'}`;
  return say(values['dry-run'] === true ? 'dry-summary' : 'fixed-summary', { count, files: articles(changed) });
}
