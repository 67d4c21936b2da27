import type { Token } from './yaml-token.ts';

/** A blank that is no line end. */
export const BLANK = /[ \t]/;

/**
 * Finds where the words of a YAML document end, forgiving: what is not closed ends with its line. All offsets are UTF-16
 * units of `text`.
 *
 * @param cursor where a word was put that a colon or dash need not be parted from by a blank
 */
export function wordReader(text: string, cursor: number) {
  /** The line that was asked about last: it is asked about for every word. */
  let line = { from: -1, end: -1 };
  const lineEnd = (from: number): number => {
    if (line.from <= from && from <= line.end) return line.end;
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    line = { from, end: stop > from && text[stop - 1] === '\r' ? stop - 1 : stop };
    return line.end;
  };
  const nextLine = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end + 1;
  };
  const skipBlanks = (from: number): number => {
    let i = from;
    while (i < text.length && BLANK.test(text[i] ?? '')) i++;
    return i;
  };
  /** Whether a mark that must be followed by a blank is. */
  const parted = (after: number): boolean => after >= text.length || after === cursor || /\s/.test(text[after] ?? '');

  /** The end of a quoted word: its closing mark, which may stand on a later line that lies deeper. */
  function quotedEnd(from: number, column: number, flow: boolean): number {
    const quote = text[from] ?? '';
    let line = from;
    for (let i = from + 1; i < text.length; i++) {
      const unit = text[i];
      if (unit === '\\' && quote === '"') i++;
      else if (unit === quote) {
        if (quote === "'" && text[i + 1] === "'") i++;
        else return i + 1;
      } else if (unit === '\n') {
        line = i + 1;
        const begin = skipBlanks(line);
        const rest = text.slice(begin, Math.min(lineEnd(begin), begin + 200));
        const deeper = begin - line > column || rest === '';
        if (!deeper || /^(?:- |[^\s:'"]{1,80}:(?:\s|$))/.test(rest)) break;
      }
    }
    // Not closed: it ends with its line, between brackets with its item.
    const stop = lineEnd(from);
    const inner = flow ? text.slice(from, stop).search(/[,\]}]/) : -1;
    return inner < 0 ? from + text.slice(from, stop).trimEnd().length : from + inner;
  }

  /** The end of a plain word; in a block `key: ` ends it too when `keyed`. */
  function plainEnd(from: number, flow: boolean, keyed: boolean, full = false): number {
    let i = from;
    for (; i < text.length; i++) {
      const unit = text[i] ?? '';
      if (unit === '\n' || unit === '\r') break;
      if (unit === '#' && i > from && BLANK.test(text[i - 1] ?? '')) break;
      if (flow && /[,[\]{}]/.test(unit)) break;
      if (unit === ':' && (parted(i + 1) || (flow && /[,[\]{}]/.test(text[i + 1] ?? ''))) && (keyed || flow)) break;
      if (unit === '：' && full) break;
    }
    while (i > from && BLANK.test(text[i - 1] ?? '')) i--;
    return i;
  }

  const quoteAt = (i: number): Token['quote'] => (text[i] === '"' || text[i] === "'" ? (text[i] as '"' | "'") : '');

  const wordAt = (start: number, end: number, quote: string): string =>
    quote ? text.slice(start + 1, text[end - 1] === quote && end > start + 1 ? end - 1 : end) : text.slice(start, end);

  /** Where the key that begins here ends, when a colon follows; at the start of a line a full-width one will do. */
  function keyEnd(from: number, first = true): { readonly end: number; readonly colon: number } | undefined {
    if (/[[{]/.test(text[from] ?? '')) return undefined;
    const quote = quoteAt(from);
    const end = quote ? quotedEnd(from, 0, false) : plainEnd(from, false, true, first);
    if (end === from || end > lineEnd(from)) return undefined;
    const colon = skipBlanks(end);
    return (first && text[colon] === '：') || (text[colon] === ':' && parted(colon + 1)) ? { end, colon } : undefined;
  }

  return { lineEnd, nextLine, skipBlanks, parted, quotedEnd, plainEnd, quoteAt, wordAt, keyEnd };
}
