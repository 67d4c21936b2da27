import type { Finding, Locale } from '../model/finding.ts';
import { NOTE_OPEN } from '../model/markdown/footnote-rules.ts';
import type { Footnotes } from '../model/markdown/footnotes.ts';
import { INDENTED } from '../model/markdown/indented.ts';
import type { Token } from '../model/markdown/token.ts';
import { type ChangesInBody, changePen, END } from './change-marks.ts';
import { cutFigures } from './cut-figures.ts';
import { attribute, escapeHtml } from './escape.ts';
import type { Plan, Role } from './figures.ts';
import { type FindingPen, findingPen, type Stretch } from './finding-marks.ts';
import { type ChangesHere, type DrawNote, type DrawPicture, type FindingsHere, renderInline } from './inline.ts';
import { ANCHOR, drawBackLinks, drawReference, type NoteWords } from './notes.ts';

/** One block of the body: exactly one element of HTML. */
export interface Block {
  /** `data-line` inside it counts from {@link Block.line}, so that a block that only moved is the same HTML. */
  readonly html: string;
  /** Its first line in the source, from 0. */
  readonly line: number;
  /** The line after its last. */
  readonly end: number;
  /** What is marked in it: `data-findings="0"` in its HTML is the first of these. */
  readonly findings: readonly Finding[];
}

/** What drawing a body needs besides its tokens. */
interface BodyContext {
  readonly plan: Plan;
  readonly drawPicture: DrawPicture;
  /** Index of the inline token that is the page's title and therefore not printed in the body; -1: none. */
  readonly title: number;
  readonly footnotes: Footnotes;
  readonly words: NoteWords;
  /** What to mark, by inline token; empty: nothing. */
  readonly findings: ReadonlyMap<number, readonly Stretch[]>;
  /** What changed, to be marked; absent: nothing is. */
  readonly changes?: ChangesInBody;
  /** The language of what is said about findings and changes. */
  readonly locale: Locale;
  /** The house writes code by indenting it. */
  readonly indentedCode: boolean;
}

/** No token. */
const NONE = -2;

/** Draws the body of an article block by block. The tokens are not changed. */
export function renderBody(tokens: readonly Token[], context: BodyContext): Block[] {
  const blocks: Block[] = [];
  const gone = (token: number, line: number): void => void blocks.push(...goneBlocks(context, token, line));
  for (let i = 0; i < tokens.length; ) {
    const first = tokens[i];
    if (first === undefined) break;
    const close = closeOf(tokens, i);
    const pen = findingPen(context.locale);
    const head = firstInline(tokens, i, close);
    if (context.changes) gone(head, first.map?.[0] ?? 0);
    const drawing: Drawing = { context, tokens, pen, first, base: first.map?.[0] ?? 0, lastLine: 0, head, out: '' };
    const next = context.title === i + 1 ? close + 1 : drawTo(drawing, i, close + 1);
    const last = tokens[next - 1]?.type === 'paragraph_close' ? tokens[next - 3] : first;
    if (drawing.out !== '') {
      blocks.push({
        html: drawing.out,
        line: drawing.base,
        end: Math.max(last?.map?.[1] ?? 0, drawing.base + 1),
        findings: pen.drawn,
      });
    }
    i = next;
  }
  if (context.changes) gone(END, blocks.at(-1)?.end ?? 0);
  const notes = drawNotes(tokens, context, blocks.at(-1)?.end ?? 0);
  return notes ? [...blocks, notes] : blocks;
}

/** The first inline token from one to another; -2 where there is none. */
function firstInline(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index <= to; index++) if (tokens[index]?.type === 'inline') return index;
  return NONE;
}

/** What stood before a block and is gone, each as a block of its own. */
function goneBlocks({ changes, locale }: BodyContext, token: number, line: number): readonly Block[] {
  const gone = changes?.gone.get(token) ?? [];
  return gone.map((one) => ({ html: changePen(locale).gone(one, false), line, end: line, findings: [] }));
}

/** The token that closes what the token at `index` opens; `index` when it opens nothing. */
function closeOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let i = index; i < tokens.length; i++) {
    depth += tokens[i]?.nesting ?? 0;
    if (depth <= 0) return i;
  }
  return tokens.length - 1;
}

/** The notes that the text refers to, below it. */
function drawNotes(tokens: readonly Token[], context: BodyContext, below: number): Block | undefined {
  const { footnotes, words, locale } = context;
  const shown = footnotes.notes.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number);
  if (shown.length === 0) return undefined;
  const maps = shown.map(({ open }) => tokens[open]?.map ?? ([below, below] as const));
  // Blocks stand in the order of their lines; notes from further up have a line before that of their block.
  const firsts = maps.map(([first]) => first).filter((first) => first >= below);
  const line = firsts.length === 0 ? below : firsts.reduce((a, b) => Math.min(a, b));
  const pen = findingPen(locale);
  let out = `<section class="notes" role="doc-endnotes"${attribute('aria-label', words.notes)}><ol>\n`;
  for (const { number, references, open, close } of shown) {
    const first = tokens[open];
    const here = (first?.map?.[0] ?? line) - line;
    const drawing: Drawing = { context, tokens, pen, first, base: line, lastLine: here, head: NONE, out: '' };
    drawTo(drawing, open + 1, close);
    const text = drawing.out.trimEnd();
    const back = drawBackLinks(number, references, words);
    const end = text.endsWith('</p>') ? text.length - '</p>'.length : text.length;
    out += `<li id="${ANCHOR}-${number}" data-line="${here}">${text.slice(0, end)}${back}${text.slice(end)}</li>\n`;
  }
  const end = maps.reduce((last, [, after]) => Math.max(last, after), line + 1);
  return { html: `${out}</ol></section>\n`, line, end, findings: pen.drawn };
}

interface Drawing {
  readonly context: BodyContext;
  readonly tokens: readonly Token[];
  readonly pen: FindingPen;
  /** The token whose line is said already. */
  readonly first: Token | undefined;
  /** The source line from which `data-line` counts. */
  readonly base: number;
  /** The line said last; one line is said once. */
  lastLine: number;
  /** The first inline token of the block: what is gone before it stands above the block. */
  readonly head: number;
  out: string;
}

/** Draws tokens from `from` up to `to`; returns the index of the first token that was not drawn. */
function drawTo(drawing: Drawing, from: number, to: number): number {
  const { tokens } = drawing;
  let i = from;
  while (i < to) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.type === 'paragraph_open') i = drawParagraph(drawing, i);
    else if (token.type === NOTE_OPEN) i = closeOf(tokens, i) + 1;
    else {
      drawing.out += drawToken(drawing, token, i);
      i++;
    }
  }
  return i;
}

/** Tokens of the inline token `index`, the first of which stands at `offset` of its prose. */
function drawInline({ context, pen, head }: Drawing, tokens: readonly Token[], index: number, offset = 0): string {
  const stretches = context.findings.get(index);
  const found: FindingsHere | undefined = stretches && { stretches, pen };
  const references = context.footnotes.references.get(index);
  const drawNote: DrawNote | undefined =
    references &&
    ((token, inLink) => {
      const reference = references.get(token);
      return reference ? drawReference(reference, inLink, context.words) : '';
    });
  const { changes, locale } = context;
  const marks = context.plan.marks.get(index);
  if (changes === undefined) return renderInline(tokens, context.drawPicture, marks, offset, found, drawNote);
  const changed = changes.passages.get(index);
  const marking = changePen(locale);
  const here: ChangesHere | undefined = changed && { changed, pen: marking };
  const html = renderInline(tokens, context.drawPicture, marks, offset, found, drawNote, here);
  if (offset > 0) return html;
  const gone = index === head ? [] : (changes.gone.get(index) ?? []);
  const moved = changed?.fate === 'moved' ? marking.moved() : '';
  return gone.map((one) => marking.gone(one, true)).join('') + moved + html;
}

/** Blocks whose element bears the token's own tag; nothing else of the token reaches the page. */
const plain = new Set(['ul', 'li', 'blockquote', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'summary']);

function drawToken(drawing: Drawing, token: Token, index: number): string {
  switch (token.type) {
    case 'inline':
      return drawInline(drawing, token.children ?? [], index);
    case 'heading_open':
      return openHeading(drawing, token, drawing.context.plan.roles.get(index + 1));
    case 'heading_close':
      return `</${headingTag(token)}>\n`;
    case 'ordered_list_open':
      return `<ol${attribute('start', token.attrGet('start') ?? undefined)}${lineOf(drawing, token)}>\n`;
    case 'ordered_list_close':
      return '</ol>\n';
    case 'table_open':
      // It scrolls where it is wider than the page, and the keyboard must reach that.
      return `<div class="table" tabindex="0"${lineOf(drawing, token)}><table>\n`;
    case 'table_close':
      return '</table></div>\n';
    case 'th_open':
    case 'td_open':
      return `<${token.tag}${alignment(token)}${spans(token)}>`;
    case 'th_close':
    case 'td_close':
      return `</${token.tag}>\n`;
    case 'hr':
      return `<hr${lineOf(drawing, token)}>\n`;
    case 'fence':
    case 'code_block':
      return drawCode(drawing, token);
    case 'html_block':
      // What of it may be shown stands in the tokens that follow.
      return '';
    case 'details_open':
      // Nothing of a story is hidden from the desk, nor from a printer.
      return `<details open="open"${lineOf(drawing, token)}>\n`;
    case 'details_close':
      return '</details>\n';
    default:
      if (!plain.has(token.tag)) return escapeHtml(token.content);
      return token.nesting === 1 ? `<${token.tag}${lineOf(drawing, token)}>` : `</${token.tag}>\n`;
  }
}

function drawCode(drawing: Drawing, token: Token): string {
  const { changes, locale } = drawing.context;
  const code = escapeHtml(token.content);
  const isOther = changes?.code.has(token.map?.[0] ?? -1) === true;
  return `<pre${lineOf(drawing, token)}><code>${isOther ? changePen(locale).added(code) : code}</code></pre>\n`;
}

/** The page's title is its only first-level heading. */
function headingTag(token: Token): string {
  return token.tag === 'h1' ? 'h2' : token.tag;
}

function openHeading(drawing: Drawing, token: Token, role: Role | undefined): string {
  return `<${headingTag(token)}${attribute('class', role)}${lineOf(drawing, token)}>`;
}

function drawParagraph(drawing: Drawing, index: number): number {
  const { tokens } = drawing;
  const { plan } = drawing.context;
  const open = tokens[index];
  const inline = tokens[index + 1];
  if (open === undefined || inline === undefined) return index + 1;
  if (open.markup === INDENTED && drawing.context.indentedCode) {
    drawing.out += `<pre${lineOf(drawing, open)}><code>${escapeHtml(inline.content)}\n</code></pre>\n`;
    return index + 3;
  }
  if (plan.pictures.has(index + 1)) return drawFigure(drawing, index);
  const role = plan.roles.get(index + 1);
  const content = drawToken(drawing, inline, index + 1);
  // A paragraph of comments alone is a note to the desk.
  if (content.trim() === '') return index + 3;
  if (open.hidden) drawing.out += content;
  else if (role === 'related' || role === 'further-reading') {
    drawing.out += `<h2 class="${role}"${lineOf(drawing, open)}>${content}</h2>\n`;
  } else {
    const look = role === undefined ? alignment(open) : attribute('class', role);
    drawing.out += `<p${look}${lineOf(drawing, open)}>${content}</p>\n`;
  }
  return index + 3;
}

/** A paragraph of pictures, and the captions and credits that follow it, as one figure or one group of them. */
function drawFigure(drawing: Drawing, index: number): number {
  const { tokens } = drawing;
  const { plan } = drawing.context;
  const open = tokens[index];
  const picture = index + 1;
  const drawn = cutFigures(tokens[picture]?.children ?? []).map(({ pictures, words, at, wordsAt }) => ({
    pictures: drawInline(drawing, pictures, picture, at).trim(),
    captions: paragraphOf(drawInline(drawing, words, picture, wordsAt).trim()),
  }));
  const line = lineOf(drawing, open);
  let next = index + 3;
  const last = drawn.at(-1);
  while (last) {
    const caption = tokens[next]?.type === 'html_block' ? next + 1 : next;
    const inline = tokens[caption + 1];
    if (tokens[caption]?.type !== 'paragraph_open' || !plan.captions.get(caption + 1)?.has(picture) || !inline) break;
    const line = lineOf(drawing, tokens[caption], true);
    last.captions += `<p${line}>${drawToken(drawing, inline, caption + 1)}</p>`;
    next = caption + 3;
  }
  const html = drawn.map(({ pictures, captions }) => {
    return `${pictures}${captions === '' ? '' : `<figcaption>${captions}</figcaption>`}</figure>`;
  });
  drawing.out +=
    html.length === 1
      ? `<figure${line}>${html[0]}\n`
      : `<div class="figures"${line}>${html.map((figure) => `<figure>${figure}`).join('\n')}</div>\n`;
  return next;
}

function paragraphOf(html: string): string {
  return html === '' ? '' : `<p>${html}</p>`;
}

/** The first line of a block inside a block, as the preview scrolls by it; nothing when it was said already. */
function lineOf(drawing: Drawing, token: Token | undefined, inside = token !== drawing.first): string {
  const line = (token?.map?.[0] ?? drawing.base) - drawing.base;
  if (!inside || line <= drawing.lastLine) return '';
  drawing.lastLine = line;
  return ` data-line="${line}"`;
}

function spans(token: Token): string {
  return ['colspan', 'rowspan'].map((name) => attribute(name, token.attrGet(name) ?? undefined)).join('');
}

function alignment(token: Token): string {
  if (token.attrs === null) return '';
  // Inline styles die by the Content-Security-Policy, so alignment is a class.
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return attribute('class', align && `align-${align}`);
}
