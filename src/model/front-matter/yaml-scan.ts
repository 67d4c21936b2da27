import type { Token, YamlStep } from './yaml-token.ts';
import { BLANK, wordReader } from './yaml-words.ts';

/** A map or list that is open while the text is read. */
interface Collection {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  /** Where its keys or dashes stand; for one between brackets, where the line that opened it stands. */
  readonly column: number;
  /** The steps to it. */
  readonly path: readonly YamlStep[];
  readonly tokens: Token[];
  /** The key that was read last, or the number of the item. */
  step: YamlStep | undefined;
  /** The key or item that was read last has a value; between brackets: its colon was read. */
  valued: boolean;
  /** That value, when it is a word. */
  value: { crooked: boolean } | undefined;
}

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
  const stack: Collection[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let lineStart = at;
  /** The column that lines of block text lie right of; -1 outside of one. */
  let textColumn = -1;

  const { lineEnd, nextLine, skipBlanks, parted, quotedEnd, plainEnd, quoteAt, wordAt, keyEnd } = wordReader(
    text,
    cursor,
  );

  const top = (): Collection | undefined => stack[stack.length - 1];
  /** The steps to what begins now. */
  const steps = (): readonly YamlStep[] => {
    const open = top();
    return open === undefined ? [] : open.step === undefined ? open.path : [...open.path, open.step];
  };

  function push(kind: Collection['kind'], column: number, flow: boolean): Collection {
    const step = kind === 'list' && flow ? 0 : undefined;
    const above = top();
    // A word behind a colon with more below it.
    if (!flow && above?.valued && above.value) above.value.crooked = true;
    const open: Collection = {
      kind,
      flow,
      column,
      path: steps(),
      tokens: [],
      step,
      valued: false,
      value: undefined,
    };
    stack.push(open);
    return open;
  }

  function add(open: Collection | undefined, token: Omit<Token, 'siblings' | 'crooked'>, counted: boolean) {
    const siblings = open?.tokens ?? [];
    const made = { ...token, siblings, crooked: false };
    if (counted) siblings.push(made);
    found.push(made);
    return made;
  }

  /** Reads between brackets up to the end of the line, or until the last of them is closed. */
  function readFlow(): void {
    // A quoted word may end on a later line: the end is looked for anew.
    for (let open = top(); open?.flow && at < lineEnd(at); open = top()) {
      const unit = text[at] ?? '';
      if (BLANK.test(unit)) at++;
      else if (unit === '#' && (at === lineStart || BLANK.test(text[at - 1] ?? ''))) at = lineEnd(at);
      else if (unit === '[' || unit === '{') {
        at++;
        push(unit === '[' ? 'list' : 'map', open.column, true);
      } else if (unit === ']' || unit === '}') {
        at++;
        stack.pop();
      } else if (unit === ',') {
        at++;
        open.value = undefined;
        if (typeof open.step === 'number') open.step++;
        else open.step = undefined;
        open.valued = false;
      } else if (unit === ':') {
        at++;
        open.value = undefined;
        if (open.kind === 'map') open.valued = true;
      } else readFlowWord(open);
    }
    if (!top()?.flow) at = lineEnd(at);
  }

  function readFlowWord(open: Collection): void {
    const quote = quoteAt(at);
    const start = at;
    at = Math.max(quote ? quotedEnd(at, open.column, true) : plainEnd(at, true, false), at + 1);
    const key = open.kind === 'map' && !open.valued;
    const colon = key && text[skipBlanks(at)] === ':';
    const base = { start, end: at, quote, flow: true, inline: true, item: false, bare: false };
    const made = key
      ? add(open, { ...base, kind: 'key', path: open.path, colon }, true)
      : add(open, { ...base, kind: 'value', path: steps(), colon: false }, open.kind === 'list');
    // Two words without a comma between them.
    made.crooked = open.value !== undefined;
    open.value = made;
    if (key) open.step = wordAt(start, at, quote);
  }

  /** Reads what stands behind a colon or a dash: a word, brackets, or nothing. */
  function readValue(open: Collection, inline: boolean, item: boolean): void {
    at = skipBlanks(at);
    // Anchors and tags say nothing of the structure.
    for (let mark = /^[&!][^\s,[\]{}]*[ \t]+/.exec(text.slice(at, at + 100)); mark; ) {
      at += mark[0].length;
      mark = /^[&!][^\s,[\]{}]*[ \t]+/.exec(text.slice(at, at + 100));
    }
    const stop = lineEnd(at);
    const unit = text[at] ?? '';
    open.valued = at < stop && unit !== '#';
    open.value = undefined;
    if (!open.valued) {
      at = stop;
    } else if (/[|>]/.test(unit) && /^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(text.slice(at, Math.min(stop, at + 200)))) {
      textColumn = open.column;
      at = stop;
    } else if (unit === '[' || unit === '{') {
      at++;
      push(unit === '[' ? 'list' : 'map', open.column, true);
      readFlow();
    } else {
      const quote = quoteAt(at);
      const start = at;
      at = quote ? quotedEnd(at, open.column, false) : plainEnd(at, false, false);
      const token = { kind: 'value', path: steps(), start, end: at, quote, colon: false, flow: false } as const;
      open.value = add(item ? open : undefined, { ...token, inline, item, bare: false }, item);
      at = Math.max(lineEnd(at), at);
    }
  }

  /** Closes what the column of a new line shows to be over; the outermost of it. */
  function closeTo(column: number, dash: boolean): Collection | undefined {
    let last: Collection | undefined;
    for (let open = top(); open !== undefined; open = top()) {
      const over = open.column > column || (open.kind === 'list' && open.column === column && !dash);
      if (!over && !open.flow) break;
      last = stack.pop();
    }
    return last;
  }

  function readBlockLine(): void {
    let inline = false;
    for (;;) {
      const column = at - lineStart;
      if (text[at] === '-' && parted(at + 1)) {
        if (!inline) closeTo(column, true);
        const open = top();
        const list = open?.kind === 'list' && open.column === column ? open : push('list', column, false);
        list.step = typeof list.step === 'number' ? list.step + 1 : 0;
        list.valued = false;
        at = skipBlanks(at + 1);
        inline = true;
        if (at >= lineEnd(at) || text[at] === '#') break;
        if ((text[at] === '-' && parted(at + 1)) || keyEnd(at, false)) continue;
        readValue(list, true, true);
        break;
      }
      const key = keyEnd(at, !inline);
      if (key) readKey(key, column, inline);
      else if (/[[{]/.test(text[at] ?? '') && stack.length === 0) readValue(push('list', -1, false), false, false);
      else readLoose(column);
      break;
    }
    at = nextLine(at);
  }

  function readKey(key: { readonly end: number; readonly colon: number }, column: number, inline: boolean): void {
    if (!inline) closeTo(column, false);
    const open = top();
    const map = open?.kind === 'map' && open.column === column ? open : push('map', column, false);
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
    const closed = closeTo(column, list);
    const open = top();
    // The keys of the lines below it are its neighbours.
    const owner = open?.column === column ? open : push('map', column, false);
    const below = owner !== open && open?.valued === true;
    const base = { start: at, end, quote, colon: false, flow: false, inline: false, item: false, bare: true };
    const made = add(owner, { ...base, kind: 'key', path: owner.path }, false);
    made.crooked = below || (closed?.flow === false && samePath(closed.path, owner.path));
    owner.step = wordAt(at, end, quote);
    owner.valued = at <= cursor && cursor < end;
    owner.value = made;
    at = Math.max(end, lineEnd(at));
  }

  const samePath = (a: readonly YamlStep[], b: readonly YamlStep[]): boolean =>
    a.length === b.length && a.every((step, index) => step === b[index]);

  const stackBelow = (open: Collection): Collection | undefined => stack[stack.indexOf(open) - 1];

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
    else if (flow && (column > flow.column || /[\]},]/.test(text[begin] ?? ''))) {
      readFlow();
      at = nextLine(at);
    } else if (column === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(begin, begin + 4))) {
      stack.length = 0;
      at = nextLine(begin);
    } else readBlockLine();
  }
  return found;
}
