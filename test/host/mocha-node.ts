import Mocha from 'mocha';
import { loadSuites, patience, report, silent } from './mocha-report.ts';

/** Called by VS Code in its Node extension host. `load` evaluates the suites, once Mocha's globals are there. */
export async function runSuites(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: patience, reporter: silent });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadSuites(load);
  return report(mocha);
}
