import { matchAt, type Scan } from './foreign.ts';

/** No statement is longer, in UTF-16 units; it bounds what one unclosed bracket may swallow. */
const LONGEST_STATEMENT = 4000;

/** How a statement of a module begins that MDX, Docusaurus and Astro read in Markdown: none of these begins a sentence. */
const statement =
  /(?:import(?:[ \t]*["'][^"'\n]{1,300}["']|[ \t]+(?:type[ \t]+)?[\p{L}_$*{][^"'\n]{0,300}[ \t}]from[ \t]*["']|[ \t]*\{[ \t]*(?:\r?\n|$))|export[ \t]+(?:(?:const|let|var|type|interface|enum)[ \t]+[\p{L}_$][\p{L}\w$]*[^\n]{0,200}[={]|(?:default[ \t]+)?(?:async[ \t]+)?(?:function|class)\b[^\n]{0,200}[({]|default[ \t]+(?:[\p{L}_$][\w$.]*(?:[;(][^\n]*)?[ \t]*(?=\r?\n|$)|[{([<])|(?:\{|\*)[^\n]*))/uy;

/**
 * Where the `import` or `export` statement ends that begins at `start`, with those that follow it line by line; -1: none
 * begins. It ends before a blank line that none of its brackets holds open.
 *
 * @param start where a line begins
 */
export function esmEnd(scan: Scan, start: number): number {
  const { text } = scan;
  const unit = text.charCodeAt(start);
  if ((unit !== 101 && unit !== 105) || !isAfterBlank(text, start) || !matchAt(statement, text, start)) return -1;
  const first = paragraphFrom(text, start);
  let { end } = first;
  if (first.open > 0) {
    const closings = ['\n}', '\n)', '\n]'].map((mark) => scan.next(mark, end)).filter((at) => at !== -1);
    const close = Math.min(...closings);
    // A bracket that nothing closes takes no more than its own paragraph.
    if (close - start < LONGEST_STATEMENT) ({ end } = paragraphFrom(text, close + 1));
  }
  return end;
}

/** Where the last line with text ends from `start` to a blank line, and how many brackets stay open. */
function paragraphFrom(text: string, start: number): { readonly end: number; readonly open: number } {
  let end = start;
  let open = 0;
  for (let line = start; line < text.length && line - start < LONGEST_STATEMENT; ) {
    const lineEnd = lineEndAt(text, line);
    const written = text.slice(line, lineEnd).trimEnd();
    if (written === '') break;
    open += depth(written);
    end = line + written.length;
    line = lineEnd + 1;
  }
  return { end, open };
}

function lineEndAt(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Whether nothing stands on the line before. */
function isAfterBlank(text: string, start: number): boolean {
  return (
    start === 0 ||
    /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 40), start)) ||
    /^\s*$/.test(text.slice(Math.max(0, start - 40), start))
  );
}

/** How many brackets a line leaves open, those in its strings aside. */
function depth(line: string): number {
  let open = 0;
  for (const [mark] of line.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '').matchAll(/[{}()[\]]/g)) {
    open += '{(['.includes(mark) ? 1 : -1;
  }
  return open;
}
