import { basename, resolve } from 'node:path';
import { kindAt, readBytes } from '../disk/disk.ts';
import {
  mayStandIn,
  meantReportFile,
  type ReportFile,
  type ReportFormat,
  readReportFile,
  reportFormats,
} from '../house/report-formats.ts';
import { houseFile, isArticleName, staffFile, termsFile } from '../newsroom/files.ts';
import { UsageError } from './messages.ts';
import type { Run } from './run.ts';

/** Where reports go. */
interface Outputs {
  /** What is printed. */
  readonly printed: ReportFormat;
  readonly files: readonly ReportFile[];
}

/**
 * Which report goes where. A file's name says its format; where it says too little, `--format` before it does, or the
 * format stands before it: `gitlab:report.json`. What `--format` is left over is printed. Throws {@link UsageError}.
 */
export function outputsOf({ given, say }: Run): Outputs {
  const files: ReportFile[] = [];
  const free: ReportFormat[] = [];
  for (const { name, value } of given) {
    const format = name === 'format' ? reportFormats.find((known) => known === value) : undefined;
    if (format !== undefined) free.push(format);
    if (name !== 'output') continue;
    const meant = meantReportFile(value);
    if (meant !== undefined) throw new UsageError(say('output-format', { path: value, example: meant }));
    const before = free.at(-1);
    const own = readReportFile(value);
    const isNamed = own !== undefined && own.file !== value;
    if (before !== undefined && !isNamed && mayStandIn(value, before)) {
      files.push({ file: value, format: before });
      free.pop();
    } else if (own !== undefined) files.push(own);
    else throw new UsageError(say('output-format', { path: value, example: `sarif:${value}` }));
  }
  return { printed: free.at(-1) ?? 'pretty', files };
}

/** How what we wrote before begins. What is there and begins otherwise is somebody's own, and stays. */
const begins: Readonly<Record<ReportFormat, RegExp>> = {
  pretty: /^/,
  github: /^(?:::|$)/,
  unix: /^/,
  json: /^\{\s*"version": "1",\s*"files":/,
  ndjson: /^(?:\{"path":|$)/,
  sarif: /^\{\s*"\$schema": "[^"]*sarif/,
  junit: /^<\?xml[^>]*>\s*<testsuites name="copydesk"/,
  checkstyle: /^<\?xml[^>]*>\s*<checkstyle/,
  gitlab: /^\[\s*(?:\]|\{\s*"description":)/,
  rdjson: /^\{\s*"source": \{\s*"name": "copydesk"/,
  tap: /^TAP version/,
  html: /^<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta name="generator" content="copydesk">/,
  csv: /^\uFEFF(?:File|文件|檔案),/,
};

/** Bytes of a report that tell its format. */
const headLength = 1200;

/** Throws {@link UsageError} for a file that is no report: an article, a file of the newsroom, anything of somebody's own. */
export function requireOutputs(run: Run): void {
  const { io, say } = run;
  for (const { file, format } of outputsOf(run).files) {
    const path = resolve(io.cwd, file);
    const kind = kindAt(path);
    const isOwn =
      isArticleName(path) ||
      [houseFile, staffFile, termsFile].includes(basename(path)) ||
      kind === 'folder' ||
      (kind === 'file' && !mayBeReplaced(path, format));
    if (isOwn) throw new UsageError(say('output-no-report', { path: file, format }));
  }
}

/** Whether a file is empty, or begins as a report of the format; of one that cannot be read nobody knows. */
function mayBeReplaced(path: string, format: ReportFormat): boolean {
  const head = readBytes(path, headLength, true);
  if (head === undefined || 'refused' in head) return false;
  // With its byte-order mark: that of a CSV is its own.
  const text = Buffer.from(head.bytes).toString('utf8');
  return text === '' || begins[format].test(text);
}
