import { type ForeignSpan, matchAt, type Recogniser, type Scan } from './foreign.ts';

/** No tag of a template is longer, in UTF-16 units; it bounds what one unclosed tag may swallow. */
const LONGEST_TAG = 4000;

/** No expression in braces is longer. */
const LONGEST_EXPRESSION = 1000;

/** Tags whose content is a comment. */
const commentNames: ReadonlySet<string> = new Set(['comment']);
/** Tags whose content is code, whatever it looks like. */
const codeNames: ReadonlySet<string> = new Set(
  'highlight code codeblock mermaid math katex latex plantuml schema stylesheet javascript style script'.split(' '),
);

/** Tags whose content is shown as it is written: code, in a paragraph; prose, where they hold paragraphs. */
const rawNames: ReadonlySet<string> = new Set(['raw', 'verbatim']);

/** Every tag by what opens it, longer ones first. */
const tags: readonly { readonly open: string; readonly close: string; readonly hidden?: boolean }[] = [
  { open: '{{!--', close: '--}}', hidden: true },
  { open: '{{/*', close: '*/}}', hidden: true },
  { open: '{{!', close: '}}', hidden: true },
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{{{', close: '}}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '<#--', close: '-->', hidden: true },
  { open: '<%--', close: '--%>', hidden: true },
  { open: '<%#', close: '%>', hidden: true },
  { open: '<%', close: '%>' },
];

/** `{{ … }}`, `{% … %}`, `{{< … >}}`, `<% … %>`; with what is in it where that is a comment or code. */
const templateTag: Recogniser = (scan, at) => {
  const { text } = scan;
  for (const { open, close, hidden } of tags) {
    if (!text.startsWith(open, at)) continue;
    const found = scan.next(close, at + open.length);
    const end = found === -1 ? -1 : found + close.length;
    if (end === -1 || end - at > LONGEST_TAG || hasBlankLine(text, at, end)) {
      // Somebody is still typing it, or it was broken: what follows on its line may be its own. `{{` alone is no tag.
      return open === '{{' || open === '{{{' || open === '{{!'
        ? undefined
        : { kind: 'template', start: at, end: scan.lineEnd(at) };
    }
    return withContent(scan, { kind: 'template', start: at, end, ...(hidden ? { hidden } : {}) }, open);
  }
  return undefined;
};

const nameOfTag = /\{(?:%[-~]?|\{[<%])\s*([\w-]+)/y;

function withContent(scan: Scan, span: ForeignSpan, open: string): ForeignSpan {
  const name = matchAt(nameOfTag, scan.text, span.start)?.[1];
  if (name === undefined || !(commentNames.has(name) || codeNames.has(name) || rawNames.has(name))) return span;
  if (/\/\s*[%>]\}\}$/.test(scan.text.slice(span.start, span.end))) return span;
  const closings =
    open === '{%'
      ? [`{% end${name} %}`, `{%- end${name} -%}`, `{% end${name} -%}`, `{%- end${name} %}`, `{%end${name}%}`]
      : [`{{< /${name} >}}`, `{{</${name}>}}`, `{{% /${name} %}}`, `{{%/${name}%}}`];
  let end = -1;
  for (const closing of closings) {
    const at = scan.next(closing, span.end);
    if (at !== -1 && (end === -1 || at + closing.length < end)) end = at + closing.length;
  }
  if (end === -1 || (rawNames.has(name) && hasBlankLine(scan.text, span.end, end))) return span;
  return { ...span, end, ...(commentNames.has(name) ? { hidden: true } : {}) };
}

function hasBlankLine(text: string, start: number, end: number): boolean {
  const line = text.indexOf('\n', start);
  return line !== -1 && line < end && /\n[ \t]*\r?\n/.test(text.slice(start, end));
}

/** Anything with quoted strings in it, up to a brace; no two ways to read it, so that it is linear. */
const inBraces = `[^{}"'\\n]{0,200}(?:(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}')[^{}"'\\n]{0,200}){0,12}`;
/** What may stand in the braces of attributes: `{: .big}`, `{#id title="通车,了"}`, `{width=50%}`, `{标题="水渠"}`. */
const attributes = new RegExp(`\\{[ \\t]?(?:[:.#=]|[\\p{L}_@][^\\s={}"'，。]{0,60}=)${inBraces}\\}`, 'uy');
/** Expressions of programs: `${name}`, `#{name}`. */
const interpolation = /\{[^{}\n]{1,400}\}/y;
/** `${HOME}/稿件,一`: the rest of a path. */
const pathBehind = /\/(?=[\p{L}\p{N}_.])[^\s[\]{}$，。；、！？“”‘’《》（）"'<>|*?&`]{1,200}/uy;
const jinjaComment = /\{#/y;
/** An object as JSON and programs write it: its first key is quoted. */
const object =
  /\{\s{0,8}(?:"[^"\n]{1,80}"|'[^'\n]{1,80}')\s{0,4}:[^{}\n]{0,600}(?:\{[^{}\n]{0,300}\}[^{}\n]{0,300}){0,8}\}/y;

/** `{@html "水,渠"}`, `{@const 水 = "渠"}` of Svelte. */
const svelteTag = /\{@[a-z]{2,12}[ \t][^{}\n]{1,300}\}/y;

/** `{$title|truncate:"水,渠"}` of Smarty and Latte. */
const variableTag = /\{\$[\p{L}_][^{}\n]{0,300}\}/uy;

/** What kramdown and pandoc give an element, and their comments. */
export const braces: Recogniser = (scan, at) => {
  const { text } = scan;
  const tag = templateTag(scan, at);
  if (tag) return tag;
  if (text.startsWith('{::', at)) {
    if (text.startsWith('{::comment}', at) || text.startsWith('{::nomarkdown}', at)) {
      const close = scan.next('{:/', at);
      const end = close === -1 ? -1 : text.indexOf('}', close) + 1;
      if (end > 0) return { kind: 'attributes', start: at, end, hidden: true };
    }
  }
  if (matchAt(jinjaComment, text, at)) {
    const close = scan.next('#}', at + 2);
    const brace = scan.next('}', at + 2);
    if (close !== -1 && close + 1 === brace && !hasBlankLine(text, at, close)) {
      return { kind: 'template', start: at, end: close + 2, hidden: true };
    }
  }
  const before = text.charAt(at - 1);
  if (before !== '' && '$#%@'.includes(before)) {
    const found = matchAt(interpolation, text, at);
    if (found) {
      const end = at + found[0].length;
      return { kind: 'template', start: at - 1, end: end + (matchAt(pathBehind, text, end)?.[0].length ?? 0) };
    }
  }
  const data = matchAt(object, text, at) ?? matchAt(svelteTag, text, at) ?? matchAt(variableTag, text, at);
  if (data) return { kind: 'template', start: at, end: at + data[0].length };
  const found = matchAt(attributes, text, at);
  if (found === null) return expressionAt(scan, at) ?? setAt(text, at);
  const end = at + found[0].length;
  // Attributes belong to what stands before them, or to a line or a block; elsewhere a reader sees them.
  const attached = /[^\s]/.test(before) || end === scan.lineEnd(at) || text.charAt(end) === '{';
  return { kind: 'attributes', start: at, end, ...(attached ? { hidden: true } : {}) };
};

/** `{水,渠}`, what belongs to a set: Chinese has no brackets of that shape. */
const members = /\{[^{}\n"'，。；：！？、]{1,60}(?:,[^{}\n"'，。；：！？、]{1,60}){1,20}\}/y;

function setAt(text: string, at: number): ForeignSpan | undefined {
  const found = matchAt(members, text, at)?.[0];
  return found === undefined ? undefined : { kind: 'notation', start: at, end: at + found.length };
}

/** A comment, a string alone, or what begins as a program does: a name that is called, asked, chosen from. */
const expression =
  /\{\s{0,20}(?:\/\*|["'`]|[\p{L}_$][\p{L}\w$]{0,60}(?:[.([]|\?\.|\s{0,4}(?:\?\?|&&|\|\||\?|=>|===|!==))|!{1,2}[A-Za-z_$]|\(?[\p{L}\w$, ]{0,60}\)\s{0,2}=>)/uy;

/** `{props.title ?? "水,渠"}`, `{list.map((one) => …)}`, `{/* … *\/}` of MDX, in one paragraph and with all braces closed. */
function expressionAt({ text }: Scan, at: number): ForeignSpan | undefined {
  if (!matchAt(expression, text, at)) return undefined;
  const limit = Math.min(text.length, at + LONGEST_EXPRESSION);
  let open = 0;
  for (let i = at; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 123) open++;
    else if (unit === 125 && --open === 0) {
      if (hasBlankLine(text, at, i)) return undefined;
      const comment = text.startsWith('{/*', at);
      return { kind: 'template', start: at, end: i + 1, ...(comment ? { hidden: true } : {}) };
    }
  }
  return undefined;
}

/** Tags with attributes that HTML has not, as Vue, Angular and JSX write them. */
const oddTag =
  /<[A-Za-z][\w.-]{0,60}(?:\s{1,20}[^\s"'<>=/{}，。]{1,60}(?:=(?:"[^"]{0,400}"|'[^']{0,400}'|\{[^{}\n]{0,400}\}|[^\s"'<>{}]{1,200}))?){1,20}\s{0,20}\/?>/y;
const oddName = /\s(?:[@#[(*][^\s=]*|[^\s"'=]+=\{|[^\s"'=]*[^\s"'=!-~][^\s"'=]*=)/;

/**
 * A tag over several lines whose `>` stands alone on its last one, where CommonMark sees a quotation begin; kramdown,
 * Python-Markdown and MDX read the tag.
 */
const longTag =
  /<[A-Za-z][\w.:-]{0,60}(?:\s{1,40}[^\s"'<>=/{}，。]{1,60}(?:=(?:"[^"]{0,400}"|'[^']{0,400}'|\{[^{}\n]{0,400}\}|[^\s"'<>{}]{1,200}))?){1,20}[ \t]{0,20}\r?\n[ \t]{0,20}>(?=[ \t]*(?:\r?\n|<|$))/y;

/** `<% … %>`, and tags of components. */
export const angle: Recogniser = (scan, at) => {
  const { text } = scan;
  if (text.charCodeAt(at + 1) === 37 || text.startsWith('<#--', at)) return templateTag(scan, at);
  const long = matchAt(longTag, text, at)?.[0];
  if (long?.includes('=') && !hasBlankLine(text, at, at + long.length)) {
    return { kind: 'template', start: at, end: at + long.length };
  }
  const found = matchAt(oddTag, text, at)?.[0];
  if (found === undefined || !oddName.test(found.replace(/"[^"]*"|'[^']*'/g, '""'))) return undefined;
  return { kind: 'template', start: at, end: at + found.length };
};
