import { resolve } from 'node:path';
import { disk } from '../../disk/disk.ts';
import { comparedSome, requireStages, unnamed } from '../articles-wanted.ts';
import { buildReport, reportFinding } from '../build-report.ts';
import { changedSources, linesOf, narrowed } from '../changes-wanted.ts';
import { articleChecker, type Checked, type ToCheck } from '../check-article.ts';
import { requireWanted } from '../checks-wanted.ts';
import { withCi } from '../ci.ts';
import { knownToRun } from '../facts.ts';
import type { FindingsCache } from '../findings-cache.ts';
import { type HeldReports, heldReports } from '../held-reports.ts';
import { type HousesOfRun, housesOf, notesOnHouses } from '../houses.ts';
import { hire, inOrder } from '../jobs.ts';
import type { Keeper } from '../kept-findings.ts';
import { type KeptTraces, keptTraces } from '../kept-traces.ts';
import { type LeanHeap, leanHeap } from '../lean-heap.ts';
import { UsageError } from '../messages.ts';
import { whyNoArticles } from '../no-articles.ts';
import { whyNotWritten } from '../not-written.ts';
import { requireOutputs } from '../outputs.ts';
import { type Listed, packedSources } from '../packed-sources.ts';
import { printReport } from '../print-report.ts';
import { progressOf } from '../progress.ts';
import { findSources, type Source } from '../read-articles.ts';
import type { FileReport, Note, Shard } from '../report.ts';
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
  requireOutputs(run);
  const shard = shardOf(run);
  const heap = leanHeap();
  const { sources, listed, folders, notes } = await askedFor(run, houses, shard);
  heap.listed(sources.length);
  const kept = await keptFindings(run, started);
  const traces = kept ? undefined : keptTraces(io, started, heap.step);
  const judged = await judgeAll(run, houses, { sources, started, kept, traces, heap });
  const { held, texts, names } = judged;
  const unkept = kept?.cache.write();
  if (unkept !== undefined)
    io.stderr.write(`copydesk: ${run.say('cache-not-written', { detail: whyNotWritten(unkept, run.say) })}\n`);
  const faulty = [...reportHouses(houses, run), ...(await reportPictures(run, folders, houses))];
  notes.push(...judged.notes, ...notesOnHouses(houses, run), ...unnamed(run, names), ...comparedSome(run, listed));
  if (held.count === 0 && notes.length === 0 && listed === sources.length) {
    io.stderr.write(whyNoArticles(run, listed, houses));
  }
  const code = await printReport(run, buildReport(held.all(), faulty, notes, io.now() - started, shard), texts);
  traces?.write();
  held.end();
  heap.end();
  return code;
}

/** What a run is asked to judge. */
interface Asked {
  readonly sources: Listed<Source>;
  /** How many were found where it was asked to look: it may be about some of them. */
  readonly listed: number;
  readonly folders: readonly string[];
  readonly notes: Note[];
}

async function askedFor(run: Run, houses: HousesOfRun, shard: Shard | undefined): Promise<Asked> {
  // A house file is checked where it is found, articles or none.
  const { sources, folders, notes } = await findSources(run, houses, run.values.house === undefined);
  await requireStages(run, houses, sources);
  const changed = await changedSources(run, sources);
  const mine = shard ? changed.filter((source) => isInShard(shownAs(source, run), shard)) : changed;
  return { sources: packedSources(mine), listed: sources.length, folders, notes: [...notes] };
}

interface Judging {
  readonly sources: Listed<Source>;
  readonly started: number;
  readonly kept: KeptFindings | undefined;
  readonly traces: KeptTraces | undefined;
  readonly heap: LeanHeap;
}

interface Judged {
  readonly held: HeldReports;
  readonly texts: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
  readonly names: ReadonlySet<string>;
}

/** Judges all articles. What is known of the others for that is given up before anything is reported. */
async function judgeAll(
  run: Run,
  houses: HousesOfRun,
  { sources, started, kept, traces, heap }: Judging,
): Promise<Judged> {
  const { values } = run;
  const { signatureAuthors } = values.authors === true ? await import('../signature-authors.ts') : {};
  const { facts, others } = knownToRun(houses, started, {
    asked: values.for,
    texts: heap.watching(disk),
    keptOf: kept?.cache.traceOf ?? traces?.traceOf,
  });
  const checkOne = articleChecker({ run, houses, facts, keeper: kept?.keeper, authors: signatureAuthors?.(run) });
  const toCheck = (source: Source): ToCheck => ({ source, known: kept?.cache.known(shownAs(source, run)) });
  const held = heldReports();
  const texts = new Map<string, string>();
  const notes: Note[] = [];
  const names = new Set<string>();
  const hands = await hire<ToCheck, Checked>('check', run, started, sources, houses, others);
  const progress = progressOf(run, sources.length);
  let next = 0;
  for await (const checked of inOrder(sources, (source) => checkOne(toCheck(source)), hands, toCheck)) {
    const source = sources.at(next++);
    progress.step();
    heap.step();
    notes.push(...checked.notes);
    for (const name of checked.names ?? []) names.add(name);
    const { report } = checked;
    if (report === undefined) continue;
    held.hold(narrowed(report, linesOf(source)));
    if (checked.text !== undefined) texts.set(report.path, checked.text);
    kept?.cache.seen(report.path, checked.kept);
  }
  progress.end();
  return { held, texts, notes, names };
}

/** What an article is called in reports, and by the findings of earlier runs. */
function shownAs(source: Source, { io, values }: Run): string {
  return 'stdin' in source ? (values['stdin-filename'] ?? '<stdin>') : showPath(source.path, io.cwd);
}

interface KeptFindings {
  readonly cache: FindingsCache;
  readonly keeper: Keeper;
}

/** The findings of earlier runs, where `--cache` asks for them. */
async function keptFindings({ io, values, locale, say }: Run, now: number): Promise<KeptFindings | undefined> {
  if (values.cache !== true) return undefined;
  // Hashes take their time to load.
  const { findingsCache, mayKeepFindings, usualLocation } = await import('../findings-cache.ts');
  const { keeper } = await import('../kept-findings.ts');
  const named = values['cache-location'];
  const location = named === undefined ? usualLocation(io) : resolve(io.cwd, named);
  if (named !== undefined && !mayKeepFindings(resolve(io.cwd, named)))
    throw new UsageError(say('cache-no-cache', { path: named }));
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
