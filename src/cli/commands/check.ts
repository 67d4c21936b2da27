import { resolve } from 'node:path';
import { review } from '../../engine/review.ts';
import type { House } from '../../house/house.ts';
import { parseArticle } from '../../model/parse.ts';
import { wantedBy } from '../../newsroom/facts.ts';
import { buildReport, reportFile, reportFinding } from '../build-report.ts';
import { onlyChecks, requireChecks } from '../checks-wanted.ts';
import { type FactsOfRun, factsOf } from '../facts.ts';
import type { FindingsCache } from '../findings-cache.ts';
import { type HousesOfRun, housesOf, notesOnHouses } from '../houses.ts';
import { printReport } from '../print-report.ts';
import { type ReadArticle, readArticles } from '../read-articles.ts';
import type { FileReport } from '../report.ts';
import type { Run } from '../run.ts';
import { showUri } from '../shown-path.ts';

/** `copydesk check`: reviews articles and reports what was found. Returns the exit code. */
export async function check(run: Run): Promise<number> {
  const { io, values } = run;
  const started = io.now();
  if (values.check !== undefined) requireChecks(values.check, run.say);
  const known = housesOf(run, true);
  // A house file is checked where it is found, articles or none.
  const { articles, notes } = await readArticles(run, known, values.house === undefined);
  const facts = factsOf(known, started);
  const wanted = houseChooser(values.check);
  const cache = await cacheOf(run, started);
  const files: FileReport[] = [];
  const texts = new Map<string, string>();
  for await (const read of articles) {
    const file = await reportOf(read, wanted(read.inForce.house), facts, run, cache);
    files.push(file);
    if (file.findings.length > 0) texts.set(file.path, read.text);
  }
  const unkept = cache?.write();
  if (unkept !== undefined) io.stderr.write(`copydesk: ${run.say('cache-not-written', { detail: unkept })}\n`);
  const faulty = reportHouses(known, run, texts);
  notes.push(...notesOnHouses(known, run));
  if (files.length === 0 && notes.length === 0) {
    const houseFiles = known.known().map(({ file }) => showUri(file, io.cwd));
    const [first] = houseFiles;
    const alone = first !== undefined && run.say('house-alone', { paths: houseFiles.join(', ') });
    io.stderr.write(`copydesk: ${alone || run.say('no-articles')}\n`);
  }
  return printReport(run, buildReport(files, faulty, notes, io.now() - started), texts);
}

/** Keeps the narrowed house of each house, so that the engine sees one and the same value. */
export function houseChooser(wanted: readonly string[] | undefined): (house: House) => House {
  const known = new Map<House, House>();
  return (house) => {
    const narrowed = known.get(house) ?? onlyChecks(house, wanted);
    known.set(house, narrowed);
    return narrowed;
  };
}

/** What was found in an article, by this run or by an earlier one. */
async function reportOf(
  read: ReadArticle,
  house: House,
  facts: FactsOfRun,
  { locale }: Run,
  cache: FindingsCache | undefined,
): Promise<FileReport> {
  const kept = await cache?.find(read.shown, read.bytes, house, (wanted) => facts(wanted, read));
  if (kept !== undefined) return kept;
  const article = parseArticle(read.text);
  const wanted = wantedBy(article, house);
  const known = await facts(wanted, read);
  const report = reportFile(read.shown, review(article, house, known), article.lines, locale);
  cache?.keep(read.shown, read.bytes, house, article, wanted, known, report);
  return report;
}

/** The findings of earlier runs, where `--cache` asks for them. */
async function cacheOf({ io, values, locale }: Run, now: number): Promise<FindingsCache | undefined> {
  if (values.cache !== true) return undefined;
  // Hashes take their time to load.
  const { findingsCache, usualLocation } = await import('../findings-cache.ts');
  const named = values['cache-location'];
  const location = named === undefined ? usualLocation(io) : resolve(io.cwd, named);
  return location !== undefined ? findingsCache(location, locale, now) : undefined;
}

/** The faults of the house files that were read, as findings in those files; adds their texts to `texts`. */
export function reportHouses(
  known: HousesOfRun,
  { io, locale }: Run,
  texts: Map<string, string>,
): readonly FileReport[] {
  return known.told().flatMap(({ file, text, findings, lines }) => {
    if (findings.length === 0) return [];
    const shown = showUri(file, io.cwd);
    texts.set(shown, text);
    return [
      {
        path: shown,
        characters: 0,
        mistakes: 0,
        findings: findings.map((finding) => reportFinding(finding, lines, locale)),
      },
    ];
  });
}
