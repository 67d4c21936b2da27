import { type ForeignSpan, matchAt, type Scan } from './foreign.ts';

/** Lines that a generator or an editor reads as a whole, without their indentation. */
const wholeLine =
  /(?::{3,}|(?:!!!|\?\?\?\+?)[ \t]+[\w-]|!!![a-z]{3,12}[ \t]|==-[ \t]|\+{3}[ \t]+(?=\S)|\|{3}[ \t]+(?=\S)|<{3}[ \t]+@?[./\w]|={3}[!+]?[ \t]+["“]|\/\/\/[ \t]*(?:[\p{L}\w-]+|$)|\.\.[ \t][\w-]{1,40}::|@\[\w+\]\(|\[\[?_?TOC_?\]?\]|\*\[[^\]\n]{1,80}\]:|-{1,3}8<-{1,3}[ \t]|\$[ \t]+[a-z]|#(?:include|define|ifn?def|pragma|import)[ \t]|@(?:media|import|charset|keyframes|supports|page)[ \t]|[A-Z]:\\[^>\n]{0,80}>)[^\n]*/uy;
/** The mark of a note that Markdown does not take, for a blank in it or behind it; what the note says is prose. */
const brokenNote = /\[\^[^\]\n]{0,80}(?:\][ \t]{1,4}:|[ \t][^\]\n]{0,80}\]:)(?=[ \t])/y;
/** The address of a link that Markdown does not take, for the blanks in it. */
const brokenAddress =
  /\[[^\]\n^][^\]\n]{0,80}\]:[ \t]*(?=[^\s<"'(][^\n"'(<]{0,300}\.[A-Za-z][A-Za-z\d]{1,4}[ \t]*\r?$)[^\s\n]{1,300}[ \t][^\n]*/my;
const hiddenLine = /^(?:\*\[|-+8<-+)/;
/**
 * Fields between two lines of marks: front matter that stands where no reader looks for it, under a comment or an empty
 * block, or between marks that open none. What a generator is told, nobody reads as text.
 */
const strayFields =
  /(-{3,}|\*{3,}|\+{3,}|={3,}|;{3,})[ \t]*\r?\n(?:[\p{L}_][\p{L}\d_-]{0,40}[ \t]*[:=](?:[ \t][^\r\n]{0,2000})?\r?\n(?:(?:[ \t]|-[ \t])[^\r\n]{0,2000}\r?\n){0,60}){1,60}\1[ \t]*(?=\r?\n|$)/uy;
/** The same at the head of a body, under front matter in which nothing stands. */
const fieldsAtHead =
  /(?:[\p{L}_][\p{L}\d_-]{0,40}:(?:[ \t][^\r\n]{0,2000})?\r?\n(?:(?:[ \t]|-[ \t])[^\r\n]{0,2000}\r?\n){0,60}){1,60}-{3,}[ \t]*(?=\r?\n|$)/uy;
/** Title, authors and date at the head of a text for pandoc, which parts authors at `;`. */
const titleBlock = /(?:%[ \t][^\n]*(?:\n[ \t]+[^\s][^\n]*){0,8}(?:\n|$)){1,3}/y;
/** Front matter that is a program or data of another kind, as Eleventy and gray-matter read it; YAML has its own reader. */
const programHead =
  /-{3}(?:js|javascript|cjs|mjs|ts|json5?|toml|coffee|cson|njk)[ \t]*\r?\n(?:(?!-{3})[^\n]*\n){0,400}-{3}[ \t]*(?=\r?\n|$)/y;
/** What may be pointed at elsewhere, `(水,渠)=` of MyST. */
const labelled = /\([^()\s\n，。]{1,60}\)=(?=[ \t]*\r?(?:\n|$))/y;
/** `:alt: 水,渠` under the line of a directive: an option of it. */
const option = /:[a-z][a-z-]{0,30}:[ \t][^\n]*/y;
const underDirective = /(?:^|\n)[ \t]*(?:\.\.[ \t][\w-]{1,40}::|:[a-z][a-z-]{0,30}:[ \t])[^\n]*\n[ \t]{2,}$/;
/** A diagram of PlantUML, from its first line to its last. */
const diagram = /@start(\w{2,12})\b[^\n]*\n(?:(?!@end)[^\n]*\n){0,400}@end\1/y;
/**
 * A table that is drawn, as pandoc and reStructuredText have it: a frame of `+` and `|`, or columns under groups of
 * dashes. Its columns are where its characters stand.
 */
const drawnTable =
  /\+[-=:+]{3,}\+[ \t]*(?:\r?\n[ \t>]*[|+][^\n]*)+|-{2,}(?:[ \t]{1,40}-{2,}){1,20}[ \t]*(?:\r?\n(?![ \t]*\r?(?:\n|$))[^\n]*){1,400}/y;
/** The line over those dashes names the columns. */
const columnNames = /[^\n]{1,400}\n[ \t>]*-{2,}(?:[ \t]{1,40}-{2,}){1,20}[ \t]*\r?(?:\n|$)/y;
/** The first mark of each of them. */
const firsts = ':!?=/@[*-+;.$#(|<CDEF';

/** What the whole of a line is to another system; `undefined`: nothing. `at`: where its text begins. */
export function foreignLine(scan: Scan, at: number): ForeignSpan | undefined {
  const { text } = scan;
  const under = text.charCodeAt(at) === 124 ? -1 : scan.lineEnd(at);
  if (under !== -1 && isDashed(text, under) && matchAt(columnNames, text, at) !== null)
    return { kind: 'directive', start: at, end: under };
  if ((at > 0 && !firsts.includes(text.charAt(at))) || at >= text.length) return undefined;
  // What a term means, under the term: kramdown and pandoc make a list of it.
  if (text.charAt(at) === ':' && isBlank(text.charCodeAt(at + 1))) return { kind: 'notation', start: at, end: at + 1 };
  const note = matchAt(brokenNote, text, at)?.[0];
  if (note !== undefined) return { kind: 'notation', start: at, end: at + note.length };
  if (text.charAt(at) === ':' && underDirective.test(text.slice(Math.max(0, at - 400), at))) {
    const given = matchAt(option, text, at)?.[0];
    if (given !== undefined) return { kind: 'directive', start: at, end: at + given.trimEnd().length };
  }
  const head =
    at === 0 ? (matchAt(programHead, text, 0) ?? matchAt(fieldsAtHead, text, 0) ?? matchAt(titleBlock, text, 0)) : null;
  const drawn = (matchAt(diagram, text, at) ?? matchAt(drawnTable, text, at))?.[0];
  if (drawn !== undefined) return { kind: 'directive', start: at, end: at + drawn.trimEnd().length };
  const fields = (matchAt(strayFields, text, at) ?? matchAt(labelled, text, at) ?? head)?.[0];
  if (fields !== undefined) return { kind: 'directive', start: at, end: at + fields.trimEnd().length };
  const found = (matchAt(wholeLine, text, at) ?? matchAt(brokenAddress, text, at))?.[0];
  if (found === undefined) return undefined;
  const end = at + found.trimEnd().length;
  return { kind: 'directive', start: at, end, ...(hiddenLine.test(found) ? { hidden: true } : {}) };
}

/** Whether the next line begins like groups of dashes. @param end where a line ends */
function isDashed(text: string, end: number): boolean {
  let at = text.charCodeAt(end) === 13 ? end + 2 : end + 1;
  while (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 62) at++;
  return text.charCodeAt(at) === 45 && text.charCodeAt(at + 1) === 45;
}

/** Git writes at the beginning of a line; who moved text about may have put it into a quotation or a list since. */
const marker =
  /((?:[ \t]{0,12}(?:>(?!>{6})|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){0,8}[ \t]{0,12})(<{7}|\|{7}|>{7})(?:[ \t][^\n]*)?(?=\r?\n|$)/y;
const MARKS = ['<<<<<<<', '>>>>>>>', '|||||||'] as const;

/**
 * A conflict that Git left, from its first line to its last; without a last, the line of the mark alone.
 *
 * @param at where a line begins
 */
export function conflictAt(scan: Scan, at: number): ForeignSpan | undefined {
  const { text } = scan;
  // Most lines begin with Han or a letter.
  if (!(text.charCodeAt(at) < 0x41) && text.charCodeAt(at) !== 124) return undefined;
  const lineEnd = scan.lineEnd(at);
  if (!MARKS.some((mark) => isBefore(scan.next(mark, at), lineEnd))) return undefined;
  const found = matchAt(marker, text, at);
  if (found === null) return undefined;
  const [written, before = '', mark = ''] = found;
  const start = at + before.length;
  let end = at + written.trimEnd().length;
  if (mark.startsWith('<')) {
    let close = scan.next('>>>>>>>', end);
    while (close !== -1 && !isMarkAlone(text, close)) close = scan.next('>>>>>>>', close + 7);
    const middle = scan.next('\n=======', end);
    if (close !== -1) end = scan.lineEnd(close);
    else if (middle !== -1) end = middle + 8;
  }
  return { kind: 'conflict', start, end };
}

function isBefore(at: number, end: number): boolean {
  return at !== -1 && at < end;
}

/** Whether nothing stands before the mark on its line but what makes quotations and lists. */
function isMarkAlone(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at) + 1;
  return at - line < 60 && /^[ \t>*+\d.)-]*$/.test(text.slice(line, at));
}

const fence = /(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})[^\n]*/y;

/** Where the fenced code that begins at `at` ends; -1: none begins. An open fence ends with the text. */
export function fenceEnd(scan: Scan, at: number): number {
  const { text } = scan;
  const open = matchAt(fence, text, at)?.[1];
  if (open === undefined) return -1;
  let line = text.indexOf('\n', at);
  while (line !== -1) {
    const start = line + 1;
    let from = start;
    while (isBlank(text.charCodeAt(from)) || text.charCodeAt(from) === 62) from++;
    if (text.startsWith(open, from)) {
      let to = from + open.length;
      while (text.charCodeAt(to) === open.charCodeAt(0)) to++;
      const end = text.indexOf('\n', to);
      if (text.slice(to, end === -1 ? text.length : end).trim() === '') return end === -1 ? text.length : end;
    }
    line = text.indexOf('\n', start);
  }
  return text.length;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}
