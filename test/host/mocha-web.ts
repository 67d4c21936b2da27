// Mocha's build for browsers puts itself on the global object; as a package it exports nothing.
import 'mocha/mocha.js';
import { loadSuites, patience, report, silent } from './mocha-report.ts';

/** Called by VS Code in its web worker. `load` evaluates the suites, once Mocha's globals are there. */
export async function runSuites(load: () => void): Promise<void> {
  const page = globalThis as unknown as { readonly mocha: BrowserMocha };
  page.mocha.setup({ ui: 'bdd', timeout: patience, reporter: silent });
  await loadSuites(load);
  return report(page.mocha);
}
