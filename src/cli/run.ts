import type { Locale } from '../model/finding.ts';
import type { GivenValue } from './arguments.ts';
import type { Io } from './io.ts';
import type { Say } from './messages.ts';
import type { OptionValues } from './options.ts';

/** What a command is run with. */
export interface Run {
  readonly io: Io;
  readonly locale: Locale;
  readonly say: Say;
  readonly values: OptionValues;
  /** The options that have a value, in the order in which they were given. */
  readonly given: readonly GivenValue[];
  readonly operands: readonly string[];
}

/** The exit codes: nothing at or above the threshold; findings; could not run. */
export const exitCodes = { clean: 0, findings: 1, failed: 2 } as const;
