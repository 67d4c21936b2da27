import { resolve } from 'node:path';
import { review } from '../../engine/review.ts';
import type { House } from '../../house/house.ts';
import { parseArticle } from '../../model/parse.ts';
import { buildReport, reportFile, reportFinding } from '../build-report.ts';
import { onlyChecks, requireChecks } from '../checks-wanted.ts';
import { factSource } from '../facts.ts';
import { houseFolders } from '../find-articles.ts';
import { type Houses, houses } from '../houses.ts';
import { printReport } from '../print-report.ts';
import { type ReadArticle, readArticles, showPath } from '../read-articles.ts';
import type { FileReport } from '../report.ts';
import type { Run } from '../run.ts';

/** `copydesk check`: reviews articles and reports what was found. Returns the exit code. */
export async function check(run: Run): Promise<number> {
  const { io, values } = run;
  const started = io.now();
  if (values.check !== undefined) requireChecks(values.check, run.say);
  const known = houses(values.house && resolve(io.cwd, values.house), run.say);
  // A house file is checked where it is found, articles or none.
  if (values.stdin !== true && values.house === undefined)
    for (const folder of await houseFolders(run.operands, io.cwd)) known.ofFolder(folder);
  const { articles, notes } = await readArticles(run, known);
  const facts = factSource(started);
  const wanted = houseChooser(values.check);
  const files: FileReport[] = [];
  const texts = new Map<string, string>();
  for (const read of articles) {
    const file = reviewOne(read, wanted(read.at.house), facts, run);
    files.push(file);
    if (file.findings.length > 0) texts.set(file.path, read.text);
  }
  await known.checkPages();
  const faulty = reportHouses(known, run, texts);
  const message = run.say('encoding-gb18030');
  for (const path of known.otherwiseEncoded())
    notes.push({ path: showPath(path, io.cwd), code: 'encoding-gb18030', message, failed: false });
  if (files.length === 0 && notes.length === 0) {
    const houseFiles = known.files().map((path) => showPath(path, io.cwd));
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

function reviewOne(read: ReadArticle, house: House, facts: ReturnType<typeof factSource>, { locale }: Run): FileReport {
  const article = parseArticle(read.text);
  const found = review(article, house, facts.gather(article, house, read.folder, read.at.root, read.inHouse));
  return reportFile(read.shown, found, article.lines, locale);
}

/** The faults of the house files that were read, as findings in those files; adds their texts to `texts`. */
export function reportHouses(known: Houses, { io, locale }: Run, texts: Map<string, string>): readonly FileReport[] {
  return known.faults().map(({ path, text, findings, lines }) => {
    const shown = showPath(path, io.cwd);
    texts.set(shown, text);
    return { path: shown, characters: 0, findings: findings.map((finding) => reportFinding(finding, lines, locale)) };
  });
}
