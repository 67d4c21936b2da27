import { resolve } from 'node:path';
import { ruleOf } from '../checks/index.ts';
import { textAt } from '../disk/disk.ts';
import { severities } from '../model/finding.ts';
import type { Note, Report } from './report.ts';
import { reporters } from './reporters/index.ts';
import { visible } from './reporters/visible.ts';
import { exitCodes, type Run } from './run.ts';

/**
 * Prints a report in the format that was asked for. Texts are read again for the formats that show them: to keep those
 * of an archive would take as much memory as it is long. Returns the exit code.
 *
 * @param texts by path of the report, those that no file holds
 */
export async function printReport(
  run: Run,
  report: Report,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  const { io, locale, values } = run;
  const format = values.format ?? 'pretty';
  const reporter = await reporters[format]();
  io.stdout.write(
    reporter(report, {
      locale,
      color: wantsColor(run),
      columns: io.columns ?? 100,
      textOf: (path) => texts.get(path) ?? textOnDisk(resolve(io.cwd, path)),
      aboutCheck: ruleOf,
    }),
  );
  // Annotations and JSON carry the notes themselves.
  if (format !== 'json' && format !== 'github') printNotes(run, report.notes);
  if (report.notes.some((note) => note.failed)) return exitCodes.failed;
  const counted = severities.slice(
    0,
    severities.findIndex((severity) => severity === (values.threshold ?? 'warning')) + 1,
  );
  return counted.some((severity) => report.summary[severity] > 0) ? exitCodes.findings : exitCodes.clean;
}

/** The text of a file; `undefined` where it cannot be read. */
function textOnDisk(path: string): string | undefined {
  const read = textAt(path);
  return read && 'text' in read ? read.text : undefined;
}

/** Says on standard error what was noticed besides findings. */
export function printNotes({ io }: Run, notes: readonly Note[]): void {
  for (const { path, code, message } of notes) {
    const named = code === 'not-found' || code === 'no-match' || path === '';
    io.stderr.write(`copydesk: ${visible(named ? message : `${path}: ${message}`)}\n`);
  }
}

/** Colours on a terminal only; NO_COLOR (no-color.org) and FORCE_COLOR decide otherwise. */
function wantsColor({ io }: Run): boolean {
  if (io.env.NO_COLOR) return false;
  const forced = io.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return io.isTTY && io.env.TERM !== 'dumb';
}
