/**
 * YAML in which quoted text and brackets may go on at any column, as js-yaml and PyYAML (so every generator) read
 * them, although YAML 1.2 asks for an indentation that the parser insists on. The result has the same length: line
 * ends inside of quotation marks and brackets are blanks. `undefined` where nothing goes over lines.
 *
 * Forgiving and linear: what is not closed stays as it is, and comments, block texts and plain words are left alone.
 */
export function joinLines(yaml: string): string | undefined {
  const cuts: number[] = [];
  let at = 0;
  while (at < yaml.length) {
    const start = valueStart(yaml, at);
    const unit = yaml[start] ?? '';
    let end = start;
    if (unit === '"' || unit === "'") {
      end = quotedEnd(yaml, start) ?? start;
      // A quoted key: its value follows on the same line.
      const colon = end > start ? /^[ \t]*:(?=\s|$)/.exec(yaml.slice(end, end + 100)) : null;
      if (colon && !yaml.slice(start, end).includes('\n')) {
        at = end + colon[0].length;
        continue;
      }
    } else if (unit === '[' || unit === '{') end = bracketEnd(yaml, start) ?? start;
    else if ((unit === '|' || unit === '>') && /^[|>][-+\d]*[ \t]*(?:#.*)?$/m.test(lineAt(yaml, start))) {
      at = afterBlock(yaml, start);
      continue;
    }
    // Behind the last mark stands nothing but a comment; otherwise it opens what another one closes.
    if (end > start && !/^[ \t]*(?:#.*)?$/.test(lineAt(yaml, end))) end = start;
    for (let cut = yaml.indexOf('\n', start); cut >= 0 && cut < end; cut = yaml.indexOf('\n', cut + 1)) cuts.push(cut);
    const next = yaml.indexOf('\n', end);
    at = next < 0 ? yaml.length : next + 1;
  }
  if (cuts.length === 0) return undefined;
  let joined = '';
  let done = 0;
  for (const cut of cuts) {
    const from = yaml[cut - 1] === '\r' ? cut - 1 : cut;
    joined += yaml.slice(done, from) + ' '.repeat(cut + 1 - from);
    done = cut + 1;
  }
  return joined + yaml.slice(done);
}

/** The rest of a line, without its line end. */
function lineAt(yaml: string, from: number): string {
  const end = yaml.indexOf('\n', from);
  return yaml.slice(from, end < 0 ? yaml.length : yaml[end - 1] === '\r' ? end - 1 : end);
}

/** Where the value of the line begins that begins (or goes on behind a key) at `at`; the line's end when it has none. */
function valueStart(yaml: string, at: number): number {
  const line = lineAt(yaml, at);
  const head = /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
  if (head >= line.length || line[head] === '#') return at + line.length;
  if (/["'[{|>]/.test(line[head] ?? '')) return at + head;
  const colon = line.slice(head).search(/:(?:[ \t]|$)/);
  if (colon < 0) return at + line.length;
  let start = head + colon + 1;
  while (start < line.length && /[ \t]/.test(line[start] ?? '')) start++;
  const mark = /^(?:[&!][^\s,[\]{}]*[ \t]+)+/.exec(line.slice(start, start + 200));
  return at + start + (mark?.[0].length ?? 0);
}

/** The end of a quoted text that begins at `from`; `undefined` when nothing closes it before the document ends. */
function quotedEnd(yaml: string, from: number): number | undefined {
  const quote = yaml[from];
  for (let i = from + 1; i < yaml.length; i++) {
    const unit = yaml[i];
    if (unit === '\\' && quote === '"') i++;
    else if (unit === quote) {
      if (quote === "'" && yaml[i + 1] === "'") i++;
      else return i + 1;
    } else if (unit === '\n' && /^(?:---|\.\.\.)(?:\s|$)/.test(yaml.slice(i + 1, i + 5))) return undefined;
  }
  return undefined;
}

/** The end of brackets that open at `from`; `undefined` when they are not closed, or hold a comment. */
function bracketEnd(yaml: string, from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < yaml.length; i++) {
    const unit = yaml[i] ?? '';
    if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') {
      if (--depth === 0) return i + 1;
    } else if (unit === '#' && /[\s,[{]/.test(yaml[i - 1] ?? '')) return undefined;
    else if ((unit === '"' || unit === "'") && /[\s,[{:]/.test(yaml[i - 1] ?? '')) {
      const end = quotedEnd(yaml, i);
      if (end === undefined) return undefined;
      i = end - 1;
    }
  }
  return undefined;
}

/** The start of the first line behind a block text whose mark stands at `at`. */
function afterBlock(yaml: string, at: number): number {
  const own = yaml.lastIndexOf('\n', at) + 1;
  const column = /^[ \t]*/.exec(yaml.slice(own, at))?.[0].length ?? 0;
  let line = yaml.indexOf('\n', at) + 1;
  while (line > 0 && line < yaml.length) {
    const text = lineAt(yaml, line);
    const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
    if (indent < text.length && indent <= column) return line;
    const next = yaml.indexOf('\n', line);
    if (next < 0) break;
    line = next + 1;
  }
  return yaml.length;
}
