import type { Finding, Locale } from '../model/finding.ts';
import type { Token } from '../model/markdown.ts';
import { attribute, escapeHtml } from './escape.ts';
import type { Plan, Role } from './figures.ts';
import { type FindingPen, findingPen, type Stretch } from './finding-marks.ts';
import { type DrawPicture, type FindingsHere, renderedLength, renderInline } from './inline.ts';

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
export interface BodyContext {
  readonly plan: Plan;
  readonly drawPicture: DrawPicture;
  /** Index of the inline token that is the page's title and therefore not printed in the body; -1: none. */
  readonly title: number;
  /** What to mark, by inline token; empty: nothing. */
  readonly findings: ReadonlyMap<number, readonly Stretch[]>;
  /** The language of what is said about findings. */
  readonly locale: Locale;
}

/** Draws the body of an article block by block. The tokens are not changed. */
export function renderBody(tokens: readonly Token[], context: BodyContext): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < tokens.length; ) {
    const first = tokens[i];
    if (first === undefined) break;
    let close = i;
    if (first.nesting === 1)
      while (close < tokens.length - 1 && !(tokens[close]?.nesting === -1 && tokens[close]?.level === 0)) close++;
    const pen = findingPen(context.locale);
    const drawing: Drawing = { context, tokens, pen, base: first.map?.[0] ?? 0, lastLine: 0, out: '' };
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
  return blocks;
}

interface Drawing {
  readonly context: BodyContext;
  readonly tokens: readonly Token[];
  readonly pen: FindingPen;
  /** The source line from which `data-line` counts. */
  readonly base: number;
  /** The line said last; one line is said once. */
  lastLine: number;
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
    else {
      drawing.out += drawToken(drawing, token, i);
      i++;
    }
  }
  return i;
}

/** Tokens of the inline token `index`, the first of which stands at `offset` of its prose. */
function drawInline({ context, pen }: Drawing, tokens: readonly Token[], index: number, offset = 0): string {
  const stretches = context.findings.get(index);
  const found: FindingsHere | undefined = stretches && { stretches, pen };
  return renderInline(tokens, context.drawPicture, context.plan.marks.get(index), offset, found);
}

/** Blocks whose element bears the token's own tag; nothing else of the token reaches the page. */
const plain = new Set(['ul', 'li', 'blockquote', 'thead', 'tbody', 'tr']);

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
      return `<${token.tag}${alignment(token)}>`;
    case 'th_close':
    case 'td_close':
      return `</${token.tag}>\n`;
    case 'hr':
      return `<hr${lineOf(drawing, token)}>\n`;
    case 'fence':
    case 'code_block':
      return `<pre${lineOf(drawing, token)}><code>${escapeHtml(token.content)}</code></pre>\n`;
    case 'html_block': {
      const raw = withoutComments(token.content).trim();
      return isWrapping(raw) ? '' : `<p class="raw"${lineOf(drawing, token)}>${escapeHtml(raw)}</p>\n`;
    }
    default:
      if (!plain.has(token.tag)) return escapeHtml(token.content);
      return token.nesting === 1 ? `<${token.tag}${lineOf(drawing, token)}>` : `</${token.tag}>\n`;
  }
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
  if (plan.pictures.has(index + 1)) return drawFigure(drawing, index);
  const role = plan.roles.get(index + 1);
  const content = drawToken(drawing, inline, index + 1);
  // A paragraph of comments alone is a note to the desk.
  if (content.trim() === '') return index + 3;
  if (open.hidden) drawing.out += content;
  else if (role === 'related' || role === 'further-reading') {
    drawing.out += `<h2 class="${role}"${lineOf(drawing, open)}>${content}</h2>\n`;
  } else drawing.out += `<p${attribute('class', role)}${lineOf(drawing, open)}>${content}</p>\n`;
  return index + 3;
}

/** A paragraph of pictures, and the captions and credits that follow it, as one figure or one group of them. */
function drawFigure(drawing: Drawing, index: number): number {
  const { tokens } = drawing;
  const { plan } = drawing.context;
  const open = tokens[index];
  const picture = index + 1;
  const drawn = cutFigures(tokens[picture]?.children ?? []).map(({ pictures, words, at }) => ({
    pictures: drawInline(drawing, pictures, picture, at).trim(),
    captions: paragraphOf(drawInline(drawing, words, picture, at + lengthOf(pictures)).trim()),
  }));
  const line = lineOf(drawing, open);
  let next = index + 3;
  const last = drawn.at(-1);
  while (last && tokens[next]?.type === 'paragraph_open' && plan.captions.get(next + 1)?.has(picture)) {
    const inline = tokens[next + 1];
    if (inline) last.captions += `<p${lineOf(drawing, tokens[next], true)}>${drawToken(drawing, inline, next + 1)}</p>`;
    next += 3;
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

interface FigureTokens {
  readonly pictures: Token[];
  /** What stands below the pictures: caption and credit. */
  readonly words: Token[];
  /** Offset in `prose.rendered` of the first token. */
  readonly at: number;
}

/** Cuts a paragraph of pictures where words are followed by a picture again. */
function cutFigures(children: readonly Token[]): FigureTokens[] {
  const figures: FigureTokens[] = [];
  let current: FigureTokens = { pictures: [], words: [], at: 0 };
  let at = 0;
  for (let i = 0; i < children.length; ) {
    let stop = i + 1;
    // A picture goes with the link around it.
    while (children[stop - 1]?.nesting === 1 && stop < children.length) stop++;
    const group = children.slice(i, stop);
    const holdsPicture = group.some(({ type }) => type === 'image');
    for (; holdsPicture && children[stop]?.nesting === -1; stop++) group.push(...children.slice(stop, stop + 1));
    if (holdsPicture && current.pictures.length > 0 && current.words.some(isInk)) {
      figures.push(current);
      current = { pictures: [], words: [], at };
    }
    // Blanks before a picture go with it; they may be many, and a call takes only so many arguments.
    if (holdsPicture) for (const blank of current.words.splice(0)) current.pictures.push(blank);
    for (const token of group) (holdsPicture ? current.pictures : current.words).push(token);
    at += lengthOf(group);
    i = stop;
  }
  return [...figures, current];
}

function isInk(token: Token): boolean {
  return token.type !== 'softbreak' && token.type !== 'hardbreak' && token.content.trim() !== '';
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((length, token) => length + renderedLength(token), 0);
}

function paragraphOf(html: string): string {
  return html === '' ? '' : `<p>${html}</p>`;
}

/** The first line of a block inside a block, as the preview scrolls by it; nothing when it was said already. */
function lineOf(drawing: Drawing, token: Token | undefined, inside = (token?.level ?? 0) > 0): string {
  const line = (token?.map?.[0] ?? drawing.base) - drawing.base;
  if (!inside || line <= drawing.lastLine) return '';
  drawing.lastLine = line;
  return ` data-line="${line}"`;
}

function alignment(token: Token): string {
  // Inline styles die by the Content-Security-Policy, so alignment is a class.
  const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return attribute('class', align && `align-${align}`);
}

/** Elements that only lay out what is around them. */
const wrapping = /<\/?(?:div|p|center|section|article|figure|span|a|br|font)(?:\s[^<>]*)?>/gi;

/** Whether raw HTML is tags around something that stands outside it (`<div align="center">`), and says nothing itself. */
function isWrapping(html: string): boolean {
  return html.replace(wrapping, '').trim() === '';
}

/** Raw HTML without its comments, among them the allowances. */
function withoutComments(html: string): string {
  let out = '';
  let done = 0;
  for (;;) {
    const start = html.indexOf('<!--', done);
    if (start === -1) return out + html.slice(done);
    out += html.slice(done, start);
    const end = html.indexOf('-->', start + 4);
    if (end === -1) return out;
    done = end + 3;
  }
}
