import { ask } from './driver.ts';

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
