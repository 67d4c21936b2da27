import { type ForeignSpan, matchAt, type Recogniser, type Scan } from './foreign.ts';

const code = (start: number, end: number): ForeignSpan => ({ kind: 'notation', start, end });

/** A recogniser of what one sticky expression matches. */
function matching(expression: RegExp, isMeant: (text: string, at: number) => boolean = () => true): Recogniser {
  return ({ text }, at) => {
    const found = isMeant(text, at) ? matchAt(expression, text, at)?.[0] : undefined;
    return found === undefined ? undefined : code(at, at + found.length);
  };
}

/** `[@key, p. 3]` of pandoc, `[url=…]` of forums; no link follows. */
const bracketed = matching(
  /\[(?:-?@[^\]\n]{1,200}|%[^\]\n]{1,300}%|[a-z]{1,20}=[^\]\n]{1,300}|![a-z]{2,12}[ \t][^\]\n]{1,100})\](?![([])/y,
);

/** `[=65% "水,渠"]`, a bar that shows progress. */
const progress = matching(/\[={1,2}[ \t]?\d{1,3}(?:\.\d{1,4})?%?[^[\]\n]{0,200}\]/y);

const shortcode = /\[(url|img|embed|code|audio|video|iframe|latex|math|raw|php|html|css|js)\]/y;

/** `[embed]…[/embed]`: what stands between such marks of a CMS or a forum is an address or code. */
function enclosed(scan: Scan, at: number): ForeignSpan | undefined {
  const name = matchAt(shortcode, scan.text, at)?.[1];
  if (name === undefined) return undefined;
  const closing = `[/${name}]`;
  const close = scan.next(closing, at);
  return close === -1 || close > scan.lineEnd(at) ? undefined : code(at, close + closing.length);
}

const item = `\\s{0,4}(?:"[^"\\n]{0,200}"|'[^'\\n]{0,200}'|-?\\d[\\d.]{0,20})\\s{0,4}`;
const items = new RegExp(`\\[${item}(?:,${item}){1,30}\\](?![([])`, 'y');

/** `["水", "渠"]`, `[1, 2, '渠']` of JSON and of programs. */
const array: Recogniser = ({ text }, at) => {
  const found = matchAt(items, text, at)?.[0];
  return found === undefined || !/["']/.test(found) ? undefined : code(at, at + found.length);
};

const citing = /(?<![\w@])@(?:[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]{0,60}|\{[^{}\n]{1,80}\})[ \t]$/u;
const locator = /\[[^[\]\n]{1,200}\](?![([:])/y;

/** `[p. 33, 大]` behind a key of pandoc: where in the work that is cited. */
const cited: Recogniser = ({ text }, at) => {
  if (!/[ \t]/.test(text.charAt(at - 1)) || !citing.test(text.slice(Math.max(0, at - 90), at))) return undefined;
  const found = matchAt(locator, text, at)?.[0];
  return found === undefined ? undefined : code(at, at + found.length);
};

/** What begins with a square bracket and is a program's. */
export const squared: Recogniser = (scan, at) =>
  bracketed(scan, at) ?? progress(scan, at) ?? array(scan, at) ?? enclosed(scan, at) ?? cited(scan, at);

/** `\text{水,渠}`, `\frac{水}{渠}`: a command of TeX with what it is given. */
export const texCommand = matching(
  /\\[A-Za-z]{1,30}\*?(?:\[[^[\]\n]{0,100}\])?(?:\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,300}\}){1,4}/y,
);

/** `\\@ref(fig:水,渠)`, `(ref:水渠)` of bookdown: what is pointed at, and a text that is put in its place. */
export const bookReference: Recogniser = matching(/\\@(?:ref|cite)\([^()\n]{1,100}\)|\(ref:[^()\s]{1,60}\)/y);

const verbatim = /\\(?:verb|lstinline|url|path)\*?([|+!/=~"'#;:-])[^\n]{1,200}?\1/y;

/** `\verb|水,渠|` of TeX, between any two marks that are the same. */
export const texVerbatim: Recogniser = matching(verbatim);

/** `"key": "值"`, `"key": ["值", 1]` of JSON, or where such a list or object begins; a link of Textile, `"文":https://a.cn`. */
export const jsonPair = matching(
  /(?<=(?:^|\n)[ \t]{0,40})"[^"\n]{1,40}"[ \t]?:[ \t]?(?:"[^"\n]{0,300}"|-?\d[\d.]{0,20}|true|false|null),?[ \t]*\r?$|"[A-Za-z_][\w.-]{0,40}"[ \t]?:[ \t]?(?:"[^"\n]{0,300}"|\[[^[\]\n]{0,300}\]|\{[^{}\n]{0,300}\}|[[{](?=[ \t]*\r?$))|(?<=(?:^|\n)[ \t]{0,40})'[^'\n]{1,40}'[ \t]?:[ \t]?(?:'[^'\n]{0,300}'|-?\d[\d.]{0,20}|True|False|None),?[ \t]*\r?$|"[^"\n]{1,80}":(?=https?:\/\/)/my,
);

/** `image::水,渠.png[水渠,300]` of AsciiDoc: a macro, its target and what it is given. */
const macro = /:{1,2}[^\s[\],，。；、：（）]{0,200}(?:,[^\s[\],，。；、：（）]{1,200}){0,8}\[[^[\]\n]{0,300}\]/y;
const macroName = /(?<![A-Za-z])(?:image|include|video|audio|link|xref|kbd|btn|menu|icon|stem)$/;

/** A macro of AsciiDoc, from its name on. */
export const namedMacro: Recogniser = ({ text }, at) => {
  const name = macroName.exec(text.slice(Math.max(0, at - 8), at))?.[0];
  const found = name === undefined ? undefined : matchAt(macro, text, at)?.[0];
  return name === undefined || found === undefined ? undefined : code(at - name.length, at + found.length);
};

/** `@Model.题("水,渠")`, `@(水 + "渠")` of a page that a server writes. */
export const razor = matching(
  /@(?:[A-Za-z_]\w{0,40}(?:\.[\p{L}_]\w{0,40}){0,6})?\((?:[^()"\n]|"[^"\n]{0,200}"){0,200}\)/uy,
  (text, at) => !/[\w@]/.test(text.charAt(at - 1)) && /[."+]/.test(text.slice(at, at + 80)),
);

/** `/水,渠/g`, an expression that texts are searched with. */
export const searchPattern = matching(
  /\/[^/\s，。；！？]{1,80}\/[gimsuy]{1,4}(?![\p{L}\p{N}/])/uy,
  (text, at) => !/[\w/.:<]/.test(text.charAt(at - 1)),
);

/** `s/水,渠/通,车/g`, what `sed` puts in the place of what it finds, from the first stroke on. */
export const substitution = matching(
  /\/[^/\n，。；！？]{1,80}\/[^/\n，。；！？]{0,80}\/[gimsu]{0,4}(?![\p{L}\p{N}/])/uy,
  (text, at) => text.charAt(at - 1) === 's' && !/[\w/.:<]/.test(text.charAt(at - 2)),
);

/** `'''水渠'''`, `''水渠''` of a wiki, `"""水渠"""` of a program: marks that stand together are no quotation. */
export const quoteRun = matching(/('{2,6}|"{3,6})[^'"\n]{1,200}\1(?!['"])/y);

/** `:名[文]{a="b"}`, a directive in a line. */
export const inlineDirective = matching(
  /:[\p{L}][\p{L}\p{N}_-]{0,30}(?:\[[^[\]\n]{0,200}\])?\{[^{}\n，。]{1,300}\}/uy,
  (text, at) => text.charAt(at - 1) !== ':',
);

/** What is an address behind the colon, or the text and target of a link, is no path. */
const remote = /:(?!\/\/)[^\s，。；、！？“”（）《》<>"[\]()]{1,200}/y;

/** `git@host:水,渠.git`: what a program copies from another machine. */
export const remotePath: Recogniser = ({ text }, at) => {
  const host = /(?<![\w.@-])[\w.-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}$/.exec(text.slice(Math.max(0, at - 90), at));
  const path = host ? matchAt(remote, text, at)?.[0] : undefined;
  if (host === null || path === undefined || !/^:[^\s:]{0,100}[/.]/.test(path)) return undefined;
  return code(at - host[0].length, at + path.length);
};

const programs = /<(code|kbd|samp|var|tt|pre|script|style|textarea|xmp|rp)(?=[\s>])[^<>\n]{0,300}>/iy;

/** What stands in elements of HTML that hold code, their tags aside. */
export const codeElement: Recogniser = (scan, at) => {
  const found = matchAt(programs, scan.text, at);
  const name = found?.[1];
  if (!found || name === undefined) return undefined;
  const from = at + found[0].length;
  const close = scan.next(`</${name}>`, from);
  if (close <= from || close - from > 3000 || /\n[ \t]*\r?\n/.test(scan.text.slice(from, close))) return undefined;
  return code(from, close);
};

/** Tags of other systems: `<#if 水 == "渠">`, `<@水/>`, `<c:if test="水,渠">`; addresses between angles are none. */
export const namespacedTag: Recogniser = ({ text }, at) => {
  const found = matchAt(tag, text, at)?.[0];
  return found === undefined ? undefined : { kind: 'template', start: at, end: at + found.length };
};

/** Word leaves tags of its own, such as `<o:p>`, which say nothing. */
const tag =
  /<\/?(?:[#@][\p{L}_][\p{L}\w.-]{0,40}|(?!(?:tel|sms|urn|geo|news|data|xmpp|sip|isbn|doi|[ovwmx]|st\d):)[A-Za-z][\w-]{0,30}:[\p{L}_][\p{L}\w.-]{0,40}(?=[^<>]{0,400}="))(?=[\s/>])(?:[^<>"']|"[^"\n]{0,400}"|'[^'\n]{0,400}'){0,600}>/uy;
