import { errorRate } from '../engine/error-rate.ts';
import type { Severity } from '../model/finding.ts';
import type { FileReport, Note, Report, Shard } from './report.ts';

export { reportFile, reportFinding } from '../engine/reported.ts';

/**
 * Adds everything up. Articles, houses and notes stand in order of their paths, however they came about: what several
 * threads or machines found is then the same as what one did. `houses`: house files with faults, which are no articles. `milliseconds`: how long the run took. `shard`: which part of
 * the articles they are.
 */
export function buildReport(
  articles: readonly FileReport[],
  houses: readonly FileReport[],
  notes: readonly Note[],
  milliseconds: number,
  shard?: Shard,
): Report {
  const files = [...inOrder(articles), ...inOrder(houses)];
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let characters = 0;
  let mistakes = 0;
  for (const file of files) {
    characters += file.characters;
    mistakes += file.mistakes;
    for (const finding of file.findings) count[finding.severity]++;
  }
  return {
    version: '1',
    files,
    notes: inOrder(notes),
    summary: {
      files: articles.length,
      ...count,
      characters,
      // Weights are tenths: what adding them up leaves behind the sixth decimal is no mistake of anybody's.
      mistakes: Math.round(mistakes * 1e6) / 1e6,
      errorRate: errorRate(mistakes, characters),
      milliseconds,
      ...(shard && { shard }),
    },
  };
}

/** In order of path, by UTF-16 units; what is said of one file stays as it was. */
function inOrder<T extends { readonly path: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
