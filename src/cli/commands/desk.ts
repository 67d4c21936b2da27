import { resolve } from 'node:path';
import { dayList } from '../../desk/day-list.ts';
import { dayPage } from '../../desk/day-page.ts';
import { rowOf } from '../../desk/read-row.ts';
import type { DeskRow } from '../../desk/row.ts';
import { review } from '../../engine/review.ts';
import { parseArticle } from '../../model/parse.ts';
import { clockIn, dayOf, isNoDate, readDate } from '../../model/written-date.ts';
import { wantedBy } from '../../newsroom/facts.ts';
import { printDay, printRows } from '../desk-text.ts';
import { factsOf } from '../facts.ts';
import { housesOf, notesOnHouses } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { whyNoArticles } from '../no-articles.ts';
import { printNotes } from '../print-report.ts';
import { findSources, readSource } from '../read-articles.ts';
import { exitCodes, type Run } from '../run.ts';
import { writeOutput } from '../write-output.ts';

/** `copydesk desk`: the newsroom's articles as the desk lists them, or what goes out on a day. Returns the exit code. */
export async function desk(run: Run): Promise<number> {
  const { io, values, locale, say } = run;
  const started = io.now();
  const format: string | undefined = values.format;
  const known = housesOf(run);
  const here = await known.ofFolder(io.cwd);
  const day = values.day === undefined ? undefined : dayNamed(values.day, started, here.house.timeZone);
  if (values.day !== undefined && day === undefined) throw new UsageError(say('bad-day', { day: values.day }));
  if (values.html === true && day === undefined) throw new UsageError(say('html-without-day'));
  const { sources, notes: first } = await findSources(run, known);
  const notes = [...first];
  const facts = factsOf(known, started);
  const rows: DeskRow[] = [];
  for (const source of sources) {
    const { read, notes: told } = await readSource(source, run, known);
    notes.push(...told);
    if (read === undefined) continue;
    const { house } = read.inForce;
    const article = parseArticle(read.text);
    const world = await facts(wantedBy(article, house), read);
    const reviewed = { article, house, review: review(article, house, world), record: world.record ?? undefined };
    rows.push(rowOf({ uri: read.uri, path: read.shown }, reviewed, locale));
  }
  notes.push(...notesOnHouses(known, run));
  const list = day === undefined ? undefined : dayList(rows, day, locale);
  const shown = list === undefined ? rows : list.entries.map(({ row }) => row);
  const out =
    list !== undefined && values.html === true
      ? dayPage(list, locale)
      : values.format === 'json'
        ? `${JSON.stringify({ version: '1', ...(list ? { day: list.day } : {}), articles: shown.map(reported) }, undefined, 2)}\n`
        : list === undefined
          ? printRows(rows, locale)
          : printDay(list, locale);
  printNotes(run, notes);
  if (rows.length === 0 && notes.length === 0) io.stderr.write(whyNoArticles(run, sources.length, known));
  const output = values.output?.at(-1);
  if (output === undefined) io.stdout.write(out);
  else {
    const endings = values.html === true ? ['.html', '.htm'] : format === 'json' ? ['.json'] : ['.txt'];
    writeOutput(run, resolve(io.cwd, output), out, endings, here, undefined);
  }
  return notes.some(({ failed }) => failed) ? exitCodes.failed : exitCodes.clean;
}

/** An article as JSON tells it: by its path; what it sounds like, and which of its people a list names, is of no use there. */
function reported({ uri: _, sounds: __, authors: ___, ...row }: DeskRow): Omit<DeskRow, 'uri' | 'sounds' | 'authors'> {
  return row;
}

/** `2026-11-29`, or `today` by the newsroom's clock; `undefined` for what is no day. */
function dayNamed(text: string, now: number, timeZone: string | undefined): string | undefined {
  if (text === 'today') return clockIn(now, timeZone).slice(0, 10);
  const date = readDate(text);
  return isNoDate(date) ? undefined : dayOf(date);
}
