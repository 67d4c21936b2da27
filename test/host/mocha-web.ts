// Mocha's build for browsers puts itself on the global object; as a package it exports nothing.
import 'mocha/mocha.js';
import { loadSuites, patience, report, type Suites, silent } from './mocha-report.ts';

/** Called by VS Code in its web worker. Suites are evaluated once Mocha's globals are there. */
export async function runSuites(suites: Suites): Promise<void> {
  const page = globalThis as unknown as { readonly mocha: BrowserMocha };
  page.mocha.setup({ ui: 'bdd', timeout: patience, reporter: silent });
  await loadSuites(suites);
  return report(page.mocha);
}
