import { uriOf } from '../disk/place.ts';
import type { AnswerThread, Hand, ThreadTask } from './hand.ts';
import type { HousesOfRun } from './houses.ts';
import type { Listed } from './packed-sources.ts';
import type { Source } from './read-articles.ts';
import type { Run } from './run.ts';

/** How many articles are handed over at a time: few, so that at the end nobody waits for long. */
const batchSize = 8;
/** How many batches a thread has in hand, so that it need not wait while the main one is at an article. */
const inHand = 2;
/** How far ahead of what is told others may be, in batches for each: what waits to be told is kept. */
const ahead = 16;

/** How many threads work on so many articles, the main one included: one, unless more are asked for. */
function jobsOf({ io, values }: Run, articles: number): number {
  const cores = io.threads?.cores ?? 1;
  const asked = Number(values.jobs ?? 1);
  return Math.max(1, Math.min(asked, cores, Math.ceil(articles / batchSize)));
}

/**
 * The threads that work beside this one on a command; none unless they are asked for.
 *
 * @param houses those of this thread, which tells what is wrong with them: all are read here, whoever judges by them
 * @param answer what the threads ask, when this one is between two articles
 */
export async function hire<T, R>(
  command: ThreadTask['command'],
  run: Run,
  started: number,
  sources: Listed<Source>,
  houses: HousesOfRun,
  answer: AnswerThread,
): Promise<readonly Hand<T, R>[]> {
  const { io, locale, values, given } = run;
  const jobs = jobsOf(run, sources.length);
  if (io.threads === undefined || jobs === 1) return [];
  const hands: Hand<T, R>[] = [];
  while (hands.length < jobs - 1)
    hands.push(await io.threads.start({ command, locale, values, given, started }, answer));
  for (const source of sources) if ('path' in source) await houses.of(uriOf(source.path));
  return hands;
}

/**
 * Does something with each item and gives the results in the order of the items, whoever did them: the main thread
 * works beside the hands. What a hand had when it was lost is done by the main thread. Without hands the next item is
 * begun when the result before it was taken.
 *
 * @param handed what a hand is given of an item
 */
export async function* inOrder<Item, T, R>(
  items: Listed<Item>,
  own: (item: Item) => Promise<R>,
  hands: readonly Hand<T, R>[],
  handed: (item: Item) => T,
): AsyncIterable<R> {
  if (hands.length === 0) {
    for (const item of items) yield await own(item);
    return;
  }
  const total = Math.ceil(items.length / batchSize);
  const batchAt = (index: number): readonly Item[] => {
    const batch: Item[] = [];
    for (let nth = index * batchSize; nth < Math.min(items.length, (index + 1) * batchSize); nth++) {
      const item = items.at(nth);
      if (item !== undefined) batch.push(item);
    }
    return batch;
  };
  const done = new Map<number, readonly R[]>();
  const lost: number[] = [];
  const crew = new Map<Hand<T, R>, number[]>(hands.map((hand) => [hand, []]));
  let next = 0;
  let told = 0;
  let wake = (): void => undefined;
  const take = (): number | undefined =>
    next < Math.min(total, told + ahead * (hands.length + 1)) ? next++ : undefined;
  const feed = (): void => {
    for (let round = 0; round < inHand; round++) {
      for (const [hand, doing] of crew) {
        const batch = doing.length > round ? undefined : take();
        if (batch === undefined) continue;
        doing.push(batch);
        hand.give(batchAt(batch).map(handed));
      }
    }
  };
  try {
    for (const hand of hands) {
      hand.listen(
        (results) => {
          const batch = crew.get(hand)?.shift();
          if (batch !== undefined) done.set(batch, results);
          feed();
          wake();
        },
        () => {
          lost.push(...(crew.get(hand) ?? []));
          crew.delete(hand);
          wake();
        },
      );
    }
    feed();
    while (told < total) {
      const results = done.get(told);
      if (results !== undefined) {
        done.delete(told++);
        feed();
        yield* results;
        continue;
      }
      const mine = lost.shift() ?? take();
      if (mine === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const mined: R[] = [];
      for (const item of batchAt(mine)) {
        mined.push(await own(item));
        // What the others have done is heard between two articles.
        await new Promise((resolve) => void setImmediate(resolve));
      }
      done.set(mine, mined);
    }
  } finally {
    for (const hand of hands) hand.end();
  }
}
