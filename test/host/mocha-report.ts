import { ask } from './driver.ts';

/** Evaluates the suites; a suite that throws while it is read is a failure that is reported like any other. */
export async function loadSuites(load: () => void): Promise<void> {
  try {
    load();
  } catch (error) {
    const stack = error instanceof Error ? error.stack : String(error);
    await ask('result', { title: 'reading the suites', state: 'failed', duration: 0, error: stack });
    await ask('end');
    throw error;
  }
}

/** Sends what Mocha finds to the process that started VS Code; settles when the run has ended. */
export function report(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent: Promise<unknown>[] = [];
    let failed = 0;
    const send = (state: string, test: Mocha.Runnable, error?: Error) => {
      const title = test.titlePath().join(' › ');
      sent.push(ask('result', { title, state, duration: test.duration ?? 0, error: error?.stack ?? error?.message }));
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
  });
}

/** Against hangs, not a measure: VS Code on a busy machine may take its time. Milliseconds. */
export const patience = 120_000;

/** Prints nothing: results go to the process that started VS Code. */
export const silent = class {} as unknown as Mocha.ReporterConstructor;
