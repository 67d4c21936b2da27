import type { YamlStep } from './yaml-cursor.ts';

/** A word of a YAML document with its place in the structure. */
export interface Token {
  readonly kind: 'key' | 'value';
  /** As in {@link YamlCursor}. */
  readonly path: readonly YamlStep[];
  readonly start: number;
  readonly end: number;
  readonly quote: '' | "'" | '"';
  readonly colon: boolean;
  readonly flow: boolean;
  readonly inline: boolean;
  readonly item: boolean;
  /** First on its line: what stands before it is indentation. */
  readonly bare: boolean;
  /** The keys of the same map or the items of the same list, this one included. */
  readonly siblings: readonly Token[];
}

/** A map or list that is open while the text is read. */
interface Frame {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  /** Where its keys or dashes stand; for one between brackets, where the line that opened it stands. */
  readonly column: number;
  /** The steps to it. */
  readonly path: readonly YamlStep[];
  readonly tokens: Token[];
  /** The key that was read last, or the number of the item. */
  step: YamlStep | undefined;
  /** Between the brackets of a map: behind the colon. */
  valued: boolean;
}

const BLANK = /[ \t]/;

/**
 * Reads the words of a YAML document line by line, forgiving: a line that is half typed, a quotation mark or bracket
 * that was not closed leave the structure of the others as it is. What the parser accepts is read alike (a test
 * compares the two). Linear in the length of the text.
 *
 * @param text its lines end in LF or CR LF
 * @param cursor where a word was put that a colon or dash need not be parted from by a blank
 */
export function scanYaml(text: string, cursor = -1): readonly Token[] {
  const found: Token[] = [];
  const stack: Frame[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let lineStart = at;
  /** The column that lines of block text lie right of; -1 outside of one. */
  let textColumn = -1;

  const top = (): Frame | undefined => stack[stack.length - 1];
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    return stop > from && text[stop - 1] === '\r' ? stop - 1 : stop;
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

  /** The steps to what begins now. */
  const steps = (): readonly YamlStep[] => {
    const frame = top();
    return frame === undefined ? [] : frame.step === undefined ? frame.path : [...frame.path, frame.step];
  };

  function push(kind: Frame['kind'], column: number, flow: boolean): Frame {
    const step = kind === 'list' && flow ? 0 : undefined;
    const frame: Frame = { kind, flow, column, path: steps(), tokens: [], step, valued: false };
    stack.push(frame);
    return frame;
  }

  function add(frame: Frame | undefined, token: Omit<Token, 'siblings'>, counted: boolean): void {
    const siblings = frame?.tokens ?? [];
    const made: Token = { ...token, siblings };
    if (counted) siblings.push(made);
    found.push(made);
  }

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

  /** Reads between brackets up to the end of the line, or until the last of them is closed. */
  function readFlow(): void {
    // A quoted word may end on a later line: the end is looked for anew.
    for (let frame = top(); frame?.flow && at < lineEnd(at); frame = top()) {
      const unit = text[at] ?? '';
      if (BLANK.test(unit)) at++;
      else if (unit === '#' && (at === lineStart || BLANK.test(text[at - 1] ?? ''))) at = lineEnd(at);
      else if (unit === '[' || unit === '{') {
        at++;
        push(unit === '[' ? 'list' : 'map', frame.column, true);
      } else if (unit === ']' || unit === '}') {
        at++;
        stack.pop();
      } else if (unit === ',') {
        at++;
        if (typeof frame.step === 'number') frame.step++;
        else frame.step = undefined;
        frame.valued = false;
      } else if (unit === ':') {
        at++;
        if (frame.kind === 'map') frame.valued = true;
      } else readFlowWord(frame);
    }
    if (!top()?.flow) at = lineEnd(at);
  }

  function readFlowWord(frame: Frame): void {
    const quote = quoteAt(at);
    const start = at;
    at = Math.max(quote ? quotedEnd(at, frame.column, true) : plainEnd(at, true, false), at + 1);
    const key = frame.kind === 'map' && !frame.valued;
    const colon = key && text[skipBlanks(at)] === ':';
    const base = { start, end: at, quote, flow: true, inline: true, item: false, bare: false };
    if (key) {
      add(frame, { ...base, kind: 'key', path: frame.path, colon }, true);
      frame.step = wordAt(start, at, quote);
    } else add(frame, { ...base, kind: 'value', path: steps(), colon: false }, frame.kind === 'list');
  }

  const wordAt = (start: number, end: number, quote: string): string =>
    quote ? text.slice(start + 1, text[end - 1] === quote && end > start + 1 ? end - 1 : end) : text.slice(start, end);

  /** Reads what stands behind a colon or a dash: a word, brackets, or nothing. */
  function readValue(frame: Frame, inline: boolean, item: boolean): void {
    at = skipBlanks(at);
    // Anchors and tags say nothing of the structure.
    for (let mark = /^[&!][^\s,[\]{}]*[ \t]+/.exec(text.slice(at, at + 100)); mark; ) {
      at += mark[0].length;
      mark = /^[&!][^\s,[\]{}]*[ \t]+/.exec(text.slice(at, at + 100));
    }
    const stop = lineEnd(at);
    const unit = text[at] ?? '';
    if (at >= stop || unit === '#') {
      at = stop;
    } else if (/[|>]/.test(unit) && /^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(text.slice(at, Math.min(stop, at + 200)))) {
      textColumn = frame.column;
      at = stop;
    } else if (unit === '[' || unit === '{') {
      at++;
      push(unit === '[' ? 'list' : 'map', frame.column, true);
      readFlow();
    } else {
      const quote = quoteAt(at);
      const start = at;
      at = quote ? quotedEnd(at, frame.column, false) : plainEnd(at, false, false);
      const token = { kind: 'value', path: steps(), start, end: at, quote, colon: false, flow: false } as const;
      add(item ? frame : undefined, { ...token, inline, item, bare: false }, item);
      at = Math.max(lineEnd(at), at);
    }
  }

  /** Where the key that begins here ends, when a colon follows; at the start of a line a full-width one will do. */
  function keyEnd(from: number, first = true): { readonly end: number; readonly colon: number } | undefined {
    if (/[[{]/.test(text[from] ?? '')) return undefined;
    const quote = quoteAt(from);
    const end = quote ? quotedEnd(from, 0, false) : plainEnd(from, false, true, first);
    if (end === from || end > lineEnd(from)) return undefined;
    const colon = skipBlanks(end);
    return (first && text[colon] === '：') || (text[colon] === ':' && parted(colon + 1)) ? { end, colon } : undefined;
  }

  /** Closes what the column of a new line shows to be over. */
  function closeTo(column: number, dash: boolean): void {
    for (let frame = top(); frame !== undefined; frame = top()) {
      const over = frame.column > column || (frame.kind === 'list' && frame.column === column && !dash);
      if (!over && !frame.flow) break;
      stack.pop();
    }
  }

  function readBlockLine(): void {
    let inline = false;
    for (;;) {
      const column = at - lineStart;
      if (text[at] === '-' && parted(at + 1)) {
        if (!inline) closeTo(column, true);
        const frame = top();
        const list = frame?.kind === 'list' && frame.column === column ? frame : push('list', column, false);
        list.step = typeof list.step === 'number' ? list.step + 1 : 0;
        at = skipBlanks(at + 1);
        inline = true;
        if (at >= lineEnd(at) || text[at] === '#') break;
        if ((text[at] === '-' && parted(at + 1)) || keyEnd(at, false)) continue;
        readValue(list, true, true);
        break;
      }
      const key = keyEnd(at, !inline);
      if (key) readKey(key, column, inline);
      else if (/[[{]/.test(text[at] ?? '') && stack.length === 0) readValue(push('list', column, false), false, false);
      else readLoose(column);
      break;
    }
    at = nextLine(at);
  }

  function readKey(key: { readonly end: number; readonly colon: number }, column: number, inline: boolean): void {
    if (!inline) closeTo(column, false);
    const frame = top();
    const map = frame?.kind === 'map' && frame.column === column ? frame : push('map', column, false);
    const quote = quoteAt(at);
    const base = { start: at, end: key.end, quote, colon: true, flow: false, inline, item: false, bare: !inline };
    add(map, { ...base, kind: 'key', path: map.path }, true);
    map.step = wordAt(at, key.end, quote);
    at = key.colon + 1;
    readValue(map, inline, false);
  }

  /** A word alone on its line: a key that is being typed, or the next line of a text. */
  function readLoose(column: number): void {
    const quote = quoteAt(at);
    const end = quote ? Math.min(quotedEnd(at, column, false), lineEnd(at)) : plainEnd(at, false, false);
    const listed = stack.findLast(({ column: own }) => own <= column);
    // In line with the dashes of a list it may become the next item.
    const list = listed?.kind === 'list' && listed.column === column && stackBelow(listed)?.column !== column;
    closeTo(column, list);
    const frame = top();
    // The keys of the lines below it are its neighbours.
    const owner = frame?.column === column ? frame : push('map', column, false);
    const base = { start: at, end, quote, colon: false, flow: false, inline: false, item: false, bare: true };
    add(owner, { ...base, kind: 'key', path: owner.path }, false);
    at = Math.max(end, lineEnd(at));
  }

  const stackBelow = (frame: Frame): Frame | undefined => stack[stack.indexOf(frame) - 1];

  while (at < text.length) {
    lineStart = at;
    const begin = skipBlanks(at);
    const column = begin - lineStart;
    const stop = lineEnd(begin);
    const blank = begin >= stop;
    if (textColumn >= 0) {
      if (blank || column > textColumn) {
        at = nextLine(begin);
        continue;
      }
      textColumn = -1;
    }
    const flow = top()?.flow === true ? top() : undefined;
    at = begin;
    if (blank || text[begin] === '#') at = nextLine(begin);
    else if (flow && !(column <= flow.column && (keyEnd(begin) || (text[begin] === '-' && parted(begin + 1))))) {
      readFlow();
      at = nextLine(at);
    } else if (column === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(begin, begin + 4))) {
      stack.length = 0;
      at = nextLine(begin);
    } else readBlockLine();
  }
  return found;
}
