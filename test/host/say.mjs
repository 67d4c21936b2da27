// What the scripts say while they work, and how they fail: with a sentence that says what to do.

/** A failure whose message is meant for the person at the terminal; no stack is printed for it. */
export class Advice extends Error {}

/** @param {string} text one line about what happens next */
export function say(text) {
  console.log(`copydesk: ${text}`);
}

/**
 * Runs a script's main function; prints what it throws and sets the exit code.
 * @param {() => Promise<void>} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    // esbuild has already printed what it found.
    if (!error.errors) console.error(error instanceof Advice ? `\ncopydesk: ${error.message}` : error);
    process.exitCode = 1;
  }
}
