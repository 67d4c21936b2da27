import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileReport, ReportedFinding } from './report.ts';

/** Reports of articles that wait for the last one to be judged. */
interface HeldReports {
  /** The same report; of many, its findings are read again each time that they are asked for. */
  hold(report: FileReport): FileReport;
  /** Nothing that was held can be read any more. */
  end(): void;
}

/** More findings than this are not kept in memory: each takes a kilobyte or so, and an archive has a million. */
const most = 5_000;

const none: readonly ReportedFinding[] = [];

/**
 * Holds reports in memory, and those of many findings in a temporary file that nobody else can open; in memory again
 * where none can be written.
 *
 * @param inMemory how many findings are kept in memory
 */
export function heldReports(inMemory = most): HeldReports {
  let findings = 0;
  let length = 0;
  let file: TemporaryFile | undefined;
  let isFull = false;

  function written(text: string): { readonly from: number; readonly bytes: number } | undefined {
    try {
      file ??= temporaryFile();
      const content = Buffer.from(text);
      for (let done = 0; done < content.length; )
        done += writeSync(file.handle, content, done, content.length - done, length + done);
      const at = { from: length, bytes: content.length };
      length += content.length;
      return at;
    } catch {
      isFull = true;
      return undefined;
    }
  }

  function read({ from, bytes }: { readonly from: number; readonly bytes: number }): readonly ReportedFinding[] {
    const content = Buffer.alloc(bytes);
    for (let done = 0; done < bytes; ) {
      const count = file === undefined ? 0 : readSync(file.handle, content, done, bytes - done, from + done);
      if (count === 0) throw new Error('findings that were put aside are gone');
      done += count;
    }
    return JSON.parse(content.toString('utf8'));
  }

  return {
    hold(report) {
      const { path, characters, mistakes } = report;
      findings += report.findings.length;
      if (report.findings.length === 0) return { path, characters, mistakes, findings: none };
      const at = findings <= inMemory || isFull ? undefined : written(JSON.stringify(report.findings));
      if (at === undefined) return report;
      return {
        path,
        characters,
        mistakes,
        get findings() {
          return read(at);
        },
      };
    },
    end() {
      file?.end();
      file = undefined;
    },
  };
}

interface TemporaryFile {
  readonly handle: number;
  end(): void;
}

/** A file in a folder of its own, which are both gone as soon as the system lets them. Throws where there can be none. */
function temporaryFile(): TemporaryFile {
  const path = join(mkdtempSync(join(tmpdir(), 'copydesk-')), 'findings');
  const handle = openSync(path, 'wx+', 0o600);
  const isGone = removed(path);
  return {
    handle,
    end() {
      closeSync(handle);
      if (!isGone) removed(path);
    },
  };
}

/** Windows keeps what is open. */
function removed(path: string): boolean {
  try {
    unlinkSync(path);
    rmdirSync(dirname(path));
    return true;
  } catch {
    return false;
  }
}
