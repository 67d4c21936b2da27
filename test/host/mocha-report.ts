import { ask, wantedSuites } from './driver.ts';
import { beginWindow, freshWindow } from './fresh.ts';

/** Suites by name; each is a function that evaluates the suite. */
export type Suites = Readonly<Record<string, () => void>>;

/**
 * Evaluates the suites that this window is to run, each in a suite of Mocha's by its own name, and lays the newsroom
 * anew between them. One that throws while it is read is a failure that is reported like any other.
 */
export async function loadSuites(suites: Suites): Promise<void> {
  await beginWindow();
  for (const [index, name] of wantedSuites().entries()) {
    try {
      describe(name, () => {
        if (index > 0) before('a newsroom laid anew', freshWindow);
        suites[name]?.();
      });
    } catch (error) {
      const stack = error instanceof Error ? error.stack : String(error);
      await ask('result', { suite: name, title: 'reading it', state: 'failed', duration: 0, error: stack });
    }
  }
}

/** Sends what Mocha finds to the process that started VS Code; settles when the run has ended. */
export function report(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent: Promise<unknown>[] = [];
    let failed = 0;
    const send = (state: string, test: Mocha.Runnable, error?: Error) => {
      const [suite, ...titles] = test.titlePath();
      const title = titles.join(' › ');
      const said = error?.stack ?? error?.message;
      sent.push(ask('result', { suite, title, state, duration: test.duration ?? 0, error: said }));
    };
    const runner = mocha.run(() => {
      Promise.all(sent)
        .then(() => ask('end'))
        .then(() => (failed === 0 ? resolve() : reject(new Error(`${failed} failed`))), reject);
    });
    runner.on('pass', (test) => send('passed', test));
    runner.on('pending', (test) => send('skipped', test));
    runner.on('fail', (test, error) => {
      failed += 1;
      send('failed', test, error);
    });
    runner.on('suite end', (suite) => {
      if (suite.parent?.root) sent.push(ask('suite end', { suite: suite.title }));
    });
  });
}

/** Against hangs, not a measure: VS Code on a busy machine may take its time. Milliseconds. */
export const patience = 120_000;

/** Prints nothing: results go to the process that started VS Code. */
export const silent = class {} as unknown as Mocha.ReporterConstructor;
