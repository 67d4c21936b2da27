import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type HeldTable, heldTable } from './held-table.ts';
import type { FileReport, ReportedFinding } from './report.ts';

/** Reports of articles that wait for the last one to be judged. */
export interface HeldReports {
  hold(report: FileReport): void;
  /** How many are held. */
  readonly count: number;
  /** The same reports, in order: each is read again from where it lies each time that it is asked for something. */
  all(): readonly FileReport[];
  /** Nothing that was held can be read any more. */
  end(): void;
}

/** More findings than this are not kept in memory: each takes a kilobyte or so, and an archive has a million. */
const most = 5_000;

const none: readonly ReportedFinding[] = [];

/**
 * Holds reports: what each says of its article in a table of numbers, their findings in memory while they are few, and
 * then in a temporary file that nobody else can open; in memory again where none can be written.
 *
 * @param inMemory how many findings are kept in memory
 */
export function heldReports(inMemory = most): HeldReports {
  const table = heldTable();
  const kept = new Map<number, readonly ReportedFinding[]>();
  let count = 0;
  let findings = 0;
  let length = 0;
  let file: TemporaryFile | undefined;
  let isFull = false;

  /** How many bytes it takes in the file; 0 where it cannot be written. */
  function written(text: string): number {
    try {
      file ??= temporaryFile();
      const content = Buffer.from(text);
      for (let done = 0; done < content.length; )
        done += writeSync(file.handle, content, done, content.length - done, length + done);
      length += content.length;
      return content.length;
    } catch {
      isFull = true;
      return 0;
    }
  }

  function read(from: number, bytes: number): readonly ReportedFinding[] {
    const content = Buffer.alloc(bytes);
    for (let done = 0; done < bytes; ) {
      const count = file === undefined ? 0 : readSync(file.handle, content, done, bytes - done, from + done);
      if (count === 0) throw new Error('findings that were put aside are gone');
      done += count;
    }
    return JSON.parse(content.toString('utf8'));
  }

  const findingsOf = (nth: number): readonly ReportedFinding[] => {
    const bytes = table.bytes(nth);
    return bytes === 0 ? (kept.get(nth) ?? none) : read(table.from(nth), bytes);
  };

  return {
    hold(report) {
      findings += report.findings.length;
      const from = length;
      const isPutAside = report.findings.length > 0 && findings > inMemory && !isFull;
      const bytes = isPutAside ? written(JSON.stringify(report.findings)) : 0;
      const nth = table.add(report, from, bytes);
      if (bytes === 0 && report.findings.length > 0) kept.set(nth, report.findings);
      count = nth + 1;
    },
    get count() {
      return count;
    },
    all: () => Array.from({ length: count }, (_, nth) => new HeldReport(table, nth, findingsOf)),
    end() {
      file?.end();
      file = undefined;
    },
  };
}

/** A report of the table. There are as many as articles, so that it has what finds the rest, and no more. */
class HeldReport implements FileReport {
  readonly #table: HeldTable;
  readonly #nth: number;
  readonly #findingsOf: (nth: number) => readonly ReportedFinding[];

  constructor(table: HeldTable, nth: number, findingsOf: (nth: number) => readonly ReportedFinding[]) {
    this.#table = table;
    this.#nth = nth;
    this.#findingsOf = findingsOf;
  }

  get path(): string {
    return this.#table.path(this.#nth);
  }

  get characters(): number {
    return this.#table.characters(this.#nth);
  }

  get mistakes(): number {
    return this.#table.mistakes(this.#nth);
  }

  get findings(): readonly ReportedFinding[] {
    return this.#findingsOf(this.#nth);
  }
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
