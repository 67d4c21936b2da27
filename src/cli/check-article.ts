import { review } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import { parseArticle } from '../model/parse.ts';
import { wantedBy } from '../newsroom/facts.ts';
import { articleFilter } from './articles-wanted.ts';
import { reportFile } from './build-report.ts';
import { houseChooser } from './checks-wanted.ts';
import type { FactsOfRun } from './facts.ts';
import type { HousesOfRun } from './houses.ts';
import type { Keeper, Kept } from './kept-findings.ts';
import { type ReadArticle, readSource, type Source, unreadArticle } from './read-articles.ts';
import type { FileReport, Note } from './report.ts';
import type { Run } from './run.ts';
import { showPath } from './shown-path.ts';
import type { AuthorsOfRun } from './signature-authors.ts';

/** What checking one file came to: values alone, since it may have been done in another thread. */
export interface Checked {
  /** What was noticed on the way to it. */
  readonly notes: readonly Note[];
  /** Whom the article names, where `--by` asks for somebody. */
  readonly names?: readonly string[];
  /** Absent where the file is no article, is not asked for or cannot be read. */
  readonly report?: FileReport;
  /** The text of an article that no file holds, for formats that show it. */
  readonly text?: string;
  /** What a later run may take over; `same` for what was taken over from an earlier one. */
  readonly kept?: Kept | 'same';
}

/** An article to check, with what an earlier run found in it. */
export interface ToCheck {
  readonly source: Source;
  readonly known?: Kept | undefined;
}

/** What checking needs besides the article. */
interface Desk {
  readonly run: Run;
  readonly houses: HousesOfRun;
  readonly facts: FactsOfRun;
  /** Where `--cache` asks for findings of earlier runs. */
  readonly keeper?: Keeper | undefined;
  /** Where it is asked who committed signatures. */
  readonly authors?: AuthorsOfRun | undefined;
}

/** Checks one article after the other. What goes wrong with one is said of that one, and the others are checked. */
export function articleChecker(desk: Desk): (one: ToCheck) => Promise<Checked> {
  const wanted = houseChooser(desk.run.values);
  const filter = articleFilter(desk.run.values);
  return async ({ source, known }) => {
    try {
      const kept = known && filter === undefined ? await takenOver(source, known, wanted, desk) : undefined;
      if (kept !== undefined) return kept;
      const { read, notes } = await readSource(source, desk.run, desk.houses);
      if (read === undefined) return { notes };
      const house = wanted(read.inForce.house);
      const passed = filter?.(parseArticle(read.text), house);
      const names = passed && { names: passed.names };
      if (passed?.wanted === false) return { notes, ...names };
      const found = await checkOne(read, house, known, notes.length === 0 ? read.stat : undefined, desk);
      return { notes, ...names, ...found, ...(read.path === undefined ? { text: read.text } : {}) };
    } catch (error) {
      return { notes: [failureOf(source, error, desk.run)] };
    }
  };
}

/** That we ourselves failed on an article. */
export function failureOf(source: Source, error: unknown, { io, say }: Run): Note {
  const path = 'stdin' in source ? '<stdin>' : showPath(source.path, io.cwd);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { path, code: 'crashed', message: say('crashed', { detail }), failed: true };
}

/** What an earlier run found in an article that need not be read to know that it holds. */
async function takenOver(
  source: Source,
  known: Kept,
  wanted: (house: House) => House,
  { run, houses, facts, keeper }: Desk,
): Promise<Checked | undefined> {
  const place = keeper && (await unreadArticle(source, known, run, houses));
  if (place === undefined) return undefined;
  const house = wanted(place.inForce.house);
  if (!(await keeper?.stillHolds(known, undefined, house, (asked) => facts(asked, place)))) return undefined;
  return { notes: [], report: { path: place.shown, ...known.report }, kept: 'same' };
}

/**
 * What was found in an article, by this run or by an earlier one.
 *
 * @param stat what was said of its file before it was read, where reading it had nothing to tell
 */
async function checkOne(
  read: ReadArticle,
  house: House,
  before: Kept | undefined,
  stat: ReadArticle['stat'],
  { run: { locale }, facts, keeper, authors }: Desk,
): Promise<Pick<Checked, 'report' | 'kept'>> {
  const ask = (wanted: Parameters<FactsOfRun>[0]) => facts(wanted, read);
  const { text, bytes } = read;
  if (before !== undefined && (await keeper?.stillHolds(before, bytes, house, ask))) {
    const report = { path: read.shown, ...before.report };
    const kept = keeper?.stamped(before, { text, bytes, stat });
    return { report, kept: kept && kept.stamp !== before.stamp ? kept : 'same' };
  }
  const article = parseArticle(read.text);
  const wanted = wantedBy(article, house);
  const known = await ask(wanted);
  const found = authors ? { ...known, signers: authors(read, article, known.record ?? undefined) } : known;
  const report = reportFile(read.shown, review(article, house, found), article.lines, locale);
  const kept = keeper?.keep({ text, bytes, stat }, house, article, wanted, found, report);
  return { report, ...(kept && { kept }) };
}
