import { beside } from '../beside.ts';
import { Identity, LITERAL, maskLiterals, type Run } from '../prose.ts';
import { type BrokenTarget, brokenIn } from './broken-target.ts';
import { FOREIGN, FOREIGN_HIDDEN } from './foreign-tokens.ts';
import { HTML } from './html-tags.ts';
import type { Token } from './token.ts';

/** An image inside a passage; `start` and `end` are offsets into the inline token's content. */
export interface InlineImage {
  /** Where its {@link LITERAL} stands in the prose. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly src: string;
  readonly alt: string;
  readonly title: string;
}

/** A link inside a passage; `from` and `to` are offsets of the prose: its text. */
interface InlineLink {
  readonly from: number;
  readonly to: number;
  /** Destination as the parser percent-encodes it. */
  readonly href: string;
}

/** A link or a picture that Markdown does not take, or that leads nowhere; `from` and `to` are offsets of the prose. */
export interface InlineBroken extends BrokenTarget {
  readonly from: number;
  readonly to: number;
}

/** The text of one inline token with its runs; `start` and `end` of runs are offsets into the token's content. */
export interface Inlines {
  readonly rendered: string;
  readonly text: string;
  readonly runs: readonly Run[];
  readonly images: readonly InlineImage[];
  readonly links: readonly InlineLink[];
  readonly broken: readonly InlineBroken[];
  /** Of whatever prose these make. */
  readonly identity: Identity;
  /** The content is an HTML comment and nothing else. */
  readonly onlyComments: boolean;
}

const known = beside<readonly Token[], Inlines>();

/** Reads the children of an inline token into text and runs. Kept with the tokens, so it costs once a paragraph. */
export function readInlineRuns(content: string, children: readonly Token[]): Inlines {
  let inlines = known.get(children);
  if (inlines === undefined) {
    inlines = readRuns(content, children);
    known.set(children, inlines);
  }
  return inlines;
}

function readRuns(content: string, children: readonly Token[]): Inlines {
  const only = children[0];
  if (children.length === 1 && only?.type === 'text' && only.start === 0) {
    const text = only.content;
    return {
      rendered: text,
      text,
      runs: [whole(text.length)],
      images: [],
      links: [],
      broken: [],
      identity: new Identity(),
      onlyComments: false,
    };
  }
  const runs: Run[] = [];
  const images: InlineImage[] = [];
  const links: InlineLink[] = [];
  const broken: InlineBroken[] = [];
  let link: Omit<InlineLink, 'to'> | undefined;
  let rendered = '';
  let comments = 0;
  const add = (text: string, start: number, end: number, kind: Run['kind'], isSoftBreak = false): void => {
    if (text === '') return;
    const from = rendered.length;
    rendered += text;
    const last = runs.at(-1);
    if (kind === 'verbatim' && last?.kind === 'verbatim' && last.end === start) {
      runs[runs.length - 1] = { ...last, to: rendered.length, end };
    } else {
      const run = { from, to: rendered.length, start, end, kind };
      runs.push(isSoftBreak ? { ...run, isSoftBreak } : run);
    }
  };
  for (let i = 0; i < children.length; i++) {
    const token = children[i];
    if (token === undefined) continue;
    const start = token.start ?? -1;
    const text = token.content;
    switch (token.type) {
      case 'text':
        if (children[i - 1]?.markup === 'autolink') add(text, start, nextStart(children, i, content), 'literal');
        else if (content.startsWith(text, start) && start >= 0) add(text, start, start + text.length, 'verbatim');
        else add(text, Math.max(0, start), nextStart(children, i, content), 'literal');
        break;
      case 'link_open':
        link = { from: rendered.length, href: String(token.attrGet('href') ?? '') };
        break;
      case 'link_close':
        if (link) links.push({ ...link, to: rendered.length });
        link = undefined;
        break;
      case 'text_special': {
        const end = start + token.markup.length;
        add(text, start, end, text === token.markup ? 'verbatim' : 'encoded');
        break;
      }
      case 'softbreak':
      case 'hardbreak':
        add('\n', spacesBefore(content, start), lineAfter(content, start), 'encoded', token.type === 'softbreak');
        break;
      case 'html_break':
        add('\n', start, start + text.length, 'encoded');
        break;
      case FOREIGN: {
        const target = brokenIn(token);
        if (target) broken.push({ ...target, from: rendered.length, to: rendered.length + text.length });
        add(text, start, start + text.length, 'literal');
        break;
      }
      case FOREIGN_HIDDEN:
        comments++;
        break;
      case 'code_inline':
        add(text, start, nextStart(children, i, content), 'literal');
        break;
      case 'html_inline':
        if (text.startsWith('<!--')) comments++;
        else add(text, start, start + text.length, 'literal');
        break;
      case 'image': {
        const end = nextStart(children, i, content);
        const image = { from: rendered.length, start, end, ...imageAttributes(token) };
        images.push(image);
        const written = content.slice(start, end);
        const nowhere = { fault: 'empty', picture: true, written, mended: undefined } as const;
        const target = brokenIn(token) ?? (image.src === '' && token.markup !== HTML ? nowhere : undefined);
        if (target) broken.push({ ...target, from: image.from, to: image.from + 1 });
        add(LITERAL, start, end, 'literal');
        break;
      }
      default:
        break;
    }
  }
  return {
    rendered,
    text: maskLiterals(rendered, runs),
    runs,
    images,
    links,
    broken,
    identity: new Identity(),
    onlyComments: comments > 0 && rendered.trim() === '',
  };
}

function whole(length: number): Run {
  return { from: 0, to: length, start: 0, end: length, kind: 'verbatim' };
}

/** Where the token after `index` starts, blanks before a line break left out; that is where this one ends. */
function nextStart(children: readonly Token[], index: number, content: string): number {
  for (let i = index + 1; i < children.length; i++) {
    const next = children[i];
    if (next === undefined) continue;
    if (next.markup === 'autolink' && next.type === 'link_close') continue;
    const start = next.start ?? -1;
    if (start < 0) continue;
    return next.type === 'softbreak' || next.type === 'hardbreak' ? spacesBefore(content, start) : start;
  }
  return content.length;
}

/** The start of the blanks that stand before `offset`. */
function spacesBefore(content: string, offset: number): number {
  let start = offset;
  while (start > 0 && content.charCodeAt(start - 1) === 32) start--;
  return start;
}

/** The first character of the next line that is not a blank. */
function lineAfter(content: string, offset: number): number {
  let end = content.indexOf('\n', offset) + 1;
  while (content.charCodeAt(end) === 32 || content.charCodeAt(end) === 9) end++;
  return end;
}

function imageAttributes(token: Token): { src: string; alt: string; title: string } {
  return {
    src: String(token.attrGet('src') ?? ''),
    alt: altText(token.children ?? []),
    title: String(token.attrGet('title') ?? ''),
  };
}

export function altText(children: readonly Token[]): string {
  let text = '';
  for (const child of children) {
    if (
      child.type === 'text' ||
      child.type === 'text_special' ||
      child.type === 'code_inline' ||
      child.type === FOREIGN
    )
      text += child.content;
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += '\n';
    else if (child.type === 'image') text += altText(child.children ?? []);
  }
  return text;
}
