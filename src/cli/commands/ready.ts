import { type OpenItem, type Readiness, readiness } from '../../engine/readiness.ts';
import { fill, inLocale, type Locale, type Localized } from '../../model/finding.ts';
import { parseArticle } from '../../model/parse.ts';
import { type LineStarts, lineAt } from '../../model/range.ts';
import { wantedBy } from '../../newsroom/facts.ts';
import { stageWord } from '../../reading/stage.ts';
import { factsOf } from '../facts.ts';
import { housesOf, notesOnHouses } from '../houses.ts';
import { keptTraces } from '../kept-traces.ts';
import { whyNoArticles } from '../no-articles.ts';
import { printNotes } from '../print-report.ts';
import { findSources, readSource } from '../read-articles.ts';
import { exitCodes, type Run } from '../run.ts';

/** `copydesk ready`: what stands between articles and their next stage. Returns the exit code. */
export async function ready(run: Run): Promise<number> {
  const { io, locale } = run;
  const houses = housesOf(run);
  const now = io.now();
  const traces = keptTraces(io, now);
  const facts = factsOf(houses, now, { keptOf: traces?.traceOf });
  const { sources, notes: first } = await findSources(run, houses);
  const notes = [...first];
  let open = 0;
  let count = 0;
  for (const source of sources) {
    const { read, notes: told } = await readSource(source, run, houses);
    notes.push(...told);
    if (read === undefined) continue;
    const { house } = read.inForce;
    const article = parseArticle(read.text);
    const found = readiness(article, house, await facts(wantedBy(article, house), read), run.values.for);
    count++;
    if (!found.isReady && found.through === undefined) open++;
    const stage = stageWord(house, found.next, locale);
    io.stdout.write(`${read.shown}: ${verdict(found, stage, locale)}\n`);
    for (const item of found.items) io.stdout.write(`  ${itemLine(item, article.lines, locale)}\n`);
  }
  traces?.write();
  notes.push(...notesOnHouses(houses, run));
  printNotes(run, notes);
  if (count === 0 && notes.length === 0) io.stderr.write(whyNoArticles(run, sources.length, houses));
  if (notes.some(({ failed }) => failed)) return exitCodes.failed;
  return open > 0 ? exitCodes.findings : exitCodes.clean;
}

const words = {
  ready: { en: 'ready for “{stage}”', zh: '可以进入“{stage}”' },
  open: { en: 'not ready for “{stage}”', zh: '还不能进入“{stage}”' },
  through: { en: 'let through to “{stage}” by {name}: {reason}', zh: '已由{name}放行至“{stage}”，理由：{reason}' },
  error: { en: 'error', zh: '错误' },
  field: { en: 'field', zh: '字段' },
  signature: { en: 'signature', zh: '审签' },
  embargo: { en: 'embargo', zh: '解禁' },
  warning: { en: 'warning', zh: '警告' },
} as const satisfies Record<string, Localized>;

function verdict({ isReady, through }: Readiness, stage: string, locale: Locale): string {
  const key = isReady ? 'ready' : through ? 'through' : 'open';
  return fill(inLocale(words[key], locale), { stage, name: through?.name ?? '', reason: through?.reason ?? '' });
}

function itemLine({ kind, text, at, id }: OpenItem, lines: LineStarts, locale: Locale): string {
  const line = lineAt(lines, at.start);
  // What is not there has no place yet.
  const place = id === undefined ? `${line + 1}:${at.start - (lines[line] ?? 0) + 1}  ` : '';
  return `${place}${inLocale(words[kind], locale)}  ${inLocale(text, locale)}`;
}
