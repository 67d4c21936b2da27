import type { Env, MarkdownIt, StateBlock } from 'markdown-it';
import { beside } from '../beside.ts';
import { masksFor } from './foreign-tokens.ts';

/** The `markup` of a paragraph that is indented as code would be. */
export const INDENTED = 'indented';

/** The lines of indented text that were judged last, and how. */
interface Judged {
  readonly from: number;
  readonly to: number;
  readonly prose: boolean;
}

const judged = beside<Env, Judged>();

/**
 * Typists indent paragraphs by four blanks or a tab, which CommonMark takes for code. Indented text that is prose beyond
 * doubt is a paragraph here; what may be code stays code.
 */
export function readIndented(parser: MarkdownIt): void {
  const { ruler } = parser.block;
  const code = ruleCalled(parser, 'code');
  const paragraph = ruleCalled(parser, 'paragraph');
  if (code === undefined || paragraph === undefined) return;
  ruler.at('code', (state, startLine, endLine, silent) => {
    if (isIndented(state, startLine) && isProse(state, startLine, endLine)) return false;
    return code(state, startLine, endLine, silent);
  });
  ruler.at('paragraph', (state, startLine, endLine, silent) => {
    const index = state.tokens.length;
    const indented = isIndented(state, startLine) && !belongsAbove(state, startLine);
    const found = paragraph(state, startLine, endLine, silent);
    const open = state.tokens[index];
    if (indented && open) open.markup = INDENTED;
    return found;
  });
}

/** A block rule by what the parser calls it: its function has another name in what is built. */
function ruleCalled({ block: { ruler } }: MarkdownIt, name: string) {
  const all = ruler.getRules('');
  ruler.disable(name);
  const without = new Set(ruler.getRules(''));
  ruler.enable(name);
  return all.find((rule) => !without.has(rule));
}

function isIndented({ sCount, blkIndent }: StateBlock, line: number): boolean {
  return (sCount[line] ?? 0) - blkIndent >= 4;
}

/** Whether indented text is prose from `startLine` to where it ends; judged once for all its paragraphs. */
function isProse(state: StateBlock, startLine: number, endLine: number): boolean {
  const before = judged.get(state.env);
  if (before && before.from <= startLine && startLine < before.to) return before.prose;
  let prose = false;
  let code = false;
  let line = startLine;
  let chunk: string[] = [];
  const masks = masksFor(state.env);
  const isNotation = (text: string): boolean =>
    Array.from(text, (_, at) => masks?.at(text, at)?.kind).some((kind) => kind === 'notation');
  const judge = (): void => {
    const verdict = chunk.length === 0 ? undefined : verdictOn(chunk, isNotation);
    prose ||= verdict === true;
    code ||= verdict === false;
    chunk = [];
  };
  for (; line < endLine && (state.isEmpty(line) || isIndented(state, line)); line++) {
    if (state.isEmpty(line)) judge();
    else chunk.push(state.getLines(line, line + 1, 4 + state.blkIndent, false));
  }
  judge();
  const verdict = prose && !code;
  judged.set(state.env, { from: startLine, to: line, prose: verdict });
  return verdict;
}

const picture = /^!?\[[^[\]]*\]\([^()\s]*\)$/;
const address = /https?:\/\/[^\s，。；、）)]+|!?\[[^[\]]*\]\([^()\s]*\)|[\uE000-\uF8FF]+/g;
/** Signs of code, of lists, of tables drawn with blanks. */
const codeSign = /[{}=<>\\|$\t]|;(?!\p{Script=Han})|\/\/|->|^ |[^\s。！？] {2,}\S|\w\(|^(?:[#>$%@+*-]|\d{1,9}[.)] )/u;
const han = /\p{Script=Han}/gu;
const englishSentence = /^[A-Z“"‘'(][\p{L}\d ,;:'’“”"().?!–—-]{20,}[.?!:”"’)]$/u;

/** `true`: prose; `false`: code, or what may be code; `undefined`: it goes with what is around it. */
function verdictOn(lines: readonly string[], isNotation: (text: string) => boolean): boolean | undefined {
  if (lines.every((line) => picture.test(line.trim()))) return undefined;
  const texts = lines.map((line) => line.trimEnd().replace(address, ''));
  // One blank more on the first line is the typist's; deeper lines are the shape of code.
  if (texts.some((text, index) => codeSign.test(index === 0 ? text.trimStart() : text))) return false;
  const all = texts.join('');
  const ink = all.replace(/\s/g, '').length;
  // A tag of a template goes with what is around it, a statement of a program is code all by itself.
  if (ink === 0) return lines.some(isNotation) ? false : undefined;
  const chinese = all.match(han)?.length ?? 0;
  // “好。”: few words, and marks that no code has.
  if (chinese >= 2 && /[。！？”]$/.test(all) && !/[\w()[\]]/.test(all)) return true;
  if (chinese >= 4 && chinese * 2 >= ink) return true;
  if (chinese > 0 && chinese * 2 >= ink) return undefined;
  const words = texts.join(' ');
  return englishSentence.test(words) && words.split(' ').length >= 6;
}

/** Whether the text stands under a line that indented text belongs to: an admonition, a definition, a note. */
function belongsAbove(state: StateBlock, startLine: number): boolean {
  const { bMarks, tShift, eMarks, src } = state;
  for (let line = startLine - 1; line >= 0 && line > startLine - 100; line--) {
    if (state.isEmpty(line) || isIndented(state, line)) continue;
    const start = (bMarks[line] ?? 0) + (tShift[line] ?? 0);
    const text = src.slice(start, Math.min(start + 4, eMarks[line] ?? start));
    return /^(?:[\uE000-\uF8FF]|:[ \t]|\[\^)/.test(text);
  }
  return false;
}
