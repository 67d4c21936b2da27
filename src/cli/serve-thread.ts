import { articleChecker } from './check-article.ts';
import { factsOf } from './facts.ts';
import type { ThreadTask } from './hand.ts';
import { housesOf } from './houses.ts';
import type { Io } from './io.ts';
import { keptTraces } from './kept-traces.ts';
import { articleMender } from './mend-article.ts';
import { speaker } from './messages.ts';
import type { Run } from './run.ts';
import { answerBatches } from './threads.ts';

/** Works for a run in a thread of its own: judges articles, and neither writes nor says anything. */
export async function serveThread(task: ThreadTask, io: Io): Promise<void> {
  const { locale, values, given, started } = task;
  const run: Run = { io, locale, say: speaker(locale), values, given, operands: [] };
  const houses = housesOf(run);
  // What the main thread keeps for the next run, it has read as well.
  const facts = factsOf(houses, started, { keptOf: keptTraces(io, started)?.traceOf });
  if (task.command === 'fix') return answerBatches(articleMender({ run, houses, facts }));
  const kept = values.cache === true ? await import('./kept-findings.ts') : undefined;
  answerBatches(articleChecker({ run, houses, facts, keeper: kept?.keeper(locale, started) }));
}
