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

/** Turns an edit of prose into edits of the source, or `undefined` when that cannot be done safely. */
export type Encoder = (prose: Prose, edits: readonly ProseEdit[]) => readonly TextEdit[] | undefined;

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
  /** The place of `text[from, to)` in the source; an empty range is the point before `from`. */
  at(from: number, to: number): Place;
  /** Which run kind the character at `index` belongs to. */
  kindAt(index: number): RunKind;
  /**
   * Source edits that change the prose as told, or `undefined` when an edit touches a literal run, cuts an
   * encoded run in two, or crosses markup. Edits must not overlap.
   */
  encode(edits: readonly ProseEdit[]): readonly TextEdit[] | undefined;
}
