import type { Env, MarkdownIt, Token as MarkdownToken } from 'markdown-it';
import { beside } from '../beside.ts';
import { type Masks, maskPattern } from '../foreign/masks.ts';
import { brokenIn } from './broken-target.ts';
import type { Token, TokenClass } from './token.ts';

/** An inline token of what is code to another system: a reader sees it as it is written. */
export const FOREIGN = 'foreign';
/** The same of what the site hides. */
export const FOREIGN_HIDDEN = 'foreign_hidden';

const masksByEnv = beside<Env, Masks>();

/** Tells a parse what its text masks. */
export function setMasks(env: Env, masks: Masks): void {
  masksByEnv.set(env, masks);
}

/** What the text of a parse masks; `undefined`: nothing. */
export function masksFor(env: Env): Masks | undefined {
  return masksByEnv.get(env);
}

/** Teaches the parser the masks: links keep them, and lines of them alone are blocks of their own. */
export function addForeign(parser: MarkdownIt): void {
  const normalize = parser.normalizeLink.bind(parser);
  parser.normalizeLink = (url) =>
    maskPattern.test(url)
      ? url
          .split(/([\uE000-\uF8FF]+)/)
          .map((piece) => (piece === '' || maskPattern.test(piece) ? piece : normalize(piece)))
          .join('')
      : normalize(url);
  parser.block.ruler.before(
    'lheading',
    'foreign_line',
    (state, startLine, _endLine, silent) => {
      const masks = masksFor(state.env);
      if (masks === undefined) return false;
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      if (!isForeignLine(state.src, start, state.eMarks[startLine] ?? 0, masks)) return false;
      if (silent) return true;
      const open = state.push('paragraph_open', 'p', 1);
      const inline = state.push('inline', '', 0);
      state.push('paragraph_close', 'p', -1);
      state.line = startLine + 1;
      open.map = [startLine, state.line];
      inline.map = [startLine, state.line];
      inline.content = state.src.slice(start, state.eMarks[startLine]).trim();
      inline.children = [];
      return true;
    },
    { alt: ['paragraph'] },
  );
  // A stroke takes the character behind it along, and a mask without its first says nothing any more.
  parser.inline.ruler.before('escape', 'foreign_escape', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 92 || !maskPattern.test(state.src.charAt(state.pos + 1))) return false;
    if (!silent) state.pending += '\\';
    state.pos++;
    return true;
  });
  for (const type of [FOREIGN, FOREIGN_HIDDEN]) {
    const { text } = parser.renderer.rules;
    if (text) parser.renderer.rules[type] = text;
  }
}

/** Whether a line holds masks of blocks and nothing else. */
function isForeignLine(src: string, start: number, end: number, masks: Masks): boolean {
  let found = false;
  for (let at = start; at < end; ) {
    const unit = src.charCodeAt(at);
    if (unit === 32 || unit === 9) {
      at++;
      continue;
    }
    const mask = masks.at(src, at);
    if (!mask?.block) return false;
    found = true;
    at += mask.text.length;
  }
  return found;
}

/** Puts back what was written into tokens of blocks. */
export function restoreBlocks(tokens: readonly Token[], masks: Masks | undefined): void {
  if (masks === undefined) return;
  for (const token of tokens) {
    // Those of `inline` tokens are put back already.
    if (token.type !== 'inline') restoreToken(token, masks);
    if (typeof token.meta?.label === 'string') token.meta.label = masks.restore(token.meta.label);
  }
}

function restoreToken(token: MarkdownToken, masks: Masks): void {
  const broken = brokenIn(token);
  if (broken && maskPattern.test(broken.written)) {
    const { written, mended } = broken;
    token.meta = { broken: { ...broken, written: masks.restore(written), mended: mended && masks.restore(mended) } };
  }
  if (maskPattern.test(token.content)) token.content = masks.restore(token.content);
  if (maskPattern.test(token.info)) token.info = masks.restore(token.info);
  for (const pair of token.attrs ?? []) if (maskPattern.test(String(pair[1]))) pair[1] = masks.restore(String(pair[1]));
}

/** Inline tokens with what was written put back: out of text, masks become tokens of their own. */
export function restoreInlines(tokens: readonly Token[], masks: Masks, Token: TokenClass): readonly Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'text' && maskPattern.test(token.content)) {
      splitText(token, masks, Token, out);
      continue;
    }
    restoreToken(token, masks);
    if (token.children) token.children = [...restoreInlines(token.children, masks, Token)];
    out.push(token);
  }
  return out;
}

function splitText(token: Token, masks: Masks, Token: TokenClass, out: Token[]): void {
  const { content, start = -1, level } = token;
  let from = 0;
  const push = (type: string, text: string): void => {
    if (text === '') return;
    const piece: Token = new Token(type, '', 0);
    piece.content = text;
    piece.level = level;
    piece.start = start < 0 ? start : start + from;
    out.push(piece);
    from += text.length;
  };
  let own = '';
  for (let at = 0; at < content.length; ) {
    const mask = masks.at(content, at);
    own += mask === undefined ? content.charAt(at) : mask.kind === undefined ? mask.text : '';
    if (mask?.kind !== undefined) {
      push('text', own);
      own = '';
      push(mask.hidden ? FOREIGN_HIDDEN : FOREIGN, mask.text);
    }
    at += mask?.text.length ?? 1;
  }
  push('text', own);
}
