import Mocha from 'mocha';
import { patience, report, silent } from './mocha-report.ts';

/** Called by VS Code in its Node extension host. `load` evaluates the suites, once Mocha's globals are there. */
export function runSuites(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: patience, reporter: silent });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  return report(mocha);
}
