// Mocha's reporter for the pure suites: one line for each outermost suite, the failures in full at the end, and the
// counts in a file for `npm test` to add up.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class PureReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    let counts = { passed: 0, failed: 0 };
    let begun = Date.now();
    const outermost = (suite) => suite.parent?.root === true;
    runner.on('suite', (suite) => {
      if (outermost(suite)) {
        counts = { passed: 0, failed: 0 };
        begun = Date.now();
      }
    });
    runner.on('pass', () => {
      counts.passed += 1;
    });
    runner.on('fail', () => {
      counts.failed += 1;
    });
    runner.on('suite end', (suite) => {
      if (!outermost(suite)) return;
      const failed = counts.failed > 0 ? `, ${counts.failed} failed` : '';
      console.log(
        `  ${counts.failed > 0 ? '✗' : '✓'} ${suite.title}: ${counts.passed} passed${failed} (${Date.now() - begun} ms)`,
      );
    });
    runner.once('end', () => {
      if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
      const { passes, failures, pending } = this.stats;
      const { counts: file } = options.reporterOptions ?? {};
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
      else console.log(`\n${passes} passed, ${failures} failed`);
    });
  }
}
