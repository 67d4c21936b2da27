import { Identity, LITERAL, type Place, type Prose, type ProseEdit, type RunKind } from '../prose.ts';
import type { TextEdit } from '../range.ts';
import { applyEdits } from '../range.ts';
import { type Dialect, quoteIn, readIn } from './dialect.ts';
import { alignScalar, type Run } from './yaml-runs.ts';
import type { ScalarContext, ScalarStyle } from './yaml-scalar.ts';
import { escapeDouble, isNoString, isPrintable, quoteScalar, readScalar } from './yaml-scalar.ts';

/** A scalar as the YAML parser gave it; offsets are UTF-16 units into the whole text. */
export interface ScalarSource {
  /** The whole text. */
  readonly text: string;
  /** The scalar with its quotation marks or its block header. */
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
  readonly context: ScalarContext;
  /** What it reads as; for a number or a boolean what is written. */
  readonly value: string;
  /** Whether YAML reads it as a string, and must go on doing so when it is edited. */
  readonly string: boolean;
  /** Where it is no YAML: how it is read and written. */
  readonly dialect?: Dialect;
}

/** The run that holds the character at `index`, by binary search; `undefined` past the end. */
function runAt(runs: readonly Run[], index: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (index < run.from) high = middle - 1;
    else if (index >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}

/**
 * The prose of a YAML scalar: what it says, with every character mapped to where it is written. What cannot be
 * aligned is one literal run. Lazy: aligning costs nothing until somebody asks.
 */
export function yamlProse(source: ScalarSource): Prose {
  return new ScalarProse(source);
}

class ScalarProse implements Prose {
  readonly rendered: string;
  readonly identity = new Identity();
  readonly #source: ScalarSource;
  #runs: readonly Run[] | undefined;

  constructor(source: ScalarSource) {
    this.rendered = source.value;
    this.#source = source;
  }

  get text(): string {
    return this.#aligned()[0]?.kind === 'literal' ? LITERAL.repeat(this.rendered.length) : this.rendered;
  }

  at(from: number, to: number): Place {
    const { length } = this.rendered;
    const first = Math.max(0, Math.min(from, length));
    const last = Math.max(first, Math.min(to, length));
    const start = this.#startOf(first);
    return { start, end: last > first ? this.#endOf(last) : start, prose: this, from: first, to: last };
  }

  kindAt(index: number): RunKind {
    return runAt(this.#aligned(), index)?.kind ?? 'literal';
  }

  isSoftBreak(): boolean {
    return false;
  }

  encode(edits: readonly ProseEdit[]): readonly TextEdit[] | undefined {
    return encodeScalar(this.#source, this.#aligned(), edits);
  }

  #aligned(): readonly Run[] {
    const { text, start, end, style, value } = this.#source;
    this.#runs ??= alignScalar(text.slice(start, end), start, style, value);
    return this.#runs;
  }

  #startOf(index: number): number {
    const run = runAt(this.#aligned(), index);
    if (run) return run.kind === 'verbatim' ? run.start + (index - run.from) : run.start;
    const { start, end, style } = this.#source;
    return this.#aligned().at(-1)?.end ?? (style === 'plain' ? start : Math.min(start + 1, end));
  }

  #endOf(index: number): number {
    const run = runAt(this.#aligned(), index - 1);
    if (!run) return this.#startOf(index);
    return run.kind === 'verbatim' ? run.start + (index - run.from) : run.end;
  }
}

/** Whether an edit may begin or end before the character at `index`. */
function isSeam(runs: readonly Run[], index: number): boolean {
  const run = runAt(runs, index);
  return !run || run.kind === 'verbatim' || run.from === index;
}

/** Prose as it is written inside a scalar of this style. */
function writeInside(text: string, style: ScalarStyle, lineEnd: string): string {
  if (style === 'double') return escapeDouble(text);
  if (style === 'single') return text.replaceAll("'", "''");
  return text.replaceAll('\n', lineEnd);
}

/**
 * Source edits for edits of a scalar's prose: the fewest characters that do it, in the scalar's own style; when
 * the new value cannot be written so, the scalar is quoted. Every answer has been read back.
 */
function encodeScalar(
  source: ScalarSource,
  runs: readonly Run[],
  edits: readonly ProseEdit[],
): readonly TextEdit[] | undefined {
  const { text, start, end, style, context, value } = source;
  if (edits.length === 0) return [];
  if (runs[0]?.kind === 'literal') return undefined;
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let done = 0;
  for (const edit of sorted) {
    if (edit.from < done || edit.to < edit.from || edit.to > value.length) return undefined;
    if (!isSeam(runs, edit.from) || !isSeam(runs, edit.to)) return undefined;
    done = edit.to;
  }
  const wanted = applyEdits(
    value,
    sorted.map((edit) => ({ start: edit.from, end: edit.to, text: edit.text })),
  );
  const raw = text.slice(start, end);
  const lineEnd = blockLineEnd(raw, style);
  const within = (edit: ProseEdit): TextEdit => {
    const first = runAt(runs, edit.from);
    const from = first
      ? first.kind === 'verbatim'
        ? first.start + edit.from - first.from
        : first.start
      : emptyPoint(source, runs);
    const last = edit.to > edit.from ? runAt(runs, edit.to - 1) : undefined;
    const to = last ? (last.kind === 'verbatim' ? last.start + edit.to - last.from : last.end) : from;
    return { start: from, end: to, text: writeInside(edit.text, style, lineEnd) };
  };
  const minimal = sorted.map(within);
  if (says(raw, start, minimal, source, wanted)) return minimal;
  if (style === 'literal' || style === 'folded') return undefined;
  // Quotation marks alone, when nothing between them needs an escape: comments and the rest stay as they are.
  if (style === 'plain' && source.dialect === undefined && !/[\r\n]/.test(raw)) {
    for (const mark of ['"', "'"]) {
      const quoted: TextEdit[] = [{ start, end: start, text: mark }, ...minimal, { start: end, end, text: mark }];
      if (says(raw, start, quoted, { ...source, string: true }, wanted)) return quoted;
    }
  }
  if (source.dialect) {
    const quoted = quoteIn(wanted);
    const read =
      source.dialect === 'verbatim' || source.dialect === 'bare' ? undefined : readIn(source.dialect, quoted);
    return read?.value === wanted ? [{ start, end, text: quoted }] : undefined;
  }
  const whole: TextEdit[] = [{ start, end, text: quoteScalar(wanted) }];
  return readScalar(whole[0]?.text ?? '', context)?.value === wanted ? whole : undefined;
}

/** Where text goes into a scalar that ends at its last run, or that has none. */
function emptyPoint(source: ScalarSource, runs: readonly Run[]): number {
  return runs.at(-1)?.end ?? (source.style === 'plain' ? source.start : source.start + 1);
}

/** A line end inside a block scalar: the break and the indentation that its first line has. */
function blockLineEnd(raw: string, style: ScalarStyle): string {
  if (style !== 'literal' && style !== 'folded') return '\n';
  const found = /(\r\n|\n|\r)([ \t]*)[^\s]/.exec(raw);
  return found ? `${found[1] ?? '\n'}${found[2] ?? ''}` : '\n';
}

/** Whether the scalar, edited so, says what is wanted. */
function says(raw: string, start: number, edits: readonly TextEdit[], source: ScalarSource, wanted: string): boolean {
  if (edits.some((edit) => !isPrintable(edit.text))) return false;
  const edited = applyEdits(
    raw,
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  // What stands without quotation marks must be a text to every reader, as it was.
  const isPlain = source.style === 'plain' && !source.dialect && !/^["']/.test(edited);
  if (isPlain && source.string && isNoString(wanted) && !isNoString(source.value)) return false;
  const read = source.dialect
    ? readIn(source.dialect, edited)
    : readScalar(edited.replace(/\r(?!\n)/g, '\n'), source.context);
  if (!read) return false;
  return source.string
    ? read.value === wanted
    : read.value !== null && (read.source === wanted || read.value === wanted);
}
