import type { FileReport } from './report.ts';

/** What reports say of their articles besides findings, and where those lie, by the number of the report from 0. */
export interface HeldTable {
  /** @param from where its findings lie in the file @param bytes how long they are there; 0 where they are not */
  add(report: FileReport, from: number, bytes: number): number;
  path(nth: number): string;
  characters(nth: number): number;
  mistakes(nth: number): number;
  from(nth: number): number;
  bytes(nth: number): number;
}

/** What a row holds: where the path ends in the text of all paths, then the others. */
const columns = 5;

/** A table in two pieces of memory: of a hundred thousand articles it takes 10 MB, where objects took 30. */
export function heldTable(): HeldTable {
  let numbers = new Float64Array(columns * 256);
  // In units of UTF-16: a name of Windows need not be text.
  let paths = new Uint16Array(16_384);
  let count = 0;
  let written = 0;
  const at = (nth: number, column: number): number => numbers[nth * columns + column] ?? 0;
  return {
    add({ path, characters, mistakes }, from, bytes) {
      if ((count + 1) * columns > numbers.length) numbers = grown(numbers, new Float64Array(numbers.length * 2));
      while (written + path.length > paths.length) paths = grown(paths, new Uint16Array(paths.length * 2));
      for (let unit = 0; unit < path.length; unit++) paths[written++] = path.charCodeAt(unit);
      numbers.set([written, characters, mistakes, from, bytes], count * columns);
      return count++;
    },
    path(nth) {
      const units = paths.subarray(nth === 0 ? 0 : at(nth - 1, 0), at(nth, 0));
      return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
    },
    characters: (nth) => at(nth, 1),
    mistakes: (nth) => at(nth, 2),
    from: (nth) => at(nth, 3),
    bytes: (nth) => at(nth, 4),
  };
}

function grown<T extends Float64Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
