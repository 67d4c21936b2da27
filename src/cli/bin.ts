import { processIo } from './io.ts';
import { main } from './main.ts';

// Not a top-level await: the bundle is CommonJS, which Node starts 9 ms sooner than a module.
void run();

async function run(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--copydesk-thread')) {
    const { taskOfThread } = await import('./threads.ts');
    const task = taskOfThread();
    if (task !== undefined) return (await import('./serve-thread.ts')).serveThread(task, processIo());
  }
  process.exitCode = await main(argv, processIo());
}
