import { beside } from '../beside.ts';
import { classAt, DIGIT, LETTER } from '../characters.ts';
import { type ForeignSpan, matchAt, type Recogniser, type Scan } from './foreign.ts';
import { isLabel } from './notation.ts';

/**
 * What looks like a statement of a program, a command or an expression that texts are searched with. Each is told by a
 * mark, from which its words are looked for on both sides; where a sentence may be meant as well, it is left to be one:
 * what is literal is never harmed.
 */

const code = (start: number, end: number): ForeignSpan => ({ kind: 'notation', start, end });

/** A clause goes on to a mark of Chinese, or to a mark of Markdown, whose span would be cut. */
const clause = /[^\n\r，。；！？、“”（）《》*`<|]{1,400}/y;

/** Where the clause ends that goes on at `at`. */
function clauseEnd(text: string, at: number): number {
  return at + (matchAt(clause, text, at)?.[0].trimEnd().length ?? 0);
}

/** Han characters of a stretch: without them no check of Chinese has anything to say. */
const han = /\p{Script=Han}/u;

/** A stretch, if it holds Chinese. */
function ifChinese(text: string, start: number, end: number): ForeignSpan | undefined {
  return end > start && han.test(text.slice(start, end)) ? code(start, end) : undefined;
}

const keyword =
  /(?<![A-Za-z\d_])(?:(?:else )?if|elif|for|foreach|while|until|switch|catch|with|(?:function|def|func|fn|class)[ \t]+[\p{L}_][\p{L}\p{N}_]{0,40}|function)[ \t]?$/u;
const condition = /\((?:[^()\n，。；！？]|\([^()\n，。；！？]{0,100}\)){0,200}\)(?:[ \t]?(?:->|=>|[{:;]))?/y;
const called =
  /(?<![A-Za-z\d_.])(?:(?:[a-z_$][\w$]{0,40}\.){0,4}[a-z_$][\w$]{2,40}|(?:new[ \t]|\$|[a-z_$][\w$]{0,40}\.)[\p{L}_][\p{L}\p{N}_]{0,40})$/u;
const values = /\([ \t]?[\p{L}\p{N}_.'"%-]{1,30}(?:[ \t]?,[ \t]?[\p{L}\p{N}_.'"%-]{1,30}){1,12}[ \t]?\);?/uy;
const cells = /=[ \t]?[A-Z]{2,20}$/;
const cellValues = /\((?:[^()\n，。；！？]|\([^()\n，。；！？]{0,100}\)){1,200}\)/y;
const doubled = /\(\([^()\n，。；！？]{1,120}\)\)/y;

/** `if (水,渠) {`, `function 名(水,渠) {`, `print(水,渠)`, `=SUM(水,渠)`, `((水,渠))`. */
export const bracketed: Recogniser = ({ text }, at) => {
  const before = text.slice(Math.max(0, at - 60), at);
  const word = keyword.exec(before)?.[0];
  if (word !== undefined) {
    const found = matchAt(condition, text, at)?.[0];
    if (found !== undefined) return ifChinese(text, at - word.length, at + found.length);
  }
  const name = called.exec(before)?.[0];
  const args = name === undefined ? undefined : matchAt(values, text, at)?.[0];
  if (name !== undefined && args !== undefined) return ifChinese(text, at - name.length, at + args.length);
  const formula = cells.exec(before)?.[0];
  const inside = formula === undefined ? undefined : matchAt(cellValues, text, at)?.[0];
  if (formula !== undefined && inside !== undefined) return code(at - formula.length, at + inside.length);
  const twice = text.charAt(at - 1) === '(' ? undefined : matchAt(doubled, text, at)?.[0];
  return twice !== undefined && /[,;:]/.test(twice) && text.charAt(at + twice.length) !== ')'
    ? code(at, at + twice.length)
    : undefined;
};

const property = /(?<![A-Za-z\d_-])(?:[a-z]+(?:-[a-z]+){1,4}|font|color|content|background|filter|border)$/u;
const propertyValue = /:[ \t]?[^\n;:，。；！？（）《》{}]{1,120};/y;

/** `font-family: 宋体,黑体;` of a style sheet. */
export const styled: Recogniser = ({ text }, at) => {
  const name = property.exec(text.slice(Math.max(0, at - 40), at))?.[0];
  const found = name === undefined ? undefined : matchAt(propertyValue, text, at)?.[0];
  return name === undefined || found === undefined ? undefined : ifChinese(text, at - name.length, at + found.length);
};

const searched = /\[[^[\]\n，。；！？]{1,60}\](?![([:])/y;

const searchedAgain = /\[[^[\]\n，。；！？]{1,60}\](?:\+|\{\d{1,3}(?:,\d{0,3})?\})\$?/y;
const undefinedNote = /\[\^[^[\]\s\\`*_&<]{1,80}\]/y;

/** `arr[水,渠]`, what a name of a program picks from; `[水,渠]+`; `[^水,渠]` where no note has that name. */
export const picked: Recogniser = (scan, at) => {
  const { text } = scan;
  if (matchAt(undefinedNote, text, at)) {
    const end = text.indexOf(']', at);
    const label = text.slice(at, end + 1);
    return /[,;:!?"'.]/.test(label) && !isLabel(scan, label.slice(1, -1)) ? code(at + 2, end) : undefined;
  }
  const repeated = matchAt(searchedAgain, text, at)?.[0];
  if (repeated !== undefined) return code(at, at + repeated.length);
  const name = /(?<![A-Za-z\d_.\]])[a-z_$][\w$.]{0,40}$/u.exec(text.slice(Math.max(0, at - 42), at))?.[0];
  const found = name === undefined ? undefined : matchAt(searched, text, at)?.[0];
  if (name === undefined || found === undefined || !/[,:;]/.test(found)) return undefined;
  return ifChinese(text, at - name.length, at + found.length);
};

const leftSide = /(?:(?:const|let|var|auto|static|final)[ \t]+)?[\p{L}\p{N}_$.[\]]{1,40}[ \t]?$/u;
const operand = /[\p{L}\p{N}_$.()[\]'"]{1,40}[ \t]$/u;
const shortFunction = /(?:\([^()\n，。；！？]{0,120}\)|[\p{L}_$][\p{L}\p{N}_$]{0,40})[ \t]?$/u;
const keyed = /(?<![A-Za-z\d_=&])[a-z][a-z0-9_-]{1,40}$/u;
const keyedValue = /=\p{Script=Han}[^\s，。；！？、“”（）《》*`<|=]{0,80}/uy;

/** `x := 水,渠`, `const 水 = 渠,通`, `水 == 渠,通`, `(水,渠) => 通`, `path=水,渠`. */
export const assigned: Recogniser = ({ text }, at) => {
  const [previous, next] = [text.charAt(at - 1), text.charAt(at + 1)];
  const before = text.slice(Math.max(0, at - 160), at);
  if (previous === ':') {
    const name = leftSide.exec(before.slice(0, -1))?.[0] ?? '';
    return ifChinese(text, at - 1 - name.length, clauseEnd(text, at + 1));
  }
  if (next === '>') {
    const params = shortFunction.exec(before)?.[0];
    if (params === undefined) return undefined;
    const name = /(?:(?:const|let|var)[ \t]+)?[\p{L}_$][\p{L}\p{N}_$]{0,40}[ \t]?=[ \t]?$/u.exec(
      before.slice(0, -params.length),
    )?.[0];
    return ifChinese(text, at - params.length - (name?.length ?? 0), clauseEnd(text, at + 2));
  }
  const comparing = (next === '=' && /[ \t!=]/.test(previous)) || previous === '!';
  if (comparing) {
    const marks = /!?$/.exec(before)?.[0].length ?? 0;
    const left = operand.exec(before.slice(0, before.length - marks))?.[0];
    const right = text.slice(at).match(/^={1,3}[ \t]/)?.[0];
    return left === undefined || right === undefined
      ? undefined
      : ifChinese(text, at - marks - left.length, clauseEnd(text, at + right.length));
  }
  const declared = /(?<![A-Za-z\d_])(?:const|let|var)[ \t]+[\p{L}_$][\p{L}\p{N}_$]{0,40}[ \t]?$/u.exec(before)?.[0];
  if (declared !== undefined && next !== '=') return ifChinese(text, at - declared.length, clauseEnd(text, at + 1));
  if (/[\p{L}_)\]] $/u.test(before) && next === ' ') {
    const name = operand.exec(before)?.[0] ?? '';
    return ifChinese(text, at - name.length, clauseEnd(text, at + 2));
  }
  const key = keyed.exec(before)?.[0];
  const value = key === undefined ? undefined : matchAt(keyedValue, text, at)?.[0];
  return key !== undefined && value !== undefined && /[,;:!?]/.test(value)
    ? code(at - key.length, at + value.length)
    : undefined;
};

const pelican = /\|(?:filename|static|attach|author|category|tag|index)\|[^\s，。；、！？“”‘’《》（）"'<>|*?`]{1,200}/y;

/** `水 && 渠,通`, `水 || 渠,通`; `|filename|水,渠.md`, a link of Pelican. */
export const joined: Recogniser = ({ text }, at) => {
  const linked = matchAt(pelican, text, at)?.[0];
  if (linked !== undefined) return code(at, at + linked.length);
  const mark = text.charAt(at);
  if (text.charAt(at + 1) !== mark || text.charAt(at + 2) !== ' ') return undefined;
  const left = operand.exec(text.slice(Math.max(0, at - 60), at))?.[0];
  return left === undefined ? undefined : ifChinese(text, at - left.length, clauseEnd(text, at + 3));
};

const choice = /\?[ \t][^\n?，。；！？]{1,80}?[ \t]:[ \t]/y;
const asked = /\?[\p{L}\p{N}_.-]{1,40}=[^\s，。；！？、“”（）《》*`<|]{1,200}/uy;

/** `a ? 水 : 渠,水`, `?水=渠,通&通=水`, `(?:水,渠)`. */
export const question: Recogniser = (scan, at) => {
  const { text } = scan;
  const left = operand.exec(text.slice(Math.max(0, at - 60), at))?.[0];
  const chosen = left === undefined ? undefined : matchAt(choice, text, at)?.[0];
  if (left !== undefined && chosen !== undefined)
    return ifChinese(text, at - left.length, clauseEnd(text, at + chosen.length));
  const query = matchAt(asked, text, at)?.[0];
  // An address is one as a whole, and none of prose already.
  if (query !== undefined && !/(?:\/\/|www\.)[^\s]{0,100}$/.test(text.slice(Math.max(0, at - 110), at)))
    return ifChinese(text, at, at + query.length);
  return text.charAt(at - 1) === '(' && /[:=!<]/.test(text.charAt(at + 1)) ? expression(scan, at) : undefined;
};

const anchored = /\^[^\n^$，。；！？]{1,120}\$(?![A-Za-z\d{])/y;
/** `^[一-龥]`: a range of characters. `^[…]` with anything else in it is a note in the line. */
const anchoredClass = /\^\[\^?(?:[^\s\]\\]-[^\s\]]|\\[A-Za-z])[^\s\]，。；！？]{0,40}\]/y;
const anchoredStart = /\^(?:\\[A-Za-z]|\(\?)/y;
const wordOf = /[^\s，。；！？、“”《》`<|]{1,120}/y;
const wordBefore = /[^\s，。；！？、“”《》`<|*]{1,60}$/;

/** `.*?水,渠`. */
export const anything: Recogniser = (scan, at) =>
  matchAt(/\.[*+](?=[?)$\\[])/y, scan.text, at) ? expression(scan, at) : undefined;

/** `^水,渠$`, `^[一-龥],渠$`. */
export const anchor: Recogniser = (scan, at) => {
  const { text } = scan;
  if ((classAt(text, at - 1) & (LETTER | DIGIT)) !== 0 || text.charAt(at - 1) === '[') return undefined;
  if (text.charAt(at + 1) === '[') return matchAt(anchoredClass, text, at) ? expression(scan, at) : undefined;
  const found = matchAt(anchored, text, at)?.[0];
  if (found !== undefined && !/[[\]]\(/.test(found)) return code(at, at + found.length);
  return matchAt(anchoredStart, text, at) ? expression(scan, at) : undefined;
};

const escaped = /\\(?:[dwsDWSbB](?![A-Za-z])|[ux][\dA-Fa-f]{2,4})/y;

/** `\d+,水`, `\u4e00`: the word around it is an expression. */
export const searchEscape: Recogniser = (scan, at) =>
  matchAt(escaped, scan.text, at) ? expression(scan, at) : undefined;

/** The word of an expression around `at`. */
function expression({ text }: Scan, at: number): ForeignSpan | undefined {
  const before = wordBefore.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '';
  // Words of a sentence that touch it are none of it: 正则\d+,水.
  const own = /[\x21-\x7e]*$/.exec(before)?.[0] ?? '';
  const found = matchAt(wordOf, text, at)?.[0];
  return found === undefined || /\]\(/.test(found) ? undefined : code(at - own.length, at + found.length);
}

const command =
  /(?:(?:npm|pnpm|yarn|npx|bun|pip3?|conda|brew|apt|apt-get|yum|dnf|git|docker|docker-compose|kubectl|helm|hexo|hugo|jekyll|cargo|gem|bundle|composer|dotnet|mvn|gradle|sudo|curl|wget|ssh|scp|rsync|python3?|node|deno|php|ruby|perl|ffmpeg|pandoc|systemctl|chmod|chown|mkdir|grep|sed|awk|tar|echo|cp|mv|rm|cd|ls|cat)[ \t]+(?:--?[A-Za-z]|[a-z]|\.{0,2}\/|["'])|go[ \t]+(?:run|build|get|mod|test|install)[ \t]|(?:echo|mkdir|grep|pandoc)[ \t]+\p{Script=Han})/uy;
const chinese = beside<Scan, boolean>();

function isChinese(scan: Scan): boolean {
  let known = chinese.get(scan);
  if (known === undefined) {
    known = han.test(scan.text);
    chinese.set(scan, known);
  }
  return known;
}

/** `npm run 水,渠`, up to the end of its clause. */
export const shell: Recogniser = (scan, at) => {
  const { text } = scan;
  if ((classAt(text, at - 1) & (LETTER | DIGIT)) !== 0 || !isChinese(scan)) return undefined;
  if (/[-_./@]/.test(text.charAt(at - 1)) || !matchAt(command, text, at)) return undefined;
  return ifChinese(text, at, clauseEnd(text, at));
};
