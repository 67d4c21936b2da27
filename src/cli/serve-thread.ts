import { articleChecker } from './check-article.ts';
import { factsOf } from './facts.ts';
import type { ThreadTask } from './hand.ts';
import { housesOf } from './houses.ts';
import type { Io } from './io.ts';
import { keptTraces } from './kept-traces.ts';
import { articleMender } from './mend-article.ts';
import { speaker } from './messages.ts';
import type { Run } from './run.ts';
import { serviceOfThread } from './threads.ts';

/** Works for a run in a thread of its own: judges articles, and neither writes nor says anything. */
export async function serveThread(task: ThreadTask, io: Io): Promise<void> {
  const { locale, values, given, started } = task;
  const run: Run = { io, locale, say: speaker(locale), values, given, operands: [] };
  const houses = housesOf(run);
  const service = serviceOfThread<never, unknown>();
  // What the others say is asked of the main thread, which alone keeps it: in each it took as much memory and time again.
  const facts = factsOf(houses, started, {
    asked: values.for,
    keptOf: keptTraces(io, started)?.traceOf,
    ask: service.ask,
  });
  if (task.command === 'fix') return service.work(articleMender({ run, houses, facts }));
  const kept = values.cache === true ? await import('./kept-findings.ts') : undefined;
  const { signatureAuthors } = values.authors === true ? await import('./signature-authors.ts') : {};
  const authors = signatureAuthors?.(run);
  service.work(articleChecker({ run, houses, facts, keeper: kept?.keeper(locale, started), authors }));
}
