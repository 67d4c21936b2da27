import { resolve } from 'node:path';
import { disk } from '../../disk/disk.ts';
import { comparedSome, unnamed } from '../articles-wanted.ts';
import { buildReport, reportFinding } from '../build-report.ts';
import { changedSources, linesOf, narrowed } from '../changes-wanted.ts';
import { articleChecker, type Checked, type ToCheck } from '../check-article.ts';
import { requireWanted } from '../checks-wanted.ts';
import { withCi } from '../ci.ts';
import { factsOf } from '../facts.ts';
import type { FindingsCache } from '../findings-cache.ts';
import { heldReports } from '../held-reports.ts';
import { type HousesOfRun, housesOf, notesOnHouses } from '../houses.ts';
import { hire, inOrder } from '../jobs.ts';
import type { Keeper } from '../kept-findings.ts';
import { keptTraces } from '../kept-traces.ts';
import { leanHeap } from '../lean-heap.ts';
import { whyNoArticles } from '../no-articles.ts';
import { whyNotWritten } from '../not-written.ts';
import { requireOutputs } from '../outputs.ts';
import { printReport } from '../print-report.ts';
import { progressOf } from '../progress.ts';
import { findSources, type Source } from '../read-articles.ts';
import type { FileReport } from '../report.ts';
import { reportPictures } from '../report-pictures.ts';
import type { Run } from '../run.ts';
import { isInShard, shardOf } from '../shard.ts';
import { showPath, showUri } from '../shown-path.ts';

/** `copydesk check`: reviews articles and reports what was found. Returns the exit code. */
export async function check(run: Run): Promise<number> {
  if (run.values.watch !== true) return checkOnce(run);
  const { checkAgain } = await import('../watch.ts');
  return checkAgain(run, checkOnce);
}

async function checkOnce(asked: Run): Promise<number> {
  const { io } = asked;
  const started = io.now();
  requireWanted(asked);
  const houses = housesOf(asked, true);
  const run = await withCi(asked, houses);
  const { values } = run;
  requireOutputs(run);
  const shard = shardOf(run);
  // A house file is checked where it is found, articles or none.
  const found = await findSources(run, houses, values.house === undefined);
  const changed = await changedSources(run, found.sources);
  const sources = shard ? changed.filter((source) => isInShard(shownAs(source, run), shard)) : changed;
  const notes = [...found.notes];
  const kept = await keptFindings(run, started);
  const { signatureAuthors } = values.authors === true ? await import('../signature-authors.ts') : {};
  const heap = leanHeap(sources.length);
  const traces = kept ? undefined : keptTraces(io, started, heap.step);
  const facts = factsOf(houses, started, {
    asked: values.for,
    texts: heap.watching(disk),
    keptOf: kept?.cache.traceOf ?? traces?.traceOf,
  });
  const checkOne = articleChecker({ run, houses, facts, keeper: kept?.keeper, authors: signatureAuthors?.(run) });
  const toCheck = (source: Source): ToCheck => ({ source, known: kept?.cache.known(shownAs(source, run)) });
  const held = heldReports();
  const files: FileReport[] = [];
  const texts = new Map<string, string>();
  const names = new Set<string>();
  const hands = await hire<ToCheck, Checked>('check', run, started, sources, houses);
  const progress = progressOf(run, sources.length);
  let next = 0;
  for await (const checked of inOrder(sources, (source) => checkOne(toCheck(source)), hands, toCheck)) {
    const source = sources[next++];
    progress.step();
    heap.step();
    notes.push(...checked.notes);
    for (const name of checked.names ?? []) names.add(name);
    const { report } = checked;
    if (report === undefined) continue;
    files.push(held.hold(narrowed(report, linesOf(source))));
    if (checked.text !== undefined) texts.set(report.path, checked.text);
    kept?.cache.seen(report.path, checked.kept);
  }
  progress.end();
  const unkept = kept?.cache.write();
  if (unkept !== undefined)
    io.stderr.write(`copydesk: ${run.say('cache-not-written', { detail: whyNotWritten(unkept, run.say) })}\n`);
  const faulty = [...reportHouses(houses, run), ...(await reportPictures(run, found.folders, houses))];
  notes.push(...notesOnHouses(houses, run), ...unnamed(run, names), ...comparedSome(run, found.sources.length));
  if (files.length === 0 && notes.length === 0 && found.sources.length === sources.length) {
    io.stderr.write(whyNoArticles(run, found.sources, houses));
  }
  const code = await printReport(run, buildReport(files, faulty, notes, io.now() - started, shard), texts);
  traces?.write();
  held.end();
  heap.end();
  return code;
}

/** What an article is called in reports, and by the findings of earlier runs. */
function shownAs(source: Source, { io, values }: Run): string {
  return 'stdin' in source ? (values['stdin-filename'] ?? '<stdin>') : showPath(source.path, io.cwd);
}

/** The findings of earlier runs, where `--cache` asks for them. */
async function keptFindings(
  { io, values, locale }: Run,
  now: number,
): Promise<{ readonly cache: FindingsCache; readonly keeper: Keeper } | undefined> {
  if (values.cache !== true) return undefined;
  // Hashes take their time to load.
  const { findingsCache, usualLocation } = await import('../findings-cache.ts');
  const { keeper } = await import('../kept-findings.ts');
  const named = values['cache-location'];
  const location = named === undefined ? usualLocation(io) : resolve(io.cwd, named);
  return location === undefined
    ? undefined
    : { cache: findingsCache(location, now, io.cwd), keeper: keeper(locale, now) };
}

/** The faults of the house files that were read, as findings in those files. */
export function reportHouses(known: HousesOfRun, { io, locale, values }: Run): readonly FileReport[] {
  if (values.except?.includes('house-file') === true) return [];
  return known.told().flatMap(({ file, findings, lines }) => {
    if (findings.length === 0) return [];
    return [
      {
        path: showUri(file, io.cwd),
        characters: 0,
        mistakes: 0,
        findings: findings.map((finding) => reportFinding(finding, lines, locale)),
      },
    ];
  });
}
