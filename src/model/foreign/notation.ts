import { beside } from '../beside.ts';
import { classAt, DIGIT, FULL_WIDTH, HAN, hanAt, hanBefore, LETTER } from '../characters.ts';
import { type ForeignSpan, matchAt, type Recogniser, type Scan } from './foreign.ts';
import { oddLink, readOddLink } from './odd-links.ts';

function notation(start: number, end: number): ForeignSpan {
  return { kind: 'notation', start, end };
}

const wikiLink = /\[\[[^[\]\n*`]{1,200}\]\]/y;
const linkTail = /\([^\n)("{$]{0,500}\)|\]|\[(?![[^]|(?:url|img|embed|code|audio|video)\])[^\]\n]{0,200}\](?!\()/y;
const lineStart = /(?:^|\n)[ \t>]{0,12}$/;

/** `[[page]]`, `![[picture]]`: not where Markdown reads a link whose text is in brackets. */
export const wiki: Recogniser = (scan, at) => {
  const { text } = scan;
  const found = matchAt(wikiLink, text, at);
  if (found === null) return oddLink(scan, at) ?? undefinedReference(scan, at) ?? interval(scan, at);
  const end = at + found[0].length;
  const start = text.charAt(at - 1) === '!' ? at - 1 : at;
  // A page, and a link whose brackets changed places.
  if (readOddLink(text, end)?.fault === 'reversed') return notation(start, end);
  const tail = tailAt(scan, end, found[0].slice(1, -1));
  // In the text of a link its brackets close themselves.
  if (tail === ']' && text.charAt(at - 1) !== '[') return notation(start, end);
  // A link of Markdown, or a page and words in brackets after it: its marks are left alone in either case.
  if (tail !== undefined || text.charAt(at - 1) === '[')
    return /[,;:!?.'"()-]/.test(found[0]) ? notation(at + 2, end - 2) : undefined;
  // The address of a link that is named elsewhere.
  if (text.charAt(end) === ':' && lineStart.test(text.slice(Math.max(0, at - 13), at))) return undefined;
  return notation(start, end);
};

/** What makes a link of words in brackets; a label does where a line says where it leads. `undefined`: nothing does. */
function tailAt(scan: Scan, end: number, words: string): string | undefined {
  const tail = matchAt(linkTail, scan.text, end)?.[0];
  return tail?.startsWith('[') && !isLabel(scan, tail === '[]' ? words : tail.slice(1, -1)) ? undefined : tail;
}

const reference = /\[[^[\]\n]{0,200}\]\[([^[\]\n^][^[\]\n]{0,200})\](?![(:[])/y;
const labels = beside<Scan, ReadonlySet<string>>();

/** What stands before the addresses of links, in small letters. */
function labelsOf(scan: Scan): ReadonlySet<string> {
  let known = labels.get(scan);
  if (known === undefined) {
    const found = scan.text.matchAll(/(?:^|\n)[ \t>]{0,12}\[([^[\]\n]{1,200})\]:/g);
    known = new Set(Array.from(found, ([, label = '']) => folded(label)));
    labels.set(scan, known);
  }
  return known;
}

/** Whether a line says where the link or the note of that name leads. */
export function isLabel(scan: Scan, label: string): boolean {
  return labelsOf(scan).has(folded(label));
}

const folded = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** `![text][label]` and `[text][la,bel]` whose label leads nowhere here: another page or program knows it. */
function undefinedReference(scan: Scan, at: number): ForeignSpan | undefined {
  const { text } = scan;
  const found = matchAt(reference, text, at);
  // Marks, escapes and entities in it are read, and are no part of what is written.
  if (found === null || /[\\&*_`<~]/.test(found[0])) return undefined;
  const pictured = text.charAt(at - 1) === '!';
  const label = found[1] ?? '';
  if ((!pictured && !/[,;:!?()"']/.test(label)) || isLabel(scan, label)) return undefined;
  return notation(pictured ? at - 1 : at, at + found[0].length);
}

/** `${name}` of a program, which is read at its brace. */
const insertion = /\$\{[^{}\n\\^_]{1,300}\}/y;
const dollars = /\$[^$\n]{1,300}\$/y;
const texSign = /[\\^_={}+<>|]/;
const sentenceMark = /[，。；：！？、“”]/;

/** `$…$` as pandoc reads it, prices and sentences aside; `$$…$$`. */
export const dollarMath: Recogniser = (scan, at) => {
  const { text } = scan;
  if (text.charCodeAt(at + 1) === 36) {
    const close = scan.next('$$', at + 2);
    if (close === -1 || close - at > 5000 || close === at + 2) return undefined;
    const inside = text.slice(at + 2, close);
    // Two openings of a paragraph apart are no formula, but where they stand on lines of their own.
    if (/\n[ \t]*\r?\n/.test(inside) && !/^[ \t]*\r?\n/.test(inside)) return undefined;
    return notation(at, close + 2);
  }
  if ((classAt(text, at - 1) & (LETTER | DIGIT)) !== 0 || matchAt(insertion, text, at)) return undefined;
  const found = matchAt(dollars, text, at)?.[0];
  if (found === undefined) return undefined;
  const inside = found.slice(1, -1);
  const end = at + found.length;
  if (/^\s|\s$/.test(inside)) return undefined;
  if ((classAt(text, end) & DIGIT) !== 0 && !/[\\^_(]/.test(inside)) return undefined;
  if (sentenceMark.test(inside) && !texSign.test(inside)) return undefined;
  // `$5涨到8$`: words between two sums.
  if (/^[\d.,]+(?:[^\d.,\s]|$)/.test(inside) && !texSign.test(inside) && /\p{Script=Han}/u.test(inside))
    return undefined;
  return notation(at, end);
};

const environment = /\\begin\{([A-Za-z*]{1,30})\}/y;

/** `\(…\)`, `\[…\]`, also with two strokes, and `\begin{…}…\end{…}`; escaped brackets around words are none. */
export const strokeMath: Recogniser = (scan, at) => {
  const { text } = scan;
  const name = matchAt(environment, text, at)?.[1];
  if (name !== undefined) {
    const closing = `\\end{${name}}`;
    const close = scan.next(closing, at);
    return close === -1 || close - at > 5000 ? undefined : notation(at, close + closing.length);
  }
  const double = text.charCodeAt(at + 1) === 92;
  const bracket = text.charAt(at + (double ? 2 : 1));
  if (bracket !== '(' && bracket !== '[') return double ? share(scan, at) : undefined;
  const closing = `${double ? '\\\\' : '\\'}${bracket === '(' ? ')' : ']'}`;
  const from = at + closing.length;
  const close = scan.next(closing, from);
  if (close === -1 || close - at > 2000) return undefined;
  const inside = text.slice(from, close);
  if (!/[\p{L}\p{N}]/u.test(inside) || /\n[ \t]*\r?\n/.test(inside)) return undefined;
  const displayed = bracket === '[' && /^[ \t]*\r?\n/.test(inside) && /\n[ \t>]*$/.test(inside);
  // \[海州日报\]: words in brackets that are meant as such; with a mark of half width it may be a formula.
  const formula =
    texSign.test(inside) || /[A-Za-z]\(/.test(inside) || (/[,;:]/.test(inside) && !sentenceMark.test(inside));
  if (!double && !displayed && !formula) return undefined;
  return notation(at, close + closing.length);
};

const segment = '[^\\\\/\\n：，。；、！？“”‘’《》（）"\'<>|*?：]';
const drive = new RegExp(`[A-Za-z]:\\\\(?:${segment}{1,80}\\\\){0,20}`, 'y');
const shared = new RegExp(
  `\\\\\\\\[\\p{L}\\d][\\p{L}\\w.-]{1,60}\\\\(?=[\\p{L}\\d])(?:${segment}{1,80}\\\\){0,20}`,
  'uy',
);
const lastSegment = /[^\s\\/：，。；、！？“”‘’《》（）"'<>|*?]{0,120}/y;
const extension = /\.[A-Za-z][A-Za-z0-9]{0,4}(?![A-Za-z0-9.\\/])/;

/** Where the name of a file that begins at `at` ends: after its extension, or where no name goes on. */
function nameEnd(text: string, at: number): number {
  const name = matchAt(lastSegment, text, at)?.[0] ?? '';
  const found = extension.exec(name);
  return at + (found ? found.index + found[0].length : name.length);
}

function share({ text }: { readonly text: string }, at: number): ForeignSpan | undefined {
  const found = matchAt(shared, text, at);
  return found === null ? undefined : notation(at, nameEnd(text, at + found[0].length));
}

const shortcode = /:[a-z0-9_+-]{2,30}:(?!\/\/)/y;
const smiley = /[:;=][-o^']?(?:\){1,3}(?![\w(（])|[(DPp]{1,3}(?=$|[\s，。！？、；…,.!?~～]))/y;

/** `D:\稿件\a.md`, `:)`, `:smile:`, `name::name`. */
export const colon: Recogniser = ({ text }, at) => {
  const mark = text.charAt(at);
  if (mark === ':' && text.charCodeAt(at + 1) === 92 && (classAt(text, at - 2) & (LETTER | DIGIT)) === 0) {
    const found = matchAt(drive, text, at - 1);
    if (found) return notation(at - 1, nameEnd(text, at - 1 + found[0].length));
  }
  if (mark === ':' && (classAt(text, at - 1) & (LETTER | DIGIT)) === 0) {
    const found = matchAt(shortcode, text, at);
    if (found && /[a-z]/.test(found[0])) return notation(at, at + found[0].length);
  }
  const field = mark === ':' ? dataField(text, at) : undefined;
  if (field) return field;
  // A scope or a field of a program: no sentence has two colons.
  if (mark === ':' && text.charCodeAt(at + 1) === 58 && text.charCodeAt(at + 2) !== 58) return notation(at, at + 2);
  const found = matchAt(smiley, text, at);
  if (found === null || (classAt(text, at - 1) & (LETTER | DIGIT)) !== 0) return undefined;
  // The bracket closes one that is open: (见附件:)
  if (found[0].endsWith(')') && isOpen(text, at)) return undefined;
  return notation(at, at + found[0].length);
};

const address = /:[^\s，。；、！？“”（）《》<>"]{1,80}@[\w.-]{1,80}/y;
const ownField = /(?:^|\n)[ \t>]{0,12}(?:[-*+][ \t]+)?([\p{L}\p{N}_ -]{1,40})$/u;
const innerField = /[[(]([\p{L}\p{N}_ -]{1,40})$/u;
const innerRest = /::[ \t][^[\]()\n]{0,200}[\])]/y;

/** `标题:: 水,渠` and `[标题:: 水,渠]` of Dataview; `mailto:水,渠@a.cn`. */
function dataField(text: string, at: number): ForeignSpan | undefined {
  const before = text.slice(Math.max(0, at - 60), at);
  if (/mailto$/i.test(before)) {
    const found = matchAt(address, text, at)?.[0];
    return found === undefined ? undefined : notation(at - 6, at + found.length);
  }
  if (!text.startsWith(':: ', at)) return undefined;
  const own = ownField.exec(before)?.[1];
  if (own !== undefined && (at - own.length === 0 || before.length < 60 || before.includes('\n'))) {
    const end = text.indexOf('\n', at);
    return notation(at - own.length, at + text.slice(at, end === -1 ? text.length : end).trimEnd().length);
  }
  const inner = innerField.exec(before)?.[1];
  const rest = inner === undefined ? undefined : matchAt(innerRest, text, at)?.[0];
  return inner === undefined || rest === undefined ? undefined : notation(at - inner.length, at + rest.length - 1);
}

/** Whether a round bracket is open before `at`, as far as a line of common length tells. */
function isOpen(text: string, at: number): boolean {
  let open = 0;
  for (let i = at - 1; i >= 0 && i > at - 80; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 10) return false;
    if (unit === 41 || unit === 0xff09) open--;
    else if (unit === 40 || unit === 0xff08) open++;
    if (open > 0) return true;
  }
  return false;
}

const assignment = /=[ \t]?(?:"[^"\n&\\]{0,300}"|'[^'\n&\\]{0,300}')/y;
/** `标题="水渠,通水"`: an equals sign and a quotation without a blank between them, and no sentence in it. */
const assignedText = /=(?:"[^"\n。！？]{1,200}"|'[^'\n。！？]{1,200}')/y;
const variable = /[A-Za-z_@:][\w:.-]{0,40}[ \t]?$/;

/** `type="天猫"`; `=)`. */
export const equals: Recogniser = (scan, at) => {
  const { text } = scan;
  const value = matchAt(assignment, text, at);
  const before = value && variable.exec(text.slice(Math.max(0, at - 42), at));
  if (value && before) return notation(at - before[0].length, at + value[0].length);
  const given = matchAt(assignedText, text, at)?.[0];
  if (given !== undefined && (/[\])]/.test(text.charAt(at - 1)) || hanBefore(text, at)))
    return notation(at, at + given.length);
  return colon(scan, at);
};

const end = '[-+−±]?(?:\\d[\\d.,]{0,15}|[a-zA-Zαβπ∞]{1,3}|[-+]?∞)';
const intervals = new RegExp(`[(（[［]\\s{0,2}${end}\\s{0,2}[,，]\\s{0,2}${end}\\s{0,2}[)）\\]］]`, 'y');
const face =
  /[(（][^()（）\n，。、；：A-Za-z0-9\p{Script=Han}]{0,8}[▽ω＾￣≧≦╯□∀´｀д°＿][^()（）\n，。、；：0-9\p{Script=Han}]{0,10}[)）]/uy;

/** What a function is called with: strings, names and numbers. */
const call = /\((?:\s{0,2}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[\w.-]{1,60})\s{0,2}(?:,|(?=\)))){1,12}\)/y;

/** What a function of one letter is called with. */
const short = /\([^()（）\n，。；！？“”]{1,12},[^()（）\n，。；！？“”]{1,12}\)/y;

/** `(更新时间戳: 1664109102894)`: a program wrote the moment, in seconds or thousandths of them. */
const stamp = /\([\p{L} ]{1,20}[:：=][ \t]?1(?:\d{9}|\d{12})\)/uy;
/** `(:`, with nothing that closes it on its line. */
const openSmiley = /\([:;](?=$|[\s\p{Script=Han}，。！？])(?![^\n)）]{0,200}[)）])/uy;

/** `(3，5]`, `[x, y)`; `print("水","渠")`; `(＾▽＾)`. */
export const interval: Recogniser = ({ text }, at) => {
  const found = matchAt(intervals, text, at)?.[0];
  if (found !== undefined) {
    const [open, close] = [found.charAt(0), found.charAt(found.length - 1)];
    const square = '[［'.includes(open);
    // Notes and links are Markdown's; two round brackets of Chinese width are a list as often as a point.
    const next = text.charAt(at + found.length);
    if (square !== '）)'.includes(close) && !square && /[（）]/.test(open + close)) return undefined;
    if (square && '］]'.includes(close) && (next === '(' || next === '[' || next === ':')) return undefined;
    if (square && ')）'.includes(close) && text.charAt(at - 1) === '!') return undefined;
    return notation(at, at + found.length);
  }
  const stamped = matchAt(stamp, text, at)?.[0] ?? matchAt(openSmiley, text, at)?.[0];
  if (stamped !== undefined) return notation(at, at + stamped.length);
  // f(水,渠)
  const single = /(?:^|[^A-Za-z\d])[A-Za-z]$/.test(text.slice(Math.max(0, at - 2), at))
    ? matchAt(short, text, at)
    : null;
  if (single) return notation(at, at + single[0].length);
  const args = /[a-z_][A-Z0-9]{0,4}$/.test(text.slice(Math.max(0, at - 5), at))
    ? matchAt(call, text, at)?.[0]
    : undefined;
  if (args !== undefined && /["']/.test(args)) return notation(at, at + args.length);
  const drawn = matchAt(face, text, at);
  return drawn === null ? undefined : notation(at, at + drawn[0].length);
};

const knownEnding =
  /\.(?:md|mdx|qmd|rmd|markdown|txt|tar|gz|tgz|bz2|xz|iso|apk|exe|dmg|msi|epub|mobi|srt|log|ini|conf|xml|tsx|jsx|vue|scss|tex|bib|rtf|odt|wps|ipynb|tiff?|avif|flac|m4a|ogg|flv|mkv|webm|docx?|xlsx?|pptx?|pdf|png|jpe?g|gif|webp|svg|bmp|heic|mp[34]|mov|avi|wav|zip|rar|7z|ya?ml|json|toml|csv|html?|css|js|ts|py|go|rs|java|sh|sql|psd|ai|indd)(?![\w.]|(?!\p{Script=Han})\p{L})/iuy;
const relative = /\.{1,2}\/[^\s，。；、！？“”‘’《》（）"'<>|*?&\\]{1,200}/y;
const nameBack = /[^\s&\\，。；：、！？“”‘’《》（）【】"'<>|*?`[\]{}!]{1,60}$/;

/** `./稿件/水渠,通水.md`, `说明(终稿).docx`. */
export const dot: Recogniser = ({ text }, at) => {
  const next = text.charCodeAt(at + 1);
  if (next === 47 || (next === 46 && text.charCodeAt(at + 2) === 47)) {
    const before = text.charAt(at - 1);
    const found = /[\w./\\]/.test(before) ? null : matchAt(relative, text, at);
    return found === null ? undefined : notation(at, pathEnd(at, found[0]));
  }
  const found = matchAt(knownEnding, text, at);
  if (found === null) return undefined;
  const name = nameBack
    .exec(text.slice(Math.max(0, at - 60), at))?.[0]
    // (见水渠,一.md): the bracket is the sentence's.
    .replace(/^.*\((?![^()]*\))/, '');
  // Glued to what follows, only folders tell that it is a file.
  const inFolder = name?.includes('/') || (name !== undefined && text.charAt(at - name.length - 1) === '\\');
  if (hanAt(text, at + found[0].length) && !inFolder) return undefined;
  // Names without a mark in them are in no danger, and may be a brand.
  if (name === undefined || !/[,;:()]/.test(name) || name.includes('](') || name.includes('://')) return undefined;
  return notation(at - name.length, at + found[0].length);
};

/** Where a path from `at` ends: with its extension, when marks of the sentence follow that. */
export function pathEnd(at: number, path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = extension.exec(name);
  const after = found ? name.length - found.index - found[0].length : (/[,;:!.)]+$/.exec(name)?.[0].length ?? 0);
  return at + path.length - after;
}

const absolute = /\/(?:[\w.@+-]{1,60}\/){1,20}[^\s，。；、！？“”‘’《》（）"'<>|*?&\\]{0,120}/y;
const systemRoots = /^\/(?:usr|etc|var|home|opt|tmp|bin|mnt|Users|dev|root|srv|lib|proc|Volumes|private)\//;
const home = /~\/[^\s，。；、！？“”‘’《》（）"'<>|*?&\\]{1,200}/y;

const noScheme = /\/\/(?:[\p{L}\p{N}-]{1,60}\.){1,6}[A-Za-z]{2,12}\/[^\s，。；、！？“”‘’《》（）"'<>|*`]{1,500}/uy;

/** `/usr/share/稿件,一.md`, `~/稿件/水渠,通水.md`, `//a.cn/水,渠`. */
export const slash: Recogniser = ({ text }, at) => {
  const before = text.charAt(at - 1);
  const address = before === ':' ? undefined : matchAt(noScheme, text, at)?.[0];
  if (address !== undefined) return notation(at, at + address.length);
  if (/[\w./\\:<~\])]/.test(before)) return undefined;
  const found = matchAt(text.charAt(at) === '~' ? home : absolute, text, at)?.[0];
  if (found === undefined) return undefined;
  const glued = hanBefore(text, at) || (classAt(text, at - 1) & (HAN | FULL_WIDTH)) === HAN;
  if (glued && !systemRoots.test(found) && !found.startsWith('~')) return undefined;
  return notation(at, pathEnd(at, found));
};
