import { resolve } from 'node:path';
import { ruleOf } from '../checks/index.ts';
import { textAt } from '../disk/disk.ts';
import { type Severity, severities } from '../model/finding.ts';
import { outputsOf } from './outputs.ts';
import type { FileReport, Note, Report, ReportContext } from './report.ts';
import { reporters } from './reporters/index.ts';
import { visible } from './reporters/visible.ts';
import { exitCodes, type Run } from './run.ts';
import { pathsFromTop } from './shown-path.ts';

/**
 * Prints a report in the format that was asked for, and writes those that were asked for beside it. Texts are read again
 * for the formats that show them: to keep those of an archive would take as much memory as it is long. Returns the exit
 * code. Throws {@link UsageError} where a report cannot be written.
 *
 * @param texts by path of the report, those that no file holds
 */
export async function printReport(
  run: Run,
  whole: Report,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  const { io, locale, values } = run;
  const report = values.severity === undefined ? whole : noLower(whole, values.severity);
  const { printed, files } = outputsOf(run);
  const context: ReportContext = {
    locale,
    color: false,
    threshold: thresholdOf(run),
    columns: 100,
    textOf: (path) => texts.get(path) ?? textOnDisk(resolve(io.cwd, path)),
    fromTop: pathsFromTop(io),
    aboutCheck: ruleOf,
  };
  for (const { file, format } of files) {
    // Loaded where there are any: what hashes and locks files takes longer to load than an article to check.
    const { writeReport } = await import('./write-report.ts');
    writeReport(file, (await reporters[format]())(report, context), run);
  }
  const reporter = await reporters[printed]();
  const text = reporter(report, { ...context, color: wantsColor(run), columns: io.columns ?? context.columns });
  for (const piece of inPieces(text)) if (io.stdout.write(piece) === false) await io.drained?.();
  // Annotations, JSON and pages carry the notes themselves.
  if (!['json', 'github', 'html'].includes(printed)) printNotes(run, report.notes);
  return verdict(run, report);
}

/** The exit code that a report deserves. */
function verdict({ io, say, values }: Run, { summary, notes }: Report): number {
  if (notes.some((note) => note.failed)) return exitCodes.failed;
  const most = values['max-warnings'];
  if (most !== undefined && summary.warning > Number(most)) {
    io.stderr.write(`copydesk: ${say('too-many-warnings', { count: summary.warning, most })}\n`);
    return exitCodes.findings;
  }
  const counted = severities.slice(0, severities.indexOf(thresholdOf({ values })) + 1);
  const fails = counted.some((severity) => summary[severity] > 0 && !(severity === 'warning' && most !== undefined));
  return fails ? exitCodes.findings : exitCodes.clean;
}

/** Where warnings are counted, they fail by their number. */
function thresholdOf({ values }: Pick<Run, 'values'>): Severity {
  return values.threshold ?? (values['max-warnings'] === undefined ? 'warning' : 'error');
}

/** A report without what is below a severity. */
function noLower(report: Report, least: Severity): Report {
  const shown = severities.slice(0, severities.indexOf(least) + 1);
  const none = Object.fromEntries(severities.flatMap((name) => (shown.includes(name) ? [] : [[name, 0]])));
  const files = report.files.map(
    (file): FileReport => ({
      path: file.path,
      characters: file.characters,
      mistakes: file.mistakes,
      // Read when they are asked for: those of an archive are not held all at once.
      get findings() {
        return file.findings.filter(({ severity }) => shown.includes(severity));
      },
    }),
  );
  return { ...report, files, summary: { ...report.summary, ...none } };
}

/** Pieces of some length: a write for each finding would take longer than the checking. */
function* inPieces(text: string | Iterable<string>): Iterable<string> {
  let held = '';
  for (const piece of typeof text === 'string' ? [text] : text) {
    held += piece;
    if (held.length < 65_536) continue;
    yield held;
    held = '';
  }
  yield held;
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
