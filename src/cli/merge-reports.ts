import { severities } from '../model/finding.ts';
import { buildReport } from './build-report.ts';
import { type Say, UsageError } from './messages.ts';
import type { FileReport, Note, Report } from './report.ts';

/** A report that was read from a file. */
interface ReadReport {
  /** As the user names it. */
  readonly name: string;
  readonly report: Report;
}

/** Reads what `--format json` printed. Throws {@link UsageError} for anything else. */
export function readReport(name: string, text: string, say: Say): ReadReport {
  let read: unknown;
  try {
    // PowerShell puts a byte-order mark before what it writes into a file.
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(say('no-report', { path: name }));
  }
  if (!isReport(read)) throw new UsageError(say('no-report', { path: name }));
  return { name, report: read };
}

/**
 * What one run over everything would have reported: articles of all, and once what each run says of the same house
 * files. `milliseconds` is that of the slowest, since shards run beside each other. Throws {@link UsageError} where a
 * shard is missing, or where an article stands in two reports.
 */
export function mergeReports(all: readonly ReadReport[], say: Say): Report {
  requireShards(all, say);
  const articles = new Map<string, { readonly file: FileReport; readonly name: string }>();
  const houses = new Map<string, FileReport>();
  const notes = new Map<string, Note>();
  for (const { name, report } of all) {
    // House files with faults stand after the articles, which are counted.
    for (const [index, file] of report.files.entries()) {
      if (index >= report.summary.files) {
        if (!houses.has(file.path)) houses.set(file.path, file);
        continue;
      }
      const other = articles.get(file.path);
      if (other !== undefined) throw new UsageError(say('merged-twice', { path: file.path, name, other: other.name }));
      articles.set(file.path, { file, name });
    }
    for (const note of report.notes) notes.set(JSON.stringify([note.path, note.code, note.message]), note);
  }
  return buildReport(
    [...articles.values()].map(({ file }) => file),
    [...houses.values()],
    [...notes.values()],
    all.reduce((longest, { report }) => Math.max(longest, report.summary.milliseconds), 0),
  );
}

/** A report that lacks a shard would call clean what nobody looked at. */
function requireShards(all: readonly ReadReport[], say: Say): void {
  const [first] = all.flatMap(({ report }) => (report.summary.shard ? [report.summary.shard] : []));
  if (first === undefined) return;
  const found = new Map<number, string>();
  for (const { name, report } of all) {
    if (report.summary.shard?.count !== first.count)
      throw new UsageError(say('other-shard', { name, count: first.count }));
    const { index } = report.summary.shard;
    const other = found.get(index);
    if (other !== undefined) throw new UsageError(say('shard-twice', { name, other, index, count: first.count }));
    found.set(index, name);
  }
  for (let index = 1; index <= first.count; index++)
    if (!found.has(index)) throw new UsageError(say('shard-missing', { index, count: first.count }));
}

type Unknown = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0;

/** Whether a value has the shape of `output.schema.json`, as far as anything here relies on it. */
function isReport(value: unknown): value is Report {
  if (!isObject(value) || value.version !== '1' || !Array.isArray(value.files) || !Array.isArray(value.notes))
    return false;
  const { summary } = value;
  if (!(isObject(summary) && isCount(summary.files) && isCount(summary.milliseconds))) return false;
  const { shard } = summary;
  if (shard !== undefined && !(isObject(shard) && isCount(shard.index) && isCount(shard.count))) return false;
  return value.files.every(isFile) && value.notes.every(isNote);
}

function isFile(file: unknown): boolean {
  if (!isObject(file) || typeof file.path !== 'string' || !Array.isArray(file.findings)) return false;
  return isCount(file.characters) && isCount(file.mistakes) && file.findings.every(isFinding);
}

function isFinding(finding: unknown): boolean {
  if (!isObject(finding) || !isObject(finding.range) || !Array.isArray(finding.fixes)) return false;
  const { start, end } = finding.range;
  const places = [start, end].every((place) => isObject(place) && isCount(place.line) && isCount(place.column));
  const isSaid = typeof finding.check === 'string' && typeof finding.message === 'string';
  return places && isSaid && severities.some((name) => name === finding.severity);
}

function isNote(note: unknown): boolean {
  if (!isObject(note) || typeof note.failed !== 'boolean') return false;
  return [note.path, note.code, note.message].every((text) => typeof text === 'string');
}
