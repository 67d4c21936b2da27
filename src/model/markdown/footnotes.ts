import { NOTE_CLOSE, NOTE_OPEN } from './footnote-rules.ts';
import type { Token } from './token.ts';

/** A note of an article. */
export interface Footnote {
  /** What it is called in the source (`1` of `[^1]`); `undefined` for one that is written where it is referred to. */
  readonly label: string | undefined;
  /** Counts from 1 in the order in which a reader meets them; 0 for one that nothing refers to, which is not shown. */
  readonly number: number;
  /** How often it is referred to. */
  readonly references: number;
  /** Indices of its `footnote_open` and `footnote_close` among the article's tokens. */
  readonly open: number;
  readonly close: number;
}

/** A place that refers to a note. */
export interface FootnoteReference {
  readonly note: Footnote;
  /** Which of the note's references it is, from 1. */
  readonly nth: number;
}

/** The notes of an article. */
export interface Footnotes {
  /** In source order. */
  readonly notes: readonly Footnote[];
  /** By the index of the inline token, then by the `footnote_ref` among its children. */
  readonly references: ReadonlyMap<number, ReadonlyMap<Token, FootnoteReference>>;
}

type Counted = { -readonly [Key in keyof Footnote]: Footnote[Key] };

/**
 * Numbers the notes of an article: first those that the text refers to, then those that only notes do. A label that is
 * defined twice means its first note.
 */
export function numberFootnotes(tokens: readonly Token[]): Footnotes {
  const notes = findNotes(tokens);
  const references = new Map<number, ReadonlyMap<Token, FootnoteReference>>();
  if (notes.length === 0) return { notes, references };
  const byLabel = new Map<string, Counted>();
  const byPlace = new Map<Token, Map<unknown, Counted>>();
  const byOpen = new Map(notes.map((note) => [note.open, note]));
  for (const note of notes) {
    const { piece, meta } = tokens[note.open] ?? {};
    if (note.label !== undefined && !byLabel.has(note.label)) byLabel.set(note.label, note);
    if (piece) byPlace.set(piece.of, (byPlace.get(piece.of) ?? new Map()).set(meta?.reference, note));
  }
  const met: Counted[] = [];
  const read = (from: number, to: number): void => {
    for (let index = from; index < to; index++) {
      const token = tokens[index];
      index = byOpen.get(index)?.close ?? index;
      if (token?.type !== 'inline') continue;
      const found = new Map<Token, FootnoteReference>();
      for (const child of token.children ?? []) {
        if (child.type !== 'footnote_ref') continue;
        const note = child.children ? byPlace.get(token)?.get(child) : byLabel.get(labelOf(child) ?? '');
        if (note === undefined) continue;
        if (note.number === 0) note.number = met.push(note);
        note.references++;
        found.set(child, { note, nth: note.references });
      }
      if (found.size > 0) references.set(index, found);
    }
  };
  read(0, tokens.length);
  // The list grows while it is read.
  for (const { open, close } of met) read(open + 1, close);
  return { notes, references };
}

function findNotes(tokens: readonly Token[]): readonly Counted[] {
  const notes: Counted[] = [];
  const open: Counted[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === NOTE_OPEN) {
      const note = { label: labelOf(token), number: 0, references: 0, open: index, close: index };
      notes.push(note);
      open.push(note);
    } else if (token?.type === NOTE_CLOSE) {
      const note = open.pop();
      if (note) note.close = index;
    }
  }
  return notes;
}

function labelOf({ meta }: Token): string | undefined {
  return typeof meta?.label === 'string' ? meta.label : undefined;
}
