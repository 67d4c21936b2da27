import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { mostCompared } from '../newsroom/newsroom-index.ts';
import { readingOf } from '../reading/reading.ts';
import { suggestion } from './arguments.ts';
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
      (stage === undefined || stage.includes(reading.stage)) &&
      (people === undefined || names.some((name) => people.includes(folded(name))));
    return { wanted, names };
  };
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
