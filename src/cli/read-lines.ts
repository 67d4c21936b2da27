import { createInterface } from 'node:readline';

/** The lines of standard input, one after the other; loaded only where somebody is asked. */
export function readLines(): AsyncIterator<string> {
  return createInterface({ input: process.stdin })[Symbol.asyncIterator]();
}
