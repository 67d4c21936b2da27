import { createInterface } from 'node:readline';

/**
 * Reads standard input line by line; loaded only where somebody is asked. The answer is the next line without its end,
 * `undefined` when there is none. Between questions an input that nobody closes, such as a terminal, keeps nothing alive.
 */
export function lineReader(): () => Promise<string | undefined> {
  const { stdin } = process;
  const lines = createInterface({ input: stdin })[Symbol.asyncIterator]();
  return async () => {
    // A file as input can do neither, and comes to its end by itself.
    stdin.ref?.();
    const { done, value } = await lines.next();
    stdin.unref?.();
    return done === true ? undefined : value;
  };
}
