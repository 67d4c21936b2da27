import type { Locale } from '../model/finding.ts';
import type { SaidByOthers } from '../newsroom/facts.ts';
import type { GivenValue } from './arguments.ts';
import type { AboutOthers } from './facts.ts';
import type { OptionValues } from './options.ts';

/** A thread that works through batches beside the main one. */
export interface Hand<T, R> {
  /** Gives it a batch. It answers batches in the order in which they were given. */
  give(items: readonly T[]): void;
  /** Ends it, whatever it is at. */
  end(): void;
  /** What to do with the results of a batch, and when it can work no more. */
  listen(answered: (results: readonly R[]) => void, lost: () => void): void;
}

/** What a thread does with each item that it is given, and for which run. */
export interface ThreadTask {
  readonly command: 'check' | 'fix';
  readonly locale: Locale;
  readonly values: OptionValues;
  readonly given: readonly GivenValue[];
  /** When the run began, in milliseconds since the epoch. */
  readonly started: number;
}

/** What the main thread answers another one, which asks by values and is told values. */
export type AnswerThread = (question: AboutOthers) => Promise<SaidByOthers>;
