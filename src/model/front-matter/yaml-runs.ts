import type { RunKind } from '../prose.ts';
import type { ScalarStyle } from './yaml-scalar.ts';

/** A run of a scalar's prose `[from, to)` with where it is written, `[start, end)` of the whole text. */
export interface Run {
  readonly kind: RunKind;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Runs as they are found; neighbours of one kind that touch are one run. */
function collect(base: number) {
  const runs: Run[] = [];
  let length = 0;
  return {
    runs,
    get length() {
      return length;
    },
    add(kind: RunKind, characters: number, start: number, end: number): void {
      if (characters === 0) return;
      const last = runs.at(-1);
      if (kind === 'verbatim' && last?.kind === 'verbatim' && last.end === base + start) {
        runs[runs.length - 1] = { ...last, to: last.to + characters, end: base + end };
      } else runs.push({ kind, from: length, to: length + characters, start: base + start, end: base + end });
      length += characters;
    },
  };
}
type Collector = ReturnType<typeof collect>;

/**
 * Aligns what a scalar says (`value`) with how it is written (`raw`, quotation marks or header included, which
 * starts at `base` of the whole text). What cannot be aligned comes back as one literal run.
 */
export function alignScalar(raw: string, base: number, style: ScalarStyle, value: string): readonly Run[] {
  if (value === '') return [];
  const offset = style === 'plain' ? 0 : 1;
  const simple = style === 'plain' || (raw.length - 2 === value.length && (style === 'single' || style === 'double'));
  if (simple && raw.startsWith(value, offset) && raw.length - 2 * offset === value.length) {
    return [{ kind: 'verbatim', from: 0, to: value.length, start: base + offset, end: base + offset + value.length }];
  }
  const found = collect(base);
  const aligned =
    style === 'double'
      ? alignDouble(raw, value, found)
      : style === 'literal' || style === 'folded'
        ? alignBlock(raw, value, found)
        : alignFolded(raw, value, found, style === 'single');
  if (aligned && found.length === value.length) return found.runs;
  return [{ kind: 'literal', from: 0, to: value.length, start: base, end: base + raw.length }];
}

/** How many characters of `value` from `from` a fold of lines has become: one space, or line feeds. */
function foldLength(value: string, from: number): number {
  if (value[from] === ' ') return 1;
  let to = from;
  while (value[to] === '\n') to++;
  return to - from;
}

/** Plain and single-quoted scalars: lines are trimmed and folded; `''` is one mark. */
function alignFolded(raw: string, value: string, found: Collector, single: boolean): boolean {
  const inset = single ? 1 : 0;
  const end = raw.length - inset;
  let at = inset;
  let gapStart = -1;
  let first = true;
  while (at <= end) {
    let stop = at;
    while (stop < end && raw[stop] !== '\n' && raw[stop] !== '\r') stop++;
    const last = stop >= end;
    let from = at;
    let to = stop;
    if (!first) while (from < to && isBlank(raw, from)) from++;
    if (!last) while (to > from && isBlank(raw, to - 1)) to--;
    if (!first && (to > from || last)) {
      const folded = foldLength(value, found.length);
      if (folded === 0) return false;
      found.add('encoded', folded, gapStart, from);
    }
    if (to > from || first) {
      if (!addMarked(raw, value, found, from, to, single)) return false;
      gapStart = to;
    }
    first = false;
    if (last) break;
    at = stop + (raw[stop] === '\r' && raw[stop + 1] === '\n' ? 2 : 1);
  }
  return true;
}

const isBlank = (text: string, index: number): boolean => text[index] === ' ' || text[index] === '\t';

/** One line of a plain or single-quoted scalar. */
function addMarked(raw: string, value: string, found: Collector, from: number, to: number, single: boolean): boolean {
  let at = from;
  while (at < to) {
    const mark = single ? raw.indexOf("''", at) : -1;
    const stop = mark >= 0 && mark + 2 <= to ? mark : to;
    if (!value.startsWith(raw.slice(at, stop), found.length)) return false;
    found.add('verbatim', stop - at, at, stop);
    if (stop < to) {
      if (value[found.length] !== "'") return false;
      found.add('encoded', 1, stop, stop + 2);
    }
    at = stop < to ? stop + 2 : to;
  }
  return true;
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Double-quoted scalars: escapes, folded lines, and line ends that a backslash takes away. */
function alignDouble(raw: string, value: string, found: Collector): boolean {
  const end = raw.length - 1;
  let at = 1;
  while (at < end) {
    const unit = raw[at] ?? '';
    if (unit === '\\') {
      const next = raw[at + 1] ?? '';
      if (next === '\n' || next === '\r') {
        at += next === '\r' && raw[at + 2] === '\n' ? 3 : 2;
        while (at < end && isBlank(raw, at)) at++;
        continue;
      }
      const digits = ESCAPE_LENGTHS[next] ?? 0;
      const stop = at + 2 + digits;
      const characters = digits === 8 && (value.codePointAt(found.length) ?? 0) > 0xffff ? 2 : 1;
      found.add('encoded', characters, at, stop);
      at = stop;
      continue;
    }
    let stop = at;
    while (stop < end && isBlank(raw, stop)) stop++;
    if (raw[stop] === '\n' || raw[stop] === '\r') {
      while (stop < end && /[ \t\r\n]/.test(raw[stop] ?? '')) stop++;
      const folded = foldLength(value, found.length);
      if (folded === 0) return false;
      found.add('encoded', folded, at, stop);
      at = stop;
      continue;
    }
    if (stop === at) stop++;
    while (stop < end && raw[stop] !== '\\' && !/[ \t\r\n]/.test(raw[stop] ?? '')) stop++;
    if (!value.startsWith(raw.slice(at, stop), found.length)) return false;
    found.add('verbatim', stop - at, at, stop);
    at = stop;
  }
  return true;
}

/** Literal and folded block scalars: each line loses its indentation; breaks between lines are encoded. */
function alignBlock(raw: string, value: string, found: Collector): boolean {
  const header = /^[|>][^\r\n]*(?:\r\n|\n|\r)/.exec(raw)?.[0];
  if (header === undefined) return false;
  const indent = blockIndent(raw, header, value);
  if (indent === undefined) return false;
  let gapStart = header.length;
  let at = header.length;
  while (at < raw.length) {
    let stop = at;
    while (stop < raw.length && raw[stop] !== '\n' && raw[stop] !== '\r') stop++;
    let from = at;
    while (from < stop && from - at < indent && raw[from] === ' ') from++;
    if (stop > from) {
      let breaks = 0;
      while (value[found.length + breaks] === '\n') breaks++;
      if (breaks === 0 && found.length > 0) breaks = value[found.length] === ' ' ? 1 : 0;
      // Blank lines that the chomping drops stand for nothing.
      if (!value.startsWith(raw.slice(from, stop), found.length + breaks)) {
        if (found.length + breaks === value.length && raw.slice(from, stop).trim() === '') break;
        return false;
      }
      found.add('encoded', breaks, gapStart, from);
      found.add('verbatim', stop - from, from, stop);
      gapStart = stop;
    }
    at = stop + (raw[stop] === '\r' && raw[stop + 1] === '\n' ? 2 : 1);
  }
  const rest = value.length - found.length;
  if (!/^\n*$/.test(value.slice(found.length))) return false;
  found.add('encoded', rest, gapStart, raw.length);
  return true;
}

/** How many blanks each line of a block scalar loses. */
function blockIndent(raw: string, header: string, value: string): number | undefined {
  const body = raw.slice(header.length);
  const first = /(?:^|[\r\n])( *)[^ \r\n]/.exec(body);
  if (!first) return Number.MAX_SAFE_INTEGER;
  const blanks = first[1]?.length ?? 0;
  if (!/^[|>][+-]?[1-9]/.test(header)) return blanks;
  // With an explicit indentation the value's own leading blanks tell how much was taken away.
  const kept = /^\n*( *)/.exec(value)?.[1]?.length ?? 0;
  return kept <= blanks ? blanks - kept : undefined;
}
