import Mocha from 'mocha';
import { loadSuites, patience, report, type Suites, silent } from './mocha-report.ts';

/** Called by VS Code in its Node extension host. Suites are evaluated once Mocha's globals are there. */
export async function runSuites(suites: Suites): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: patience, reporter: silent });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadSuites(suites);
  return report(mocha);
}
