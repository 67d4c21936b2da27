import { processIo } from './io.ts';
import { askedLocale, main } from './main.ts';
import { localeOf, type Say, speaker } from './messages.ts';
import { whyNotWritten } from './not-written.ts';
import { exitCodes } from './run.ts';

// Not a top-level await: the bundle is CommonJS, which Node starts 9 ms sooner than a module.
void run();

async function run(): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes('--copydesk-thread')) {
    const { taskOfThread } = await import('./threads.ts');
    const task = taskOfThread();
    if (task !== undefined) return (await import('./serve-thread.ts')).serveThread(task, processIo(lost));
  }
  if (!isSomewhere()) {
    process.stderr.write(`copydesk: ${speak()('folder-gone')}\n`);
    process.exit(exitCodes.failed);
  }
  process.exitCode = await main(argv, processIo(lost));
}

/** Whether the working folder is still there: somebody may have removed it under an open terminal. */
function isSomewhere(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

/** Not a constant: what runs above is run before one would be made. */
function speak(): Say {
  return speaker(localeOf(askedLocale(process.argv.slice(2)), process.env));
}

/** What was printed is cut short: nobody may take it for whole. */
function lost({ code, message }: NodeJS.ErrnoException): never {
  const say = speak();
  const detail = whyNotWritten({ kind: 'failed', code: code ?? '', detail: message }, say);
  process.stderr.write(`copydesk: ${say('output-lost', { detail })}\n`);
  process.exit(exitCodes.failed);
}
