import createMarkdownIt, {
  type Env,
  type MarkdownIt,
  type Token as MarkdownToken,
  type StateInline,
} from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { beside } from '../beside.ts';
import { type Masks, maskForeign } from '../foreign/masks.ts';
import { findWideMarks, readBrokenLinks } from './broken-links.ts';
import { addFootnotes, definedLabels, placeInlineNotes } from './footnote-rules.ts';
import { addForeign, masksFor, restoreBlocks, restoreInlines, setMasks } from './foreign-tokens.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { readHtmlRun } from './html-runs.ts';
import { HTML } from './html-tags.ts';
import { readIndented } from './indented.ts';
import { keepTags } from './kept-tags.ts';
import type { Token, TokenClass } from './token.ts';

/** Inline tokens of earlier parses by the text they were read from, so that a keystroke reads one paragraph again. */
export interface InlineCache {
  inlines: Map<string, readonly Token[]>;
  /** The link reference definitions that the inlines were read with. */
  references: string;
  /** The labels of footnotes that they were read with. */
  labels: string;
}

const caches = beside<Env, InlineCache>();

/**
 * The one Markdown parser of Copydesk: checks and preview read the same tokens. `text_join` and `fragments_join`
 * are off, so that entities, escapes and stray delimiters stay tokens of their own and can be traced.
 */
function createParser(): MarkdownIt {
  const parser = createMarkdownIt({ html: true });
  parser.use(cjkFriendly);
  addFootnotes(parser);
  addForeign(parser);
  readIndented(parser);
  readBrokenLinks(parser);
  parser.core.ruler.disable('text_join');
  parser.inline.ruler2.disable('fragments_join');
  parser.inline.State = tracked(parser.inline.State);
  const { text } = parser.renderer.rules;
  if (text) parser.renderer.rules.text_special = text;
  // For the renderer HTML is HTML, whatever we make of its tags.
  const { image } = parser.renderer.rules;
  for (const type of ['link_open', 'link_close']) {
    parser.renderer.rules[type] = (tokens, index, options, _env, renderer) =>
      asWritten(tokens[index]) ?? renderer.renderToken(tokens, index, options);
  }
  for (const type of ['tag_open', 'tag_close', 'html_break']) {
    parser.renderer.rules[type] = (tokens, index) => tokens[index]?.content ?? '';
  }
  parser.renderer.rules.image = (tokens, index, ...rest) =>
    tokens[index]?.info || (image?.(tokens, index, ...rest) ?? '');
  // Links are judged where they are followed, not where they are read: a dead link is still a link to the checks.
  parser.core.ruler.at('inline', (state) => {
    const tokens = readHtmlBlocks(picturesAsParagraphs(state.tokens, state.Token), state.Token, resolveEntities);
    readInlines(tokens, parser, state.env, state.Token);
    restoreBlocks(tokens, masksFor(state.env));
    state.tokens = [...placeInlineNotes(tokens, state.Token)];
  });
  return parser;
}

/** What was written for a link of raw HTML. */
function asWritten(token: Token | undefined): string | undefined {
  return token?.markup === HTML ? token.info : undefined;
}

/**
 * `<img>` at the start of a line opens a block of raw HTML in CommonMark, in which nothing is read. Reporters paste such
 * pictures and write the caption under them, so that the block is a paragraph here, as it is for any other picture.
 */
function picturesAsParagraphs(tokens: MarkdownToken[], TokenClass: TokenClass): MarkdownToken[] {
  if (!tokens.some(isPicture)) return tokens;
  return tokens.flatMap((token) => {
    if (!isPicture(token)) return [token];
    const open = new TokenClass('paragraph_open', 'p', 1);
    const inline = new TokenClass('inline', '', 0);
    const close = new TokenClass('paragraph_close', 'p', -1);
    for (const each of [open, inline, close]) {
      each.block = true;
      each.level = token.level;
    }
    inline.level++;
    open.map = token.map && [...token.map];
    inline.map = token.map && [...token.map];
    inline.content = token.content.trim();
    inline.children = [];
    return [open, inline, close];
  });
}

function isPicture({ type, content }: MarkdownToken): boolean {
  return type === 'html_block' && /^\s{0,3}<img\s/i.test(content);
}

type StateClass = typeof StateInline;

/** Notes where each inline token starts. The rules move `pos` on only after they have pushed. */
function tracked(Base: StateClass): StateClass {
  return class extends Base {
    /** End of the last delimiter token pushed at the same `pos`, for runs of `*`, `_` and `~`. */
    #delimiterAt = -1;
    #delimiterEnd = -1;

    override pushPending(): Token {
      return this.#pushText(this.pos);
    }

    override push(type: string, tag: string, nesting: MarkdownToken['nesting']): Token {
      if (this.pending) this.#pushText(this.#pendingEnd(type));
      const token: Token = super.push(type, tag, nesting);
      token.start = type === 'link_open' && this.src.charCodeAt(this.pos) !== 60 ? this.pos - 1 : this.pos;
      if (type === 'text') {
        const again = this.#delimiterAt === this.pos;
        token.start = again ? this.#delimiterEnd : this.pos;
        this.#delimiterAt = this.pos;
        // Emphasis pushes one marker a token, strikethrough one or two; the content is set after the push.
        const marker = this.src.charCodeAt(this.pos);
        const pair = marker === 126 && !(this.#isOddRun(this.pos) && !again);
        this.#delimiterEnd = token.start + (pair ? 2 : 1);
      }
      return token;
    }

    #isOddRun(from: number): boolean {
      let end = from;
      while (this.src.charCodeAt(end) === 126) end++;
      return (end - from) % 2 === 1;
    }

    #pushText(end: number): Token {
      const content = this.pending;
      const token: Token = super.pushPending();
      const start = end - content.length;
      token.start = this.src.startsWith(content, start) ? start : -1;
      return token;
    }

    /** Where the pending text ends when a token of `type` is pushed at `pos`. */
    #pendingEnd(type: string): number {
      if (type === 'link_open' && this.src.charCodeAt(this.pos) !== 60) return this.pos - 1;
      let end = this.pos;
      if ((type === 'softbreak' || type === 'hardbreak') && this.src.charCodeAt(end) === 10) {
        while (end > 0 && this.src.charCodeAt(end - 1) === 32) end--;
      }
      return end;
    }
  };
}

function readInlines(tokens: readonly Token[], parser: MarkdownIt, env: Env, Token: TokenClass): void {
  const cache = caches.get(env);
  const masks = masksFor(env);
  const written = env.references ? JSON.stringify(env.references) : '';
  const references = masks?.key(written) ?? written;
  const labels = definedLabels(env);
  const kept = cache?.references === references ? cache.inlines : undefined;
  const read = new Map<string, readonly Token[]>();
  for (const token of tokens) {
    if (token.type !== 'inline') continue;
    // Markdown holds no NUL, so that the same text as HTML is another key.
    const masked = token.content;
    const key = `${token.piece ? '\0' : ''}${masks?.key(masked) ?? masked}`;
    const stale = kept !== undefined && cache?.labels !== labels && masked.includes('[^');
    let children = (stale ? undefined : kept?.get(key)) ?? read.get(key);
    if (children === undefined) {
      if (token.piece) children = readHtmlRun(masked, Token, resolveEntities);
      else {
        const fresh: Token[] = [];
        parser.inline.parse(masked, parser, env, fresh);
        finishInlines(fresh, masked);
        children = fresh;
      }
      if (masks) children = restoreInlines(children, masks, Token);
    }
    token.children = children as Token[];
    if (masks) token.content = masks.restore(masked);
    read.set(key, children);
  }
  if (cache) {
    cache.inlines = read;
    cache.references = references;
    cache.labels = labels;
  }
}

function finishInlines(tokens: Token[], content: string): void {
  keepTags(tokens);
  if (content.includes('！[')) findWideMarks(tokens, content);
  for (const token of tokens) {
    if (token.type === 'image') joinAlt(token);
    else if (token.type === 'footnote_ref' && token.children) finishInlines(token.children, token.content);
  }
}

function resolveEntities(text: string): string {
  // Backslashes are text in HTML, so that only entities are handed over.
  return text.replace(/&[#a-z0-9]{2,32};/gi, (entity) => markdown().utils.unescapeAll(entity));
}

/** markdown-it writes an image's alternative text from its `text` children only. */
function joinAlt(image: Token): void {
  for (const child of image.children ?? []) {
    if (child.type === 'text_special') child.type = 'text';
    if (child.children) joinAlt(child);
  }
}

let parser: MarkdownIt | undefined;

/** The parser itself, for its renderer and link rules. Do not add plugins: it is shared. */
export function markdown(): MarkdownIt {
  parser ??= createParser();
  return parser;
}

/**
 * Parses the Markdown of an article.
 *
 * @param body the text after the front matter
 * @param firstLine the line of the whole text (from 0) on which `body` begins
 * @param cache inline tokens of the last parse; refilled
 * @param masks what of `body` is code to other systems; `undefined`: nothing
 */
export function parseMarkdown(
  body: string,
  firstLine: number,
  cache?: InlineCache,
  masks: Masks | undefined = maskForeign(body),
): Token[] {
  const env: Env = {};
  if (cache) caches.set(env, cache);
  if (masks) setMasks(env, masks);
  const tokens: Token[] = markdown().parse(masks?.text ?? body, env);
  if (firstLine > 0) {
    for (const token of tokens) {
      if (token.map === null) continue;
      token.map[0] += firstLine;
      token.map[1] += firstLine;
    }
  }
  return tokens;
}
