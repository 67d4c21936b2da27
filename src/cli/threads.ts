import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Hand, ThreadTask } from './hand.ts';

/** Starts this program once more in a thread of its own. */
export function startThread<T, R>(task: ThreadTask): Hand<T, R> {
  // The program that starts with the code of earlier runs, which it keeps for each command. The mark is what `bin.ts`
  // looks for: nobody else loads what threads need.
  const program = join(dirname(fileURLToPath(import.meta.url)), 'cli.js');
  const worker = new Worker(program, { argv: [task.command, '--copydesk-thread'], workerData: task });
  return {
    give: (items) => worker.postMessage(items),
    end: () => void worker.terminate(),
    listen(answered, lost) {
      worker.on('message', answered);
      // It is told by `exit` once more; without this, an error in a thread would end the run.
      worker.on('error', () => undefined);
      worker.on('exit', lost);
    },
  };
}

/** What a thread was started for; `undefined` in the main one. */
export function taskOfThread(): ThreadTask | undefined {
  return isMainThread ? undefined : workerData;
}

/** Answers batch after batch, until the thread is ended. */
export function answerBatches<T, R>(work: (item: T) => Promise<R>): void {
  let last = Promise.resolve();
  parentPort?.on('message', (items: readonly T[]) => {
    last = last.then(async () => {
      const results: R[] = [];
      for (const item of items) results.push(await work(item));
      parentPort?.postMessage(results);
    });
  });
}
