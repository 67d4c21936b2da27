import { dirname } from 'node:path';
import { unifiedDiff } from '../../engine/unified-diff.ts';
import { requireStages, unnamed } from '../articles-wanted.ts';
import { buildReport } from '../build-report.ts';
import { changedSources } from '../changes-wanted.ts';
import { requireWanted } from '../checks-wanted.ts';
import { knownToRun } from '../facts.ts';
import { housesOf, notesOnHouses } from '../houses.ts';
import { hire, inOrder } from '../jobs.ts';
import { keptTraces } from '../kept-traces.ts';
import { articleMender, type MendedFile, type MendedSource } from '../mend-article.ts';
import { UsageError } from '../messages.ts';
import { whyNoArticles } from '../no-articles.ts';
import { requireOutputs } from '../outputs.ts';
import { printNotes, printReport } from '../print-report.ts';
import { progressOf } from '../progress.ts';
import { findSources, type Source } from '../read-articles.ts';
import type { FileReport, Note } from '../report.ts';
import { rewriteArticle } from '../rewrite-article.ts';
import { exitCodes, type Run } from '../run.ts';
import { clearLeftovers } from '../write-file.ts';
import { reportHouses } from './check.ts';

/** `copydesk fix`: makes every safe fix, and reports what remains. Returns the exit code. */
export async function fix(run: Run): Promise<number> {
  const { io, values, say } = run;
  const started = io.now();
  if (values.interactive === true && values.stdin === true) throw new UsageError(say('ask-stdin'));
  requireReportable(run);
  requireWanted(run);
  requireOutputs(run);
  const houses = housesOf(run, true);
  const { sources: all, notes: first } = await findSources(run, houses);
  await requireStages(run, houses, all);
  const sources = await changedSources(run, all);
  const notes = [...first];
  const traces = keptTraces(io, started);
  const { facts, others } = knownToRun(houses, started, { asked: values.for, keptOf: traces?.traceOf });
  const mendOne = articleMender({ run, houses, facts });
  const files: FileReport[] = [];
  /** Those of which what is left was not kept back by the disk, which a person's answer would not change. */
  const settled: FileReport[] = [];
  const names = new Set<string>();
  let changed = 0;
  let applied = 0;
  let refused = 0;
  const cleared = new Set<string>();
  // Who asks about each article has one at a time.
  const hands = values.interactive
    ? []
    : await hire<Source, MendedSource>('fix', run, started, sources, houses, others);
  const progress = progressOf(run, sources.length);
  for await (const { mended, notes: noticed, names: named = [] } of inOrder(
    sources,
    mendOne,
    hands,
    (source) => source,
  )) {
    if (values.interactive !== true) progress.step();
    notes.push(...noticed);
    for (const name of named) names.add(name);
    if (mended === undefined) continue;
    const { read } = mended;
    if (read.path !== undefined && values['dry-run'] !== true) {
      const folder = dirname(read.path);
      if (!cleared.has(folder)) clearLeftovers(folder);
      cleared.add(folder);
    }
    const failure = mended.applied === 0 ? undefined : deliver(read, mended.text, run);
    const kept = failure === undefined ? mended.after : mended.before;
    if (failure !== undefined) {
      notes.push(failure);
      refused++;
    }
    // Whoever pipes an article through us gets it back, mended or not.
    else if (mended.applied === 0 && values.stdin === true && values['dry-run'] !== true) io.stdout.write(read.text);
    if (failure === undefined && mended.applied > 0) changed++;
    applied += failure === undefined ? mended.applied : 0;
    files.push(kept);
    if (failure === undefined) settled.push(kept);
    if (mended.stopped === true) break;
  }
  progress.end();
  traces?.write();
  notes.push(...notesOnHouses(houses, run), ...unnamed(run, names));
  if (files.length === 0 && notes.length === 0 && all.length === sources.length)
    io.stderr.write(whyNoArticles(run, all.length, houses));
  const report = buildReport(files, reportHouses(houses, run), notes, io.now() - started);
  if (values['dry-run'] !== true && values.stdin !== true) {
    const code = await printReport(run, report);
    // Of what was not written, “nothing to fix” would be false; why it was not has been told.
    if (applied > 0 || refused === 0) io.stderr.write(`copydesk: ${tell(run, applied, changed, settled)}\n`);
    return code;
  }
  printNotes(run, notes);
  if (values['dry-run'] === true) io.stderr.write(`copydesk: ${tell(run, applied, changed, settled)}\n`);
  if (notes.some(({ failed }) => failed)) return exitCodes.failed;
  return values['dry-run'] === true && applied > 0 ? exitCodes.findings : exitCodes.clean;
}

/** What is left is told of files that hold it: a diff and a text that is given back have no report beside them. */
function requireReportable({ values, say }: Run): void {
  for (const prints of ['dry-run', 'stdin'] as const)
    for (const report of ['format', 'output'] as const)
      if (values[prints] === true && values[report] !== undefined)
        throw new UsageError(say('not-together', { one: `--${report}`, other: `--${prints}` }));
}

/** Writes, prints or only shows the mended text; a note when the file stays as it was. */
function deliver(read: MendedFile, text: string, run: Run): Note | undefined {
  const { io, values } = run;
  if (values['dry-run'] === true) {
    io.stdout.write(unifiedDiff(read.shown, read.text, text));
    return undefined;
  }
  if (read.path === undefined) {
    io.stdout.write(text);
    return undefined;
  }
  return rewriteArticle(read, text, run);
}

/** What was done, and what is left to a person. */
function tell({ say, locale, values }: Run, applied: number, changed: number, files: readonly FileReport[]): string {
  const zh = locale !== 'en';
  const articles = (number: number) => (zh ? `${number} 篇稿件` : `${number} article${number === 1 ? '' : 's'}`);
  const open = files.flatMap(({ findings }) => findings).filter(({ fixes }) => fixes.length > 0).length;
  const more = open === 0 || values.interactive === true ? '' : say('fixed-asks', { count: open });
  if (applied === 0) return say('fixed-none', { files: articles(files.length) }) + more;
  const count = zh ? applied : `${applied} fault${applied === 1 ? '' : 's'}`;
  return say(values['dry-run'] === true ? 'dry-summary' : 'fixed-summary', { count, files: articles(changed) }) + more;
}
