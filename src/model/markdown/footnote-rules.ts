import type { Env, MarkdownIt, StateInline } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Token, TokenClass } from './token.ts';

/** Around the blocks of a note, which stand where the note is written; `meta.label` as in the plugin. */
export const NOTE_OPEN = 'footnote_open';
export const NOTE_CLOSE = 'footnote_close';

/** Texts of the notes that are being read: a note holds no other. */
const inNote = new WeakSet<Env>();

/**
 * Footnotes as markdown-it-footnote reads them, `[^1]` with `[^1]: …` and `^[…]`, but tokens stay where they were
 * written and carry no numbers: these depend on the whole article, and inline tokens are kept by their text alone.
 */
export function addFootnotes(parser: MarkdownIt): void {
  const before = new Set(parser.block.ruler.getRules(''));
  parser.use(footnotes);
  const define = parser.block.ruler.getRules('').find((rule) => !before.has(rule));
  if (define) {
    const withLines: typeof define = (state, startLine, endLine, silent) => {
      const index = state.tokens.length;
      const found = define(state, startLine, endLine, silent);
      const open = state.tokens[index];
      const close = state.tokens.at(-1);
      if (silent || !found || open === undefined || close === undefined) return found;
      open.type = NOTE_OPEN;
      open.map = [startLine, Math.max(state.line, startLine + 1)];
      close.type = NOTE_CLOSE;
      return found;
    };
    parser.block.ruler.at('footnote_def', withLines, { alt: ['paragraph', 'reference'] });
  }
  parser.core.ruler.disable('footnote_tail');
  parser.inline.ruler.at('footnote_inline', readInlineNote);
}

/** `^[…]`: a `footnote_ref` with the note's tokens in it; their `start` counts from the note's own content. */
function readInlineNote(state: StateInline, silent: boolean): boolean {
  const { pos, src, md, env } = state;
  if (src.charCodeAt(pos) !== 94 || src.charCodeAt(pos + 1) !== 91 || inNote.has(env)) return false;
  const end = md.helpers.parseLinkLabel(state, pos + 1);
  if (end < 0) return false;
  const content = src.slice(pos + 2, end);
  if (content.trim() === '') return false;
  if (!silent) {
    const token: Token = state.push('footnote_ref', '', 0);
    token.content = content;
    inNote.add(env);
    const tokens: Token[] = [];
    md.inline.parse(content, md, env, tokens);
    inNote.delete(env);
    token.children = tokens;
  }
  state.pos = end + 1;
  return true;
}

/** The labels that are defined, for what was read by them. */
export function definedLabels({ footnotes: read }: Env): string {
  if (typeof read !== 'object' || read === null || !('refs' in read)) return '';
  return Object.keys(read.refs as object)
    .sort()
    .join('\n');
}

/**
 * Gives the notes that are written inside a line (`^[…]`) tokens of their own, as if they were defined after the block
 * of the text that holds them.
 */
export function placeInlineNotes(tokens: readonly Token[], Token: TokenClass): readonly Token[] {
  if (!tokens.some(({ type, content }) => type === 'inline' && content.includes('^['))) return tokens;
  const out: Token[] = [];
  const waiting: Token[] = [];
  let depth = 0;
  let line = 0;
  for (const token of tokens) {
    out.push(token);
    depth += token.nesting;
    line = token.map?.[0] ?? line;
    if (token.type === 'inline') {
      let next = token.content.indexOf('\n');
      let here = line;
      for (const child of (token.children ?? []) as Token[]) {
        if (child.type !== 'footnote_ref' || child.children === null) continue;
        for (; next !== -1 && next < (child.start ?? 0); next = token.content.indexOf('\n', next + 1)) here++;
        waiting.push(...noteTokens(token, child, here, Token));
      }
    }
    // One at a time: a call takes only so many arguments.
    if (depth === 0) for (const each of waiting.splice(0)) out.push(each);
  }
  return out;
}

function noteTokens(holder: Token, reference: Token, line: number, Token: TokenClass): Token[] {
  const from = (reference.start ?? 0) + 2;
  const open: Token = new Token(NOTE_OPEN, '', 1);
  const inline: Token = new Token('inline', '', 0);
  const tokens = [open, new Token('paragraph_open', 'p', 1), inline, new Token('paragraph_close', 'p', -1)];
  tokens.push(new Token(NOTE_CLOSE, '', -1));
  for (const [index, token] of tokens.entries()) {
    token.block = true;
    token.level = [0, 1, 2, 1, 0][index] ?? 0;
    if (token.nesting !== -1) token.map = [line, line + reference.content.split('\n').length];
  }
  open.meta = { reference };
  inline.content = reference.content;
  inline.children = reference.children;
  inline.piece = { of: holder, from };
  open.piece = inline.piece;
  return tokens;
}
