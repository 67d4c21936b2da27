// Mocha's reporter for the pure suites: one line for each outermost suite, the failures in full at the end, and the
// counts in a file for `npm test` to add up, with the files of which a test ran. A suite in which none ran is a failure.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class PureReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const empty = [];
    const ran = new Set();
    let counts;
    // Suites that ran in another process have lost their parents, so they are counted, and their times added up.
    let depth = 0;
    runner.on('suite', (suite) => {
      if (suite.root) return;
      depth += 1;
      if (depth === 1) counts = { passed: 0, failed: 0, milliseconds: 0 };
    });
    const count = (state) => (test) => {
      ran.add(test.file);
      counts ??= { passed: 0, failed: 0, milliseconds: 0 };
      counts[state] += 1;
      counts.milliseconds += test.duration ?? 0;
    };
    runner.on('pass', count('passed'));
    runner.on('fail', count('failed'));
    runner.on('suite end', (suite) => {
      if (suite.root) return;
      depth -= 1;
      if (depth > 0) return;
      const none = counts.passed + counts.failed === 0;
      if (none) empty.push(suite.title);
      const failed = counts.failed > 0 ? `, ${counts.failed} failed` : '';
      const said = none ? 'no test ran' : `${counts.passed} passed${failed} (${counts.milliseconds} ms)`;
      console.log(`  ${none || failed ? '✗' : '✓'} ${suite.title}: ${said}`);
    });
    runner.once('end', () => {
      if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
      const { passes, failures, pending } = this.stats;
      const { counts: file } = options.reporterOptions ?? {};
      const outcome = { passed: passes, failed: failures + empty.length, skipped: pending, files: [...ran] };
      if (file) writeFileSync(file, JSON.stringify(outcome));
      else console.log(`\n${outcome.passed} passed, ${outcome.failed} failed`);
    });
  }
}
