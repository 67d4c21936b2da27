import type { MarkdownIt, StateInline } from 'markdown-it';
import { beside } from '../beside.ts';
import { looksLikePath } from '../foreign/odd-links.ts';
import { leadsToPicture } from '../picture-formats.ts';
import type { LinkFault } from './broken-target.ts';
import { FOREIGN } from './foreign-tokens.ts';
import type { Token } from './token.ts';

/** A target is never prose, also where CommonMark takes none: a picture stays a picture, the target of a link is code. */
export function readBrokenLinks(parser: MarkdownIt): void {
  parser.inline.ruler.after('image', 'broken_link', (state, silent) => {
    const { pos, src } = state;
    const picture = src.charCodeAt(pos) === 33;
    const bracket = picture ? pos + 1 : pos;
    if (src.charCodeAt(bracket) !== 91 || src.charCodeAt(bracket + 1) === 94) return false;
    if (!mayHaveTarget(state, bracket)) return false;
    const labelEnd = parser.helpers.parseLinkLabel(state, bracket, false);
    if (labelEnd < 0) return false;
    const found = readTarget(src, labelEnd + 1, picture, src.slice(bracket + 1, labelEnd));
    if (found === undefined || found.end > state.posMax) return false;
    if (!silent) push(state, { ...found, picture, bracket, labelEnd }, parser);
    state.pos = found.end;
    return true;
  });
}

const opening = /\][ \t]{0,3}[(（]/g;

/** Where the next target may open in what is being read; the length of the text where none does. */
const nextOpenings = beside<StateInline, number>();

/** Asked at each bracket: what was found ahead is kept, so that a text of brackets alone is searched once. */
function mayHaveTarget(state: StateInline, from: number): boolean {
  const { src } = state;
  let next = nextOpenings.get(state) ?? -1;
  if (next < from) {
    opening.lastIndex = from;
    next = opening.test(src) ? opening.lastIndex : src.length + 1;
    nextOpenings.set(state, next);
  }
  return next <= src.length;
}

interface Target {
  readonly fault: LinkFault;
  readonly path: string;
  /** What stands between the brackets, mended. */
  readonly mended: string | undefined;
  readonly end: number;
}

interface Found extends Target {
  readonly picture: boolean;
  readonly bracket: number;
  readonly labelEnd: number;
}

function push(state: StateInline, found: Found, parser: MarkdownIt): void {
  const { src, pos, posMax } = state;
  const { fault, picture, bracket, labelEnd, end, mended } = found;
  const label = src.slice(bracket + 1, labelEnd);
  if (picture) {
    const token = state.push('image', 'img', 0);
    const children: Token[] = [];
    parser.inline.parse(label, parser, state.env, children);
    token.attrs = [
      ['src', parser.normalizeLink(found.path)],
      ['alt', ''],
    ];
    token.children = children;
    token.content = label;
    const written = src.slice(pos, end);
    token.info = parser.utils.escapeHtml(written);
    token.meta = { broken: { fault, picture, written, mended: mended && `![${label}](${mended})` } };
    return;
  }
  state.push('text', '', 0).content = '[';
  state.pos = bracket + 1;
  state.posMax = labelEnd;
  state.md.inline.tokenize(state);
  state.pos = labelEnd;
  state.posMax = posMax;
  const token = state.push(FOREIGN, '', 0);
  const written = src.slice(labelEnd, end);
  token.content = written;
  token.meta = { broken: { fault, picture, written, mended: mended && `](${mended})` } };
}

const LONGEST_TARGET = 500;
const size = /[ \t]+=(?:\d+%?)?x?(?:\d+%?)?$/;
const wideTitle = /[ \t]+[“"‘'「]([^“”"‘’'「」]*)[”"’'」]$/;

function readTarget(src: string, after: number, picture: boolean, label: string): Target | undefined {
  let open = after;
  while (src.charCodeAt(open) === 32 || src.charCodeAt(open) === 9) open++;
  const wide = src.charCodeAt(open) === 0xff08;
  if (!wide && src.charCodeAt(open) !== 40) return undefined;
  const close = closeOf(src, open);
  if (close === -1) return undefined;
  const inside = src.slice(open + 1, close).trim();
  const end = close + 1;
  const title = wideTitle.exec(inside);
  const sized = size.exec(inside);
  const path = inside.slice(0, title?.index ?? sized?.index).trim();
  const direct = open === after && !wide;
  // `[3] (https://…)` is a reference of a list, and `[注]（见第三页）` a remark.
  if (!(direct && picture) && !looksLikePath(path)) return undefined;
  if (!picture && !direct && /^\s*\d+\s*$/.test(label)) return undefined;
  const bare = /[\s()<>]/.test(path) ? (/[<>]/.test(path) ? undefined : `<${path}>`) : path;
  const mended = bare && `${bare}${title?.[1] ? ` "${title[1].replace(/"/g, '\\"')}"` : ''}`;
  const fault: LinkFault =
    wide || src.charCodeAt(close) !== 41
      ? 'wide'
      : open > after
        ? 'gap'
        : sized
          ? 'size'
          : title
            ? 'title'
            : /\s/.test(path)
              ? 'blank'
              : 'other';
  return { fault, path, mended: path === '' ? undefined : mended, end };
}

/** The bracket that closes the one at `open`, on the same line; -1: none does. */
function closeOf(src: string, open: number): number {
  let depth = 0;
  for (let at = open; at < src.length && at < open + LONGEST_TARGET; at++) {
    const unit = src.charCodeAt(at);
    if (unit === 10) return -1;
    if (unit === 92) at++;
    else if (unit === 40 || unit === 0xff08) depth++;
    else if ((unit === 41 || unit === 0xff09) && --depth === 0) return at;
  }
  return -1;
}

/** `！[采茶](a.png)`: a link to Markdown, and a picture to whoever wrote it. Linear in the number of tokens. */
export function findWideMarks(tokens: Token[], content: string): void {
  for (let i = 0; i < tokens.length; i++) {
    const text = tokens[i];
    const link = tokens[i + 1];
    if (text?.type !== 'text' || link?.type !== 'link_open' || !text.content.endsWith('！') || link.markup !== '')
      continue;
    const href = String(link.attrGet('href') ?? '');
    const close = tokens.findIndex(({ type }, index) => index > i && type === 'link_close');
    const start = (text.start ?? -1) + text.content.length - 1;
    if (close === -1 || !leadsToPicture(href) || (text.start ?? -1) < 0) continue;
    const end = tokens[close + 1]?.start ?? content.length;
    const written = content.slice(start, end);
    if (!written.endsWith(')')) continue;
    const image: Token = Object.assign(Object.create(Object.getPrototypeOf(link)), link);
    Object.assign(image, { type: 'image', tag: 'img', nesting: 0, start, markup: '' });
    image.children = tokens.slice(i + 2, close);
    image.content = image.children.map((child) => child.content).join('');
    image.attrs = [
      ['src', href],
      ['alt', ''],
    ];
    image.info = escapeHtml(written);
    image.meta = { broken: { fault: 'mark', picture: true, written, mended: `!${written.slice(1)}` } };
    text.content = text.content.slice(0, -1);
    tokens.splice(i + 1, close - i, image);
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
