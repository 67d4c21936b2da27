// What windows of VS Code need and a clone does not hold, fetched once: VS Code, a browser, fonts.
//   node test/host/fetch.mjs      for every mode, while the caller has other things to do
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { builtinExtensions } from './builtin.mjs';
import { pictureFonts } from './fonts.mjs';
import { modes } from './modes.mjs';
import { say, script } from './say.mjs';
import { prepareServerless } from './serverless.mjs';
import { desktopVscode, embeddedServer } from './vscode.mjs';

/**
 * Fetches what is not there. Nothing is fetched while windows are open: they would stand still.
 * @param {readonly import('./modes.mjs').Mode[]} wanted
 * @returns {Promise<{ desktop: string | undefined }>} the executable of a desktop VS Code, where there is one
 * Throws {@link import('./say.mjs').Advice} that says what to do.
 */
export async function fetchFor(wanted) {
  const desktop = await desktopVscode();
  if (desktop === undefined) {
    // Made before any window opens: several would make it at once.
    builtinExtensions(embeddedServer().vscode);
    const { executable } = await findBrowser({ fetching: true });
    say(`using the embedded VS Code in ${executable}`);
  } else {
    say(`using ${desktop}`);
  }
  if (wanted.some((mode) => mode.serverless)) prepareServerless();
  if (wanted.some((mode) => mode.pictured)) pictureFonts();
  return { desktop };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(() => fetchFor(modes));
