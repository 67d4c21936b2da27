import type { Source } from './read-articles.ts';

/** A list whose items may be made as they are asked for. */
export interface Listed<T> extends Iterable<T> {
  readonly length: number;
  at(nth: number): T | undefined;
}

/** Fewer are no matter, and an array is looked into sooner. */
const worthPacking = 1000;

/**
 * The same sources in few bytes: an archive has a hundred thousand, of which each path took a hundred bytes and what
 * holds it fifty.
 */
export function packedSources(sources: readonly Source[]): Listed<Source> {
  return sources.length < worthPacking ? sources : new PackedSources(sources);
}

/** All names in one piece of memory, and where each lies by the number of its folder. */
class PackedSources implements Listed<Source> {
  readonly length: number;
  readonly #folders: string[] = [];
  readonly #folderOf: Uint32Array;
  /** Where each name ends. */
  readonly #ends: Uint32Array;
  /** In units of UTF-16: a name of Windows need not be text. */
  readonly #names: Uint16Array;
  /** Those that are more than a file that lay in a folder. */
  readonly #others = new Map<number, Source>();

  constructor(sources: readonly Source[]) {
    this.length = sources.length;
    this.#folderOf = new Uint32Array(sources.length);
    this.#ends = new Uint32Array(sources.length);
    const numbers = new Map<string, number>();
    let units = 0;
    for (const source of sources) units += nameIn(source).length;
    this.#names = new Uint16Array(units);
    let written = 0;
    for (const [nth, source] of sources.entries()) {
      const name = nameIn(source);
      for (let unit = 0; unit < name.length; unit++) this.#names[written++] = name.charCodeAt(unit);
      this.#ends[nth] = written;
      if (name === '') {
        this.#others.set(nth, source);
        continue;
      }
      const folder = 'path' in source ? source.path.slice(0, -name.length) : '';
      const number = numbers.get(folder) ?? this.#folders.push(folder) - 1;
      numbers.set(folder, number);
      this.#folderOf[nth] = number;
    }
  }

  at(nth: number): Source | undefined {
    const other = this.#others.get(nth);
    if (other !== undefined || nth < 0 || nth >= this.length) return other;
    const units = this.#names.subarray(nth === 0 ? 0 : this.#ends[nth - 1], this.#ends[nth]);
    // As the machine keeps them, whichever end of a unit comes first.
    const name = String.fromCharCode(...units);
    return { path: `${this.#folders[this.#folderOf[nth] ?? 0] ?? ''}${name}`, named: false };
  }

  *[Symbol.iterator](): Generator<Source, undefined> {
    for (let nth = 0; nth < this.length; nth++) {
      const source = this.at(nth);
      if (source !== undefined) yield source;
    }
  }
}

/** The name of a file that lay in a folder and of which all is wanted; '' for every other source. */
function nameIn(source: Source): string {
  if ('stdin' in source || source.named || source.lines !== undefined) return '';
  return /[^/\\]*$/.exec(source.path)?.[0] ?? '';
}
