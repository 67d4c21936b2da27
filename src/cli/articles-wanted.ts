import { dirname } from 'node:path';
import { type House, stages } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { mostCompared } from '../newsroom/newsroom-index.ts';
import { isAtStage, knowsStage, wordsForStages } from '../reading/named-stage.ts';
import { readingOf } from '../reading/reading.ts';
import { badChoice, suggestion } from './arguments.ts';
import type { HousesOfRun } from './houses.ts';
import type { Source } from './read-articles.ts';
import type { Note } from './report.ts';
import type { Run } from './run.ts';

/** Whether an article is asked for, and whom it names. */
interface Passed {
  readonly wanted: boolean;
  readonly names: readonly string[];
}

/** Tells which articles `--stage` and `--by` ask for; `undefined` where they ask for all. */
export function articleFilter({ stage, by }: Run['values']): ((article: Article, house: House) => Passed) | undefined {
  if (stage === undefined && by === undefined) return undefined;
  const people = by?.map(folded);
  return (article, house) => {
    const reading = readingOf(article, house);
    const names = by === undefined ? [] : [...new Set(reading.people.map(({ name }) => name))];
    const wanted =
      (stage === undefined || stage.some((word) => isAtStage(reading, word))) &&
      (people === undefined || names.some((name) => people.includes(folded(name))));
    return { wanted, names };
  };
}

/**
 * Throws {@link UsageError} for a stage that none of the articles' houses has: all would be passed over for it. What a
 * house calls its stages is known where its articles are.
 */
export async function requireStages(run: Run, houses: HousesOfRun, sources: Iterable<Source>): Promise<void> {
  const { values, io, locale, say } = run;
  const open = new Set(values.stage?.filter((word) => !stages.some((id) => id === word)));
  if (open.size === 0) return;
  const shown = new Set<string>();
  const folders = new Set([io.cwd]);
  for (const source of sources) if ('path' in source) folders.add(dirname(source.path));
  for (const folder of folders) {
    const { house } = await houses.ofFolder(folder);
    for (const word of open) if (knowsStage(house, word)) open.delete(word);
    if (open.size === 0) return;
    for (const word of wordsForStages(house, locale)) shown.add(word);
  }
  const [unknown = ''] = open;
  throw badChoice('--stage', unknown, [...shown], locale, say);
}

/** People of `--by` whom no article names: most likely a slip, and nothing was checked for it. */
export function unnamed({ values, say }: Run, names: ReadonlySet<string>): readonly Note[] {
  const known = new Set([...names].map(folded));
  return (values.by ?? []).flatMap((name) => {
    if (known.has(folded(name))) return [];
    const near = suggestion(name, [...names], say);
    return [
      { path: '', code: 'nobody-signed', message: say('nobody-signed', { name, suggestion: near }), failed: true },
    ];
  });
}

/** That articles beyond the first many were not compared with the others, where there are so many. */
export function comparedSome({ say }: Pick<Run, 'say'>, articles: number): readonly Note[] {
  if (articles <= mostCompared) return [];
  const message = say('compared-some', { count: mostCompared });
  return [{ path: '', code: 'compared-some', message, failed: false }];
}

/** `Ann Lee` and `ann  lee` are one. */
function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
