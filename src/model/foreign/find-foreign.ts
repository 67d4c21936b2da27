import { esmEnd } from './esm.ts';
import { type ForeignSpan, matchAt, type Recogniser, type Scan, scanOf } from './foreign.ts';
import { invisible, invisibleRanges } from './invisible.ts';
import { conflictAt, fenceEnd, foreignLine } from './lines.ts';
import { colon, dollarMath, dot, equals, interval, slash, strokeMath, wiki } from './notation.ts';
import { oddLink } from './odd-links.ts';
import {
  bookReference,
  codeElement,
  inlineDirective,
  jsonPair,
  namedMacro,
  namespacedTag,
  quoteRun,
  razor,
  remotePath,
  searchPattern,
  squared,
  substitution,
  texCommand,
  texVerbatim,
} from './programs.ts';
import { dataString, percent, placeholders, statement } from './queries.ts';
import {
  anchor,
  anything,
  assigned,
  bracketed,
  joined,
  picked,
  question,
  searchEscape,
  shell,
  styled,
} from './statements.ts';
import { exampleLabel, inclusion, pressedKeys, suggestion } from './suggestions.ts';
import { angle, braces } from './templates.ts';
import { uri } from './uris.ts';

const recognisers: (readonly [string, Recogniser])[] = [
  ['{', (scan, at) => suggestion(scan, at) ?? braces(scan, at)],
  ['+', pressedKeys],
  ['!', inclusion],
  ['<', (scan, at) => angle(scan, at) ?? namespacedTag(scan, at) ?? codeElement(scan, at)],
  ['[', (scan, at) => squared(scan, at) ?? wiki(scan, at) ?? picked(scan, at)],
  ['$', dollarMath],
  [
    '\\',
    (scan, at) =>
      strokeMath(scan, at) ??
      texVerbatim(scan, at) ??
      bookReference(scan, at) ??
      texCommand(scan, at) ??
      searchEscape(scan, at),
  ],
  [
    ':;',
    (scan, at) =>
      namedMacro(scan, at) ??
      remotePath(scan, at) ??
      inlineDirective(scan, at) ??
      uri(scan, at) ??
      colon(scan, at) ??
      styled(scan, at),
  ],
  ['@', razor],
  ['=', (scan, at) => equals(scan, at) ?? assigned(scan, at)],
  ['&|', joined],
  ['?', question],
  ['^', anchor],
  [
    '(（［',
    (scan, at) =>
      exampleLabel(scan, at) ??
      bookReference(scan, at) ??
      oddLink(scan, at) ??
      interval(scan, at) ??
      bracketed(scan, at),
  ],
  ['【〔「', oddLink],
  ['.', (scan, at) => dot(scan, at) ?? anything(scan, at)],
  ['/~', (scan, at) => searchPattern(scan, at) ?? substitution(scan, at) ?? slash(scan, at)],
  ['%', percent],
  ['"\'', (scan, at) => quoteRun(scan, at) ?? dataString(scan, at) ?? jsonPair(scan, at) ?? placeholders(scan, at)],
  ['SUIDsuid', (scan, at) => statement(scan, at) ?? shell(scan, at)],
  ['abcdefghjklmnoprtwy', shell],
];

const HAN_FROM = 0x3400;
const HAN_TO = 0x9fff;

/** By UTF-16 unit: 0 for what never begins anything, else one more than the place among the recognisers. */
const table = new Uint8Array(0x10000);
for (const [index, [marks]] of recognisers.entries()) {
  for (const mark of marks) table[mark.charCodeAt(0)] = index + 1;
}
const INVISIBLE = recognisers.push(['', invisible]);
const BRACES = table['{'.charCodeAt(0)];
const ANGLE = table['<'.charCodeAt(0)];
for (const [from, to] of invisibleRanges) table.fill(INVISIBLE, from, to + 1);
const LINE = 101;
const CODE = 102;
const TARGET = 103;
table[10] = LINE;
table[96] = CODE;
table[93] = TARGET;

const target = /\]\((?:[^()\\\n]|\\.){0,500}(?:\((?:[^()\\\n]|\\.){0,200}\)(?:[^()\\\n]|\\.){0,200}){0,4}\)/y;
/** As HTML has it, quoted attributes whole; then as anything up to the next angle, with the tags of templates in it. */
const tags: readonly RegExp[] = [
  /<\/?[A-Za-z](?:[^<>"'{]|"[^"]{0,400}"|'[^']{0,400}'|\{(?!\{)|\{\{[^}\n]{0,400}\}\}){0,2000}>/y,
  /<\/?[A-Za-z](?:[^<>{]|\{(?!\{)|\{\{[^}\n]{0,400}\}\}){0,2000}>/y,
];

/**
 * Finds what is code to other systems in the Markdown of an article, in order and without overlaps. What stands in
 * code of Markdown or in a comment is not looked for: it is no prose already. One look at each character, and more only
 * at the few that may begin something; linear in the length of `text`.
 */
export function findForeign(text: string): readonly ForeignSpan[] {
  const spans: ForeignSpan[] = [];
  const scan = scanOf(text);
  let at = lineFrom(scan, 0, spans);
  /** Up to here stands a tag of HTML or the target of a link, in which nothing but templates is looked for. */
  let tagEnd = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    // Most of a text is Han, which begins nothing.
    const found = unit >= HAN_FROM && unit <= HAN_TO ? 0 : (table[unit] ?? 0);
    if (found === 0) at++;
    else if (at < tagEnd && found !== BRACES && found !== ANGLE) at++;
    else if (found === LINE) at = lineFrom(scan, at + 1, spans);
    else if (found === CODE) at = codeEnd(scan, at);
    else if (found === TARGET) {
      tagEnd = at + (matchAt(target, text, at)?.[0].length ?? 0);
      at++;
    } else {
      if (found === ANGLE) tagEnd = Math.max(tagEnd, at + tagLength(text, at));
      at = spanFrom(scan, at, recognisers[found - 1]?.[1], spans);
    }
  }
  return spans;
}

function tagLength(text: string, at: number): number {
  for (const tag of tags) {
    const found = matchAt(tag, text, at);
    if (found) return found[0].length;
  }
  return 0;
}

/** What may stand on a line before its text: blanks, the marks of quotes and of lists. */
const marksBefore = /(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/y;

/** Reads the beginning of a line; says where to go on. */
function lineFrom(scan: Scan, start: number, spans: ForeignSpan[]): number {
  const { text } = scan;
  const conflict = conflictAt(scan, start);
  if (conflict) {
    spans.push(conflict);
    return conflict.end;
  }
  const esm = esmEnd(scan, start);
  if (esm !== -1) {
    spans.push({ kind: 'directive', start, end: esm, hidden: true });
    return esm;
  }
  const at = start + (matchAt(marksBefore, text, start)?.[0].length ?? 0);
  const unit = text.charCodeAt(at);
  if (unit === 96 || unit === 126) {
    const end = fenceEnd(scan, at);
    if (end !== -1) return end;
  }
  const line = foreignLine(scan, at);
  if (line === undefined) return at;
  spans.push(line);
  return line.end;
}

const escapable = /[!-/:-@[-`{-~]/;
const comment = /<!--(?:-?>)?/y;

function spanFrom(scan: Scan, at: number, recognise: Recogniser | undefined, spans: ForeignSpan[]): number {
  const { text } = scan;
  const unit = text.charCodeAt(at);
  if (unit === 60 && matchAt(comment, text, at)) {
    const end = scan.next('-->', at + 2);
    return end === -1 ? at + 1 : end + 3;
  }
  const span = recognise?.(scan, at);
  const last = spans.at(-1);
  // What reaches back, as a path does to its drive, stops at what was found before.
  if (span !== undefined && span.end > at) {
    spans.push({ ...span, start: Math.max(span.start, last?.end ?? 0) });
    return span.end;
  }
  return unit === 92 && escapable.test(text.charAt(at + 1)) ? at + 2 : at + 1;
}

/** Code further from its end than this is none, in UTF-16 units. */
const LONGEST_CODE = 3000;

/** Where a code span ends that begins at `at`; after its marks where nothing closes it in its paragraph. */
function codeEnd(scan: Scan, at: number): number {
  const { text } = scan;
  let from = at;
  while (text.charCodeAt(from) === 96) from++;
  const marks = text.slice(at, from);
  const rest = text.slice(from, from + LONGEST_CODE);
  for (let close = rest.indexOf(marks); close !== -1; close = rest.indexOf(marks, close)) {
    let end = close;
    while (rest.charCodeAt(end) === 96) end++;
    if (end - close === marks.length) return /\n[ \t>]*\r?\n/.test(rest.slice(0, close)) ? from : from + end;
    close = end;
  }
  return from;
}

/** Finds the conflicts that Git left in text that is no Markdown. */
export function findConflicts(text: string): readonly ForeignSpan[] {
  if (!/<{7}|>{7}/.test(text)) return [];
  const spans: ForeignSpan[] = [];
  const scan = scanOf(text);
  for (let at = 0; at !== -1 && at < text.length; ) {
    const found = conflictAt(scan, at);
    if (found) spans.push(found);
    const next = text.indexOf('\n', found?.end ?? at);
    at = next === -1 ? -1 : next + 1;
  }
  return spans;
}
