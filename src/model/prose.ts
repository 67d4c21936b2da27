import type { Range, TextEdit } from './range.ts';

/**
 * A place in the source that was cut from prose. Checks point with places: only {@link Prose.at} and the
 * front matter make them, so that no check can invent an offset.
 */
export interface Place extends Range {
  /** The prose that the place was cut from; absent for places in the YAML itself or of a whole block. */
  readonly prose?: Prose;
  /** Offsets into `prose.text` (UTF-16 units from 0); 0 where there is no prose. */
  readonly from: number;
  readonly to: number;
}

/** An edit of prose: offsets are UTF-16 units into `prose.text`. */
export interface ProseEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What a run of prose is in the source.
 * - `verbatim`: every character of prose is that character of the source.
 * - `encoded`: an entity, an escape, or a line break with its quote marks: some characters of prose for others of
 *   the source, indivisible.
 * - `literal`: code, raw HTML, an autolink, an image, or text that could not be aligned: not to be read or changed.
 */
export type RunKind = 'verbatim' | 'encoded' | 'literal';

/** The character that stands in {@link Prose.text} for each character of a literal run: U+FFFC. */
export const LITERAL = '\uFFFC';

/** What all prose has in common that reads the same; what was worked out from the text alone is kept in it (`kept.ts`). */
export class Identity {
  /** By the number of the work. */
  readonly kept: unknown[] = [];
  /** A bit for each question that was asked of the text, and for each whose answer was yes. */
  asked = 0;
  told = 0;
}

/**
 * Plain text with a map back to the source. One type for body text, captions and front-matter values.
 */
export interface Prose {
  /**
   * What a reader reads, with every character of a literal run (code, HTML, autolinks, images, text that could
   * not be aligned) replaced by U+FFFC. Offsets into it are UTF-16 units from 0.
   */
  readonly text: string;
  /** The same, literal runs included: exactly what is rendered. Same length as `text`. */
  readonly rendered: string;
  /**
   * The same object for every prose that reads the same, as long as the parse cache keeps it: what was worked out
   * from the text alone can be kept under it. Two prose with different identities may still read the same.
   */
  readonly identity: Identity;
  /** The place of `text[from, to)` in the source; an empty range is the point before `from`. */
  at(from: number, to: number): Place;
  /** Which run kind the character at `index` belongs to. */
  kindAt(index: number): RunKind;
  /** Whether the character at `index` ends a line of the source and none of what is read (a soft line break). */
  isSoftBreak(index: number): boolean;
  /**
   * Source edits that change the prose as told, or `undefined` when an edit touches a literal run, cuts an
   * encoded run in two, or crosses markup. Edits must not overlap.
   */
  encode(edits: readonly ProseEdit[]): readonly TextEdit[] | undefined;
}

/** A stretch of prose that is one thing in the source. Runs are in order and cover the prose without gaps. */
export interface Run {
  /** Prose offsets. */
  readonly from: number;
  readonly to: number;
  /** Source offsets (of the text that {@link proseOf} was told about). */
  readonly start: number;
  readonly end: number;
  readonly kind: RunKind;
  /** A line break that ends no line of what is read; no part of another run. */
  readonly isSoftBreak?: boolean;
}

/** How prose gets back to its source. */
export interface ProseSource {
  /** Turns a run's `start`/`end` coordinate into an offset of the source. */
  locate(offset: number): number;
  /** Writes new text so that it reads as itself in the source (escaped where it must be), or refuses. */
  write(text: string): string | undefined;
}

/** Replaces the characters of literal runs by {@link LITERAL}. */
export function maskLiterals(rendered: string, runs: readonly Run[]): string {
  let text = '';
  let done = 0;
  for (const run of runs) {
    if (run.kind !== 'literal' || run.from === run.to) continue;
    text += rendered.slice(done, run.from) + LITERAL.repeat(run.to - run.from);
    done = run.to;
  }
  return done === 0 ? rendered : text + rendered.slice(done);
}

/**
 * Makes prose of what is rendered and its runs.
 *
 * @param identity see {@link Prose.identity}; its own when absent
 */
export function proseOf(
  rendered: string,
  text: string,
  runs: readonly Run[],
  source: ProseSource,
  identity?: Identity,
): Prose {
  return new MappedProse(rendered, text, runs, source, identity);
}

/** The same prose in a source in which it stands `by` characters further on. */
export function movedProse(prose: Prose, by: number): Prose {
  return prose instanceof MappedProse ? prose.moved(by) : prose;
}

class MappedProse implements Prose {
  readonly rendered: string;
  readonly text: string;
  readonly identity: Identity;
  readonly #runs: readonly Run[];
  readonly #source: ProseSource;
  /** How far the source has moved since it was told about. */
  readonly #by: number;

  constructor(rendered: string, text: string, runs: readonly Run[], source: ProseSource, identity?: Identity, by = 0) {
    this.identity = identity ?? new Identity();
    this.rendered = rendered;
    this.text = text;
    this.#runs = runs;
    this.#source = source;
    this.#by = by;
  }

  moved(by: number): Prose {
    return new MappedProse(this.rendered, this.text, this.#runs, this.#source, this.identity, this.#by + by);
  }

  #locate(offset: number): number {
    return this.#source.locate(offset) + this.#by;
  }

  at(from: number, to: number): Place {
    const length = this.rendered.length;
    const low = Math.max(0, Math.min(from, length));
    const high = Math.max(low, Math.min(to, length));
    if (low === high) {
      const point = this.#locate(this.#pointAt(low));
      return { prose: this, from: low, to: high, start: point, end: point };
    }
    const start = this.#locate(this.#startOf(low));
    const end = this.#locateEnd(high);
    return { prose: this, from: low, to: high, start, end: Math.max(start, end) };
  }

  kindAt(index: number): RunKind {
    return this.#runAt(index)?.kind ?? 'literal';
  }

  isSoftBreak(index: number): boolean {
    return this.#runAt(index)?.isSoftBreak === true;
  }

  encode(edits: readonly ProseEdit[]): readonly TextEdit[] | undefined {
    const out: TextEdit[] = [];
    for (const edit of edits) {
      const text = edit.text === '' ? '' : this.#source.write(edit.text);
      const range = this.#editable(edit);
      if (text === undefined || range === undefined) return undefined;
      const start = this.#locate(range.start);
      const end = edit.from === edit.to ? start : this.#locateEnd(edit.to);
      out.push({ start, end, text });
    }
    return out;
  }

  /** The run that holds the character at `index`. */
  #runAt(index: number): Run | undefined {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run === undefined) return undefined;
      if (index < run.from) high = middle - 1;
      else if (index >= run.to) low = middle + 1;
      else return run;
    }
    return undefined;
  }

  #startOf(index: number): number {
    const run = this.#runAt(index);
    if (run === undefined) return this.#pointAt(index);
    return run.kind === 'verbatim' ? run.start + (index - run.from) : run.start;
  }

  /** The source offset after the character before `index`; what stands between two characters is left out. */
  #locateEnd(index: number): number {
    const run = this.#runAt(index - 1);
    if (run === undefined) return this.#locate(this.#pointAt(index));
    if (run.kind !== 'verbatim') return this.#locate(run.end);
    return this.#locate(run.start + (index - run.from) - 1) + 1;
  }

  /** The point between two characters: after the one before, so that an insertion stays inside its markup. */
  #pointAt(index: number): number {
    if (index > 0) {
      const before = this.#runAt(index - 1);
      if (before) return before.kind === 'verbatim' ? before.start + (index - before.from) : before.end;
    }
    const first = this.#runs[0];
    return first ? first.start : 0;
  }

  /** Where an edit falls, when it falls wholly inside one verbatim run or replaces whole encoded runs beside it. */
  #editable(edit: ProseEdit): Range | undefined {
    if (edit.from === edit.to) {
      const before = edit.from > 0 ? this.#runAt(edit.from - 1) : undefined;
      const after = this.#runAt(edit.from);
      const inside = before !== undefined && before === after && before.kind !== 'verbatim';
      if (inside) return undefined;
      const point = this.#pointAt(edit.from);
      return { start: point, end: point };
    }
    let at = edit.from;
    let start = -1;
    let end = -1;
    while (at < edit.to) {
      const run = this.#runAt(at);
      if (run === undefined || run.kind === 'literal') return undefined;
      const stop = Math.min(run.to, edit.to);
      const whole = at === run.from && stop === run.to;
      if (run.kind === 'encoded' && !whole) return undefined;
      const runStart = run.kind === 'verbatim' ? run.start + (at - run.from) : run.start;
      const runEnd = run.kind === 'verbatim' ? run.start + (stop - run.from) : run.end;
      // A gap between two runs is markup, such as the asterisks of bold; an edit across it would cut the markup.
      if (end !== -1 && runStart !== end) return undefined;
      if (start === -1) start = runStart;
      end = runEnd;
      at = stop;
    }
    return { start, end };
  }
}
