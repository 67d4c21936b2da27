import { version } from '../../package.json';
import { readArguments } from './arguments.ts';
import type { CommandName } from './commands.ts';
import type { Io } from './io.ts';
import { localeOf, speaker, UsageError } from './messages.ts';
import { exitCodes, type Run } from './run.ts';

/**
 * Runs a command line.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 nothing at or above the threshold, 1 findings, 2 could not run. Never throws.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const locale = localeOf(askedLocale(argv), io.env);
  const say = speaker(locale);
  try {
    const { command, values, given, operands } = readArguments(argv, locale, say);
    if (values.version === true) {
      io.stdout.write(`${version}\n`);
      return exitCodes.clean;
    }
    if (command === undefined || values.help === true) {
      const { help } = await import('./help.ts');
      // Nothing was asked for, so nothing was done: a CI job that forgot its command must not pass.
      (values.help === true ? io.stdout : io.stderr).write(help(command, locale));
      return values.help === true ? exitCodes.clean : exitCodes.failed;
    }
    return await (await load(command))({ io, locale, say, values, given, operands });
  } catch (error) {
    if (error instanceof UsageError) io.stderr.write(`copydesk: ${error.message}\n`);
    else
      io.stderr.write(
        `copydesk: ${say('crashed', { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`,
      );
    return exitCodes.failed;
  }
}

/** Errors in the other arguments are said in the language that `--locale` asks for, wherever it stands. */
export function askedLocale(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--locale' || argument.startsWith('--locale='));
  return argv[at]?.startsWith('--locale=') ? argv[at].slice('--locale='.length) : at === -1 ? undefined : argv[at + 1];
}

/** Loads one command and none of the others: start-up time is felt on every save. */
async function load(command: CommandName): Promise<(run: Run) => Promise<number>> {
  switch (command) {
    case 'init':
      return (await import('./commands/init.ts')).init;
    case 'check':
      return (await import('./commands/check.ts')).check;
    case 'fix':
      return (await import('./commands/fix.ts')).fix;
    case 'try':
      return (await import('./commands/try.ts')).tryRule;
    case 'merge':
      return (await import('./commands/merge.ts')).merge;
    case 'new':
      return (await import('./commands/new.ts')).newCommand;
    case 'import':
      return (await import('./commands/import.ts')).importCommand;
    case 'signoff':
      return (await import('./commands/signoff.ts')).signoff;
    case 'ready':
      return (await import('./commands/ready.ts')).ready;
    case 'record':
      return (await import('./commands/record.ts')).record;
    case 'render':
      return (await import('./commands/render.ts')).render;
    case 'diff':
      return (await import('./commands/diff.ts')).diff;
    case 'desk':
      return (await import('./commands/desk.ts')).desk;
    case 'explain':
      return (await import('./commands/explain.ts')).explain;
    case 'house':
      return (await import('./commands/house.ts')).house;
    case 'schema':
      return (await import('./commands/schema.ts')).schema;
    case 'parse':
      return (await import('./commands/parse.ts')).parse;
    case 'completions':
      return (await import('./commands/completions.ts')).completions;
    case 'man':
      return (await import('./commands/man.ts')).man;
    case 'lsp':
      return (await import('./commands/lsp.ts')).lsp;
    case 'mcp':
      return (await import('./commands/mcp.ts')).mcp;
  }
}
