import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { SaidByOthers } from '../newsroom/facts.ts';
import type { AboutOthers } from './facts.ts';
import type { AnswerThread, Hand, ThreadTask } from './hand.ts';

/** What the main thread says to another one. */
type ToThread<T> = { readonly items: readonly T[] } | { readonly id: number; readonly answer: Answer };

/** What a thread says to the main one. */
type FromThread<R> = { readonly results: readonly R[] } | { readonly id: number; readonly question: AboutOthers };

type Answer = { readonly said: SaidByOthers } | { readonly failed: string };

/** Starts this program once more in a thread of its own. */
export function startThread<T, R>(task: ThreadTask, answer: AnswerThread): Hand<T, R> {
  // The program that starts with the code of earlier runs, which it keeps for each command. The mark is what `bin.ts`
  // looks for: nobody else loads what threads need.
  const program = join(dirname(fileURLToPath(import.meta.url)), 'cli.js');
  const worker = new Worker(program, { argv: [task.command, '--copydesk-thread'], workerData: task });
  const tell = (message: ToThread<T>): void => worker.postMessage(message);
  const answered = async (question: AboutOthers): Promise<Answer> => {
    try {
      return { said: await answer(question) };
    } catch (error) {
      // It is said of the article that asked, and the thread goes on.
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  return {
    give: (items) => tell({ items }),
    end: () => void worker.terminate(),
    listen(done, lost) {
      worker.on('message', (message: FromThread<R>) => {
        if ('results' in message) done(message.results);
        else void answered(message.question).then((answer) => tell({ id: message.id, answer }));
      });
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

/** A thread's work for the main one. */
export interface Service<T, R> {
  /** Answers batch after batch, until the thread is ended. */
  work(one: (item: T) => Promise<R>): void;
  /** Asks the main thread. */
  readonly ask: AnswerThread;
}

export function serviceOfThread<T, R>(): Service<T, R> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  const tell = (message: FromThread<R>): void => parentPort?.postMessage(message);
  let last = Promise.resolve();

  /** All of a batch at once: while one waits for the main thread, the others go on. Batches are answered in order. */
  function begin(items: readonly T[], one: (item: T) => Promise<R>): void {
    const results = Promise.all(items.map(one));
    last = last.then(async () => tell({ results: await results }));
  }

  return {
    work(one) {
      parentPort?.on('message', (message: ToThread<T>) => {
        if ('items' in message) {
          begin(message.items, one);
          return;
        }
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
      });
    },
    ask: (question) =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, (answer) => ('said' in answer ? resolve(answer.said) : reject(new Error(answer.failed))));
        tell({ id, question });
      }),
  };
}
